package org.attune.app;

import java.util.List;
import java.util.function.Consumer;
import org.attune.beat.Beat;
import org.attune.beat.BeatCleaner;
import org.attune.beat.BeatTimeline;
import org.attune.beat.PlacedInterval;
import org.attune.beat.Verdict;
import org.attune.pipeline.PipelineSettings;
import org.attune.sensor.SensorEvent;
import org.attune.sensor.replay.IntervalReader;
import org.attune.sensor.replay.TimedInterval;
import org.attune.time.SessionTime;
import org.jspecify.annotations.Nullable;

/**
 * The beats of a recording, one by one as they are read; nothing is kept. Confined to one thread.
 */
final class JudgedIntervals {
    private JudgedIntervals() {}

    /** Judged as they are in a running session: each is handed on when its verdict is final. */
    static void forEach(IntervalReader reader, PipelineSettings settings, Consumer<Beat> taker) {
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
                cleaner.accept(placed).forEach(taker);
            }
        }
        cleaner.flush().forEach(taker);
    }

    /** All taken as normal and neighbouring, as they come. */
    static void asTheyAre(IntervalReader reader, Consumer<Beat> taker) {
        long ordinal = 0;
        for (TimedInterval next = reader.next(); next != null; next = reader.next()) {
            taker.accept(new Beat(ordinal++, next.at(), next.interval(), Verdict.NORMAL));
        }
    }
}
