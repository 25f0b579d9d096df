package org.attune.app;

import org.attune.beat.Beat;
import org.attune.pipeline.PipelineSettings;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** Every interval of a recording with its verdict. */
@Command(
        name = "beats",
        description =
                "Judges every interval of a recording: TSV of t_s, rr_ms, verdict. A verdict is"
                        + " given two beats later, so this may read what is still being written.")
final class BeatsCommand extends Subcommand {
    @Parameters(paramLabel = "FILE", description = "a recording; - is standard input")
    String file = "";

    @Override
    int run() {
        PipelineSettings settings = Wiring.settings(common, null).pipeline();
        Rows rows = new Rows(out());
        rows.add("t_s\trr_ms\tverdict");
        Recordings.stream(
                file,
                rows::send,
                intervals ->
                        JudgedIntervals.forEach(intervals, settings, beat -> rows.add(row(beat))));
        rows.send();
        return ExitCode.DONE;
    }

    private static String row(Beat beat) {
        return Numbers.text(beat.at().toSeconds(), 3)
                + '\t'
                + Numbers.text(beat.interval().toMillis(), 3)
                + '\t'
                + beat.verdict();
    }
}
