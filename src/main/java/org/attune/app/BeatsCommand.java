package org.attune.app;

import java.util.ArrayList;
import java.util.List;
import org.attune.beat.Beat;
import org.attune.beat.BeatCleaner;
import org.attune.beat.BeatTimeline;
import org.attune.pipeline.PipelineSettings;
import org.attune.sensor.SensorEvent;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** Every interval of a recording with its verdict. */
@Command(
        name = "beats",
        description = "Judges every interval of a recording: TSV of t_s, rr_ms, verdict.")
final class BeatsCommand extends Subcommand {
    @Parameters(paramLabel = "FILE", description = "a recording; - is standard input")
    String file = "";

    @Override
    int run() {
        PipelineSettings settings = Wiring.settings(common, null).pipeline();
        out().println("t_s\trr_ms\tverdict");
        for (Beat beat : judged(Recordings.events(file), settings)) {
            out().println(
                            Numbers.text(beat.at().toSeconds(), 3)
                                    + '\t'
                                    + Numbers.text(beat.interval().toMillis(), 3)
                                    + '\t'
                                    + beat.verdict());
        }
        return ExitCode.DONE;
    }

    /** The beats of a recording, judged as they are in a running session. */
    static List<Beat> judged(List<SensorEvent> events, PipelineSettings settings) {
        BeatTimeline timeline = new BeatTimeline(settings.timeline());
        BeatCleaner cleaner = new BeatCleaner(settings.cleaning());
        List<Beat> beats = new ArrayList<>(events.size());
        for (SensorEvent event : events) {
            if (event instanceof SensorEvent.RrReceived received) {
                timeline.place(received).forEach(each -> beats.addAll(cleaner.accept(each)));
            } else if (event instanceof SensorEvent.Overrun) {
                timeline.breakHere();
            }
        }
        beats.addAll(cleaner.flush());
        return beats;
    }
}
