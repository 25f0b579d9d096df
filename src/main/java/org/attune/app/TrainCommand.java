package org.attune.app;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.attune.config.AttuneSettings;
import org.attune.pipeline.SessionPipeline;
import org.attune.regulation.RegulationState;
import org.attune.sensor.SensorAddress;
import org.attune.sensor.replay.ScenarioLabel;
import org.attune.sensor.replay.SimulationScenario;
import org.attune.sensor.replay.SyntheticHeart;
import org.attune.session.ClientCode;
import org.attune.session.LaneId;
import org.attune.session.Participant;
import org.attune.session.Session;
import org.attune.session.SessionId;
import org.attune.time.WallClock;
import org.attune.ui.LiveScreen;
import org.attune.ui.LiveWords;
import org.attune.ui.TrainLog;
import org.attune.ui.trainee.Meant;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** A simulated client to practise on: the state is hidden until the trainee asks. */
@Command(
        name = "train",
        description = {
            "A simulated client to practise on: mark what you see, then see what was meant,",
            "and by how many seconds the two lie apart. No grade; nothing is recorded."
        })
final class TrainCommand extends Subcommand {
    @Parameters(
            paramLabel = "SCENARIO",
            arity = "0..1",
            description = "which client (default: overwhelm); 'simulate --list' names them")
    String scenario = "overwhelm";

    @Option(names = "--seed", paramLabel = "N", description = "another seed, another client")
    long seed = 1;

    @Option(names = "--speed", paramLabel = "X", description = "times faster (default: 1)")
    double speed = 1;

    @Option(
            names = "--for",
            paramLabel = "DURATION",
            converter = Durations.class,
            description = "ends by itself after this (default: when the scenario is over)")
    @Nullable Duration length;

    @Option(names = "--headless", description = "lines in the terminal instead of a window")
    boolean headless;

    @Override
    int run() {
        AttuneSettings settings = Wiring.settings(common, null);
        SimulationScenario client = SimulationScenario.of(scenario);
        Duration until = length == null ? client.length() : length;
        LiveWords words = LiveWords.in(settings.display().language().locale());
        TrainLog log = new TrainLog(meant(client.labels(until)), words);
        SensorAddress address =
                new SensorAddress(
                        LaneId.CLIENT, "sim", client.id(), Map.of("seed", Long.toString(seed)));
        Session session =
                new Session(
                        new SessionId("train"),
                        List.of(new Participant(LaneId.CLIENT, new ClientCode("training"))),
                        WallClock.system().now(),
                        settings.fingerprint(),
                        SessionPipeline.VERSION);
        LiveCommand.runToEnd(
                new LiveRun(
                        settings,
                        Profiles.all(common),
                        RecordingDesk.nothing("a simulated client, to practise on"),
                        display(settings, words, log)),
                session,
                Map.of(LaneId.CLIENT, SyntheticHeart.sensor(address, 1)),
                speed,
                until,
                Map.of(),
                List.of());
        return ExitCode.DONE;
    }

    private Display display(AttuneSettings settings, LiveWords words, TrainLog log) {
        Optional<String> missing = headless ? Optional.of("") : LiveScreen.unavailable();
        if (missing.isEmpty()) {
            return new TrainDisplay(settings.display(), log);
        }
        if (!headless) {
            err().println("attune: note: no window here (" + missing.get() + "): in the terminal");
        }
        return new TrainTerminal(out(), System.in, words, log);
    }

    /** What was meant, in the states of the display; what no state says is left out. */
    static List<Meant> meant(List<ScenarioLabel> labels) {
        List<Meant> meant = new ArrayList<>();
        for (ScenarioLabel label : labels) {
            state(label.label())
                    .ifPresent(
                            state ->
                                    meant.add(
                                            new Meant(
                                                    label.from().toSeconds(),
                                                    label.to().toSeconds(),
                                                    state)));
        }
        return meant;
    }

    private static Optional<RegulationState> state(String label) {
        return switch (label.toLowerCase(Locale.ROOT)) {
            case "baseline", "rest", "work", "talk" -> Optional.of(RegulationState.USUAL);
            case "rising" -> Optional.of(RegulationState.RISING);
            case "overwhelm" -> Optional.of(RegulationState.HIGH);
            case "settling" -> Optional.of(RegulationState.SETTLING);
            case "flat" -> Optional.of(RegulationState.QUIET);
            default -> Optional.empty();
        };
    }
}
