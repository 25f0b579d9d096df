package org.attune.app;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.Supplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.attune.pipeline.Moment;
import org.attune.pipeline.SessionPipeline;
import org.attune.regulation.ArousalEstimate;
import org.attune.regulation.Background;
import org.attune.regulation.Calibration;
import org.attune.regulation.Reason;
import org.attune.regulation.RegulationState;
import org.attune.sensor.SensorEvent;
import org.attune.sensor.replay.ActivityFile;
import org.attune.session.LaneId;
import org.attune.signal.Pace;
import org.attune.signal.Signal;
import org.attune.time.SessionTime;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Runs a recording through the very pipeline of a live session, as fast as it goes. */
@Command(
        name = "estimate",
        description = "Judges a recording as a live session would, once a second: TSV.")
final class EstimateCommand extends Subcommand {
    private static final String EOL = System.lineSeparator();
    private static final Pattern SPAN = Pattern.compile("(\\d+(?:\\.\\d+)?)-(\\d+(?:\\.\\d+)?)");

    @Parameters(paramLabel = "FILE", description = "a recording; - is standard input")
    String file = "";

    @Option(
            names = "--activity",
            paramLabel = "FILE",
            description = "movement beside the beats: TSV of t_s, activity_mg")
    @Nullable Path activity;

    @Option(
            names = "--calibration",
            paramLabel = "FROM-TO",
            description = "learns the baseline between these seconds of the recording")
    @Nullable String calibration;

    @Option(
            names = "--flag",
            paramLabel = "NAME",
            description = ClientFlags.NAMES + "; may be repeated")
    List<String> flags = new ArrayList<>();

    @Option(names = "--profile", paramLabel = "NAME", description = "settings of a profile")
    @Nullable String profile;

    @Override
    int run() {
        // The settings are read beside the recording: each takes a tenth of a second at the start.
        Supplier<List<SensorEvent>> recording = Parallel.beside(this::events);
        SessionPipeline pipeline =
                Wiring.pipeline(
                        List.of(LaneId.CLIENT),
                        Wiring.settings(common, profile).pipeline(),
                        span());
        if (!flags.isEmpty()) {
            List<Moment> unused =
                    pipeline.prepare(
                            LaneId.CLIENT,
                            new Background(
                                    ClientFlags.parse(flags),
                                    Optional.empty(),
                                    Background.Reference.TODAY));
        }
        out().println(
                        "t_s\tstate\tpace\tcue\tlevel\tp_high\tconfidence\thr_bpm\trmssd_ms"
                                + "\tcoverage\treason");
        SessionTime end = SessionTime.ZERO;
        for (SensorEvent event : recording.get()) {
            end = event.at();
            print(pipeline.accept(LaneId.CLIENT, event));
        }
        // The step that covers the last beat.
        long last = (end.nanos() + SessionPipeline.GRID_NANOS - 1) / SessionPipeline.GRID_NANOS;
        print(pipeline.advanceTo(new SessionTime(last * SessionPipeline.GRID_NANOS)));
        return ExitCode.DONE;
    }

    private List<SensorEvent> events() {
        List<SensorEvent> events = new ArrayList<>(Recordings.eventsOfAnyKind(file));
        if (activity != null) {
            events.addAll(ActivityFile.read(activity).motions());
            events.sort(Comparator.comparing(SensorEvent::at));
        }
        return events;
    }

    private Optional<Calibration> span() {
        if (calibration == null) {
            return Optional.empty();
        }
        Matcher matcher = SPAN.matcher(calibration);
        if (!matcher.matches()) {
            throw new UsageException(
                    "--calibration is written FROM-TO in seconds, like 120-480: " + calibration);
        }
        return Optional.of(
                new Calibration(
                        SessionTime.ofSeconds(Double.parseDouble(matcher.group(1))),
                        SessionTime.ofSeconds(Double.parseDouble(matcher.group(2)))));
    }

    private void print(List<Moment> moments) {
        for (Moment moment : moments) {
            if (moment instanceof Moment.Concluded concluded) {
                out().print(line(concluded) + EOL); // A println would write through each time.
            }
        }
    }

    /** The condition, whether or not there is just now a signal to show it by. */
    static String paceOf(Moment.Concluded moment) {
        return moment.signal()
                .match(
                        shown -> shown.pace().name(),
                        withheld -> moment.estimate().raised() ? Pace.EASE.name() : "");
    }

    private static String line(Moment.Concluded moment) {
        ArousalEstimate estimate = moment.estimate();
        boolean known = estimate.state() != RegulationState.UNKNOWN;
        OptionalDouble none = OptionalDouble.empty();
        OptionalDouble rate = known ? moment.reading().heartRateBpm() : none;
        OptionalDouble rmssd =
                known ? moment.reading().variability().features().rmssdMillis() : none;
        String pace = paceOf(moment);
        String cue = moment.signal() instanceof Signal.Shown shown && shown.cue() ? "1" : "0";
        List<String> reasons = estimate.reasons().stream().map(Reason::toWords).toList();
        return String.join(
                "\t",
                Numbers.text(moment.at().toSeconds(), 3),
                estimate.state().name(),
                pace,
                cue,
                Numbers.cell(estimate.level(), 4),
                "",
                Numbers.text(estimate.confidence(), 3),
                Numbers.cell(rate, 2),
                Numbers.cell(rmssd, 2),
                Numbers.text(moment.reading().quality().coverage(), 3),
                String.join("; ", reasons));
    }
}
