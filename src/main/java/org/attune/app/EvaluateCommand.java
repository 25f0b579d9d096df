package org.attune.app;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.attune.config.AttuneSettings;
import org.attune.evaluate.Evaluation;
import org.attune.evaluate.EvaluationText;
import org.attune.evaluate.Measured;
import org.attune.evaluate.Plots;
import org.attune.evaluate.Prepared;
import org.attune.evaluate.Source;
import org.attune.evaluate.Thresholds;
import org.attune.evaluate.Tuning;
import org.attune.evaluate.TuningText;
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

    @Option(
            names = "--plots",
            paramLabel = "DIR",
            description = "writes a page of pictures for each data set and source: PNG files")
    @Nullable Path plots;

    @Option(
            names = "--source",
            paramLabel = "SOURCE",
            split = ",",
            description = "only these: rr, e4ibi, hr")
    List<Source> sources = new ArrayList<>();

    @Option(
            names = "--own-thresholds",
            description =
                    "chooses the thresholds of the simple detectors on these very recordings, at"
                            + " most one false alarm an hour; default: those of other recordings")
    boolean ownThresholds;

    @Option(
            names = "--tune",
            paramLabel = "KEY=FROM..TO:STEP",
            description =
                    "instead: tries values of a setting (section.key of attune.toml), or the"
                            + " threshold of a detector compared with, leaving people out; can be"
                            + " given again for combinations of settings")
    List<String> tune = new ArrayList<>();

    @Option(
            names = "--folds",
            paramLabel = "N",
            description = "of people, for --tune (default: ${DEFAULT-VALUE})")
    int folds = 6;

    @Option(
            names = "--rate",
            paramLabel = "N",
            description =
                    "false alarms an hour of rest that --tune may choose (default:"
                            + " ${DEFAULT-VALUE})")
    double rate = 1;

    @Override
    int run() {
        AttuneSettings settings = Wiring.settings(common, profile);
        List<TunedKey> keys = tune.stream().map(TunedKey::parse).toList();
        if (folds < 2 || !(rate >= 0)) {
            throw new UsageException("--folds must be at least 2 and --rate at least 0");
        }
        LabelledFolder labelled = LabelledFolder.read(folder, sources);
        labelled.leftOut().forEach(line -> err().println("attune: left out: " + line));
        if (!keys.isEmpty()) {
            TuneRun run = new TuneRun(keys, settings.toToml(), labelled.entries());
            Tuning tuning = run.run(folds, rate);
            run.refused().forEach(line -> err().println("attune: not tried: " + line));
            tell(tuning);
            return ExitCode.DONE;
        }
        Evaluation evaluation = new Evaluation(measured(labelled, settings.pipeline()));
        if (scores != null) {
            ScoreFiles.write(scores, evaluation);
        }
        if (plots != null) {
            draw(plots, evaluation);
        }
        tell(evaluation, labelled);
        return ExitCode.DONE;
    }

    private List<Measured> measured(LabelledFolder labelled, PipelineSettings settings) {
        List<Prepared> prepared =
                Parallel.map(
                        labelled.entries(),
                        each -> Prepared.of(each.recording(), ProductRun.of(each, settings)));
        if (alone) {
            return Parallel.map(prepared, Measured::product);
        }
        Thresholds thresholds =
                ownThresholds ? Thresholds.chosenOn(prepared, 1) : Thresholds.FROZEN;
        return Parallel.map(prepared, each -> Measured.compared(each, thresholds));
    }

    private static void draw(Path folder, Evaluation evaluation) {
        try {
            Plots.write(folder, evaluation);
        } catch (IOException e) {
            throw new UsageException(folder + " cannot be written: name a folder that can");
        }
    }

    private void tell(Evaluation evaluation, LabelledFolder labelled) {
        if (json) {
            out().println(Json.text(EvaluationJson.of(evaluation, labelled, perRecording)));
        } else if (perRecording) {
            EvaluationTsv.lines(evaluation).forEach(out()::println);
        } else {
            EvaluationText.lines(evaluation).forEach(out()::println);
        }
    }

    private void tell(Tuning tuning) {
        if (json) {
            out().println(Json.text(TuningJson.of(tuning)));
        } else {
            TuningText.lines(tuning).forEach(out()::println);
        }
    }
}
