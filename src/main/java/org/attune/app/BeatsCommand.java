package org.attune.app;

import org.attune.beat.Beat;
import org.attune.pipeline.PipelineSettings;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Every interval of a recording with its verdict. */
@Command(
        name = "beats",
        description =
                "Judges every interval of a recording: TSV of t_s, rr_ms, verdict. A verdict is"
                        + " given two beats later, so this may read what is still being written.")
final class BeatsCommand extends Subcommand {
    static final String PASS =
            "causal (what a live session does; the default), or centred: judges by hindsight, by"
                    + " the method of Lipponen and Tarvainen (2019), when the whole recording has"
                    + " been read; nothing is given before";

    @Parameters(paramLabel = "FILE", description = "a recording; - is standard input")
    String file = "";

    @Option(names = "--pass", paramLabel = "NAME", description = PASS)
    Pass pass = Pass.CAUSAL;

    @Override
    int run() {
        PipelineSettings settings = Wiring.settings(common, null).pipeline();
        Rows rows = new Rows(out());
        rows.add("t_s\trr_ms\tverdict");
        try {
            Recordings.stream(
                    file,
                    rows::send,
                    intervals ->
                            JudgedIntervals.forEach(
                                    intervals,
                                    settings,
                                    pass,
                                    (beat, rhythm) -> rows.add(row(beat))));
        } catch (OutOfMemoryError e) {
            // Thrown by a list that found no room; what it was for is garbage by now.
            throw new UsageException(
                    "so long a recording does not fit into the memory of this Java as a whole: give"
                            + " it more (java -Xmx256m …), or leave out --pass centred");
        }
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
