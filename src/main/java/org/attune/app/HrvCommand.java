package org.attune.app;

import java.util.function.BiConsumer;
import org.attune.beat.Beat;
import org.attune.beat.Rhythm;
import org.attune.hrv.SteppedSpans;
import org.attune.hrv.WholeSpan;
import org.attune.pipeline.PipelineSettings;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Heart-rate variability of a recording, whole or window by window. */
@Command(
        name = "hrv",
        description =
                "Computes the measures of a recording, whole or window by window. A window's row is"
                        + " given as soon as it is complete, so this may read what is still being"
                        + " written.")
final class HrvCommand extends Subcommand {
    private static final double LEAST_SECONDS = 0.001;
    private static final double MOST_SECONDS = 366 * 86_400.0;

    @Parameters(paramLabel = "FILE", description = "a recording; - is standard input")
    String file = "";

    @Option(names = "--window", paramLabel = "S", description = "length of a window, seconds")
    @Nullable Double windowSeconds;

    @Option(names = "--step", paramLabel = "S", description = "distance of windows, seconds")
    @Nullable Double stepSeconds;

    @Option(names = "--json", description = "JSON instead of TSV")
    boolean json;

    @Option(names = "--as-is", description = "takes the intervals as NN, without cleaning")
    boolean asIs;

    @Option(names = "--pass", paramLabel = "NAME", description = BeatsCommand.PASS)
    @Nullable Pass pass;

    @Override
    int run() {
        if (asIs && pass != null) {
            throw new UsageException("--as-is does not judge, so --pass cannot go with it");
        }
        if (windowSeconds == null && stepSeconds != null) {
            throw new UsageException("--step needs --window");
        }
        Rows rows = new Rows(out());
        try {
            measure(rows);
        } catch (OutOfMemoryError e) {
            // Thrown by an array that found no room; what it was for is garbage by now.
            throw new UsageException(
                    "so long a stretch does not fit into the memory of this Java: give it more"
                            + " (java -Xmx256m …), or take shorter windows with --window");
        }
        rows.send();
        return ExitCode.DONE;
    }

    private void measure(Rows rows) {
        if (windowSeconds == null) {
            whole(rows);
        } else {
            double length = seconds("--window", windowSeconds);
            windows(rows, length, stepSeconds == null ? length : seconds("--step", stepSeconds));
        }
    }

    private void whole(Rows rows) {
        WholeSpan whole = new WholeSpan();
        beats(() -> {}, whole::add);
        requireBeats(whole.beats());
        HrvTable table = HrvTable.ofOne(rows, json, asIs);
        table.add(whole.span());
        table.end();
    }

    private void windows(Rows rows, double length, double step) {
        HrvTable table = HrvTable.ofMany(rows, json, asIs);
        SteppedSpans spans = new SteppedSpans(length, step, table::add);
        int[] beats = new int[1];
        beats(
                rows::send,
                (beat, rhythm) -> {
                    beats[0] = 1;
                    spans.add(beat, rhythm);
                });
        requireBeats(beats[0]);
        spans.finish();
        table.end();
    }

    private void requireBeats(int beats) {
        if (beats == 0) {
            throw new UsageException("the recording holds no interval: " + file);
        }
    }

    private void beats(Runnable beforeWaiting, BiConsumer<Beat, Rhythm> taker) {
        if (asIs) {
            Recordings.stream(
                    file,
                    beforeWaiting,
                    each ->
                            JudgedIntervals.asTheyAre(
                                    each, beat -> taker.accept(beat, Rhythm.UNDETERMINED)));
            return;
        }
        PipelineSettings settings = Wiring.settings(common, null).pipeline();
        Pass chosen = pass == null ? Pass.CAUSAL : pass;
        Recordings.stream(
                file,
                beforeWaiting,
                each -> JudgedIntervals.forEach(each, settings, chosen, taker));
    }

    private static double seconds(String name, double value) {
        if (!(value >= LEAST_SECONDS && value <= MOST_SECONDS)) {
            throw new UsageException(name + " must be from 0.001 seconds to a year, is " + value);
        }
        return value;
    }
}
