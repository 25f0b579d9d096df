package org.attune.app;

import java.util.ArrayList;
import java.util.List;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import org.attune.beat.Beat;
import org.attune.beat.BeatCleaner;
import org.attune.beat.BeatTimeline;
import org.attune.beat.CentredCleaner;
import org.attune.beat.PlacedInterval;
import org.attune.beat.Rhythm;
import org.attune.beat.Verdict;
import org.attune.pipeline.PipelineSettings;
import org.attune.sensor.SensorEvent;
import org.attune.sensor.replay.IntervalReader;
import org.attune.sensor.replay.TimedInterval;
import org.attune.time.SessionTime;
import org.jspecify.annotations.Nullable;

/**
 * The beats of a recording, one by one as they are read; nothing is kept, but for the pass that
 * judges by hindsight. Confined to one thread.
 */
final class JudgedIntervals {
    private JudgedIntervals() {}

    /** Judged by {@code pass}; each with the rhythm as it was known when the beat was heard. */
    static void forEach(
            IntervalReader reader,
            PipelineSettings settings,
            Pass pass,
            BiConsumer<Beat, Rhythm> taker) {
        switch (pass) {
            case CAUSAL -> live(reader, settings, taker);
            case CENTRED -> centred(reader, settings, taker);
        }
    }

    /** By hindsight; the rhythm is judged from the intervals as reported and so stays the same. */
    private static void centred(
            IntervalReader reader, PipelineSettings settings, BiConsumer<Beat, Rhythm> taker) {
        List<Beat> beats = new ArrayList<>();
        List<Rhythm> rhythms = new ArrayList<>();
        live(
                reader,
                settings,
                (beat, rhythm) -> {
                    beats.add(beat);
                    rhythms.add(rhythm);
                });
        List<Beat> judged = CentredCleaner.judge(beats);
        for (int i = 0; i < judged.size(); i++) {
            taker.accept(judged.get(i), rhythms.get(i));
        }
    }

    /** As in a running session: each is handed on when its verdict is final. */
    private static void live(
            IntervalReader reader, PipelineSettings settings, BiConsumer<Beat, Rhythm> taker) {
        BeatTimeline timeline = new BeatTimeline(settings.timeline());
        BeatCleaner cleaner = new BeatCleaner(settings.cleaning());
        @Nullable SessionTime last = null;
        for (TimedInterval next = reader.next(); next != null; next = reader.next()) {
            if (last != null && IntervalReader.isHole(last, next)) {
                timeline.breakHere();
            }
            last = next.at();
            SensorEvent.RrReceived received =
                    new SensorEvent.RrReceived(next.at(), List.of(next.interval()));
            for (PlacedInterval placed : timeline.place(received)) {
                handOn(cleaner.accept(placed), cleaner, taker);
            }
        }
        handOn(cleaner.flush(), cleaner, taker);
    }

    private static void handOn(
            List<Beat> beats, BeatCleaner cleaner, BiConsumer<Beat, Rhythm> taker) {
        for (Beat beat : beats) {
            taker.accept(beat, cleaner.rhythm());
        }
    }

    /** All taken as normal and neighbouring, as they come. */
    static void asTheyAre(IntervalReader reader, Consumer<Beat> taker) {
        long ordinal = 0;
        for (TimedInterval next = reader.next(); next != null; next = reader.next()) {
            taker.accept(new Beat(ordinal++, next.at(), next.interval(), Verdict.NORMAL));
        }
    }
}
