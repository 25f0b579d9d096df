package org.attune.app;

import java.nio.file.Path;
import java.util.List;
import org.attune.evaluate.Evaluation;
import org.attune.evaluate.EvaluationText;
import org.attune.evaluate.Measured;
import org.attune.evaluate.Prepared;
import org.attune.evaluate.Thresholds;
import org.attune.pipeline.PipelineSettings;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Measures what the product makes of labelled recordings, beside simple detectors. */
@Command(
        name = "evaluate",
        description = "Measures the estimates on labelled recordings, beside simple detectors.")
final class EvaluateCommand extends Subcommand {
    @Parameters(
            paramLabel = "DIR",
            description =
                    "folders of NAME.labels.tsv with NAME.rr.tsv, .e4ibi.tsv, .hr.tsv and"
                            + " .activity.tsv beside it")
    Path folder = Path.of("");

    @Option(names = "--json", description = "JSON instead of tables")
    boolean json;

    @Option(
            names = "--per-recording",
            description = "one row a recording and detector: TSV; with --json, added to it")
    boolean perRecording;

    @Option(names = "--alone", description = "leaves out the detectors compared with")
    boolean alone;

    @Option(names = "--profile", paramLabel = "NAME", description = "settings of a profile")
    @Nullable String profile;

    @Option(
            names = "--scores",
            paramLabel = "DIR",
            description = "writes what each detector said of each second: TSV files")
    @Nullable Path scores;

    @Override
    int run() {
        PipelineSettings settings = Wiring.settings(common, profile).pipeline();
        LabelledFolder labelled = LabelledFolder.read(folder);
        labelled.leftOut().forEach(line -> err().println("attune: left out: " + line));
        List<Prepared> prepared =
                Parallel.map(
                        labelled.entries(),
                        each -> Prepared.of(each.recording(), ProductRun.of(each, settings)));
        List<Measured> measured =
                Parallel.map(
                        prepared,
                        each ->
                                alone
                                        ? Measured.product(each)
                                        : Measured.compared(each, Thresholds.FROZEN));
        Evaluation evaluation = new Evaluation(measured);
        if (scores != null) {
            ScoreFiles.write(scores, evaluation);
        }
        if (json) {
            out().println(Json.text(EvaluationJson.of(evaluation, labelled, perRecording)));
        } else if (perRecording) {
            EvaluationTsv.lines(evaluation).forEach(out()::println);
        } else {
            EvaluationText.lines(evaluation).forEach(out()::println);
        }
        return ExitCode.DONE;
    }
}
