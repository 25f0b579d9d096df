package org.attune.app;

import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.attune.config.AttuneSettings;
import org.attune.config.Guardrails;
import org.attune.pipeline.PipelineSettings;
import org.attune.pipeline.SessionPipeline;
import org.attune.regulation.Background;
import org.attune.sensor.Sensor;
import org.attune.sensor.SensorAddress;
import org.attune.sensor.SensorDescription;
import org.attune.sensor.SensorUnavailableException;
import org.attune.sensor.ble.BleScan;
import org.attune.sensor.ble.FoundStrap;
import org.attune.session.ClientCode;
import org.attune.session.LaneId;
import org.attune.session.Marker;
import org.attune.session.Participant;
import org.attune.session.Role;
import org.attune.session.Session;
import org.attune.session.SessionId;
import org.attune.time.WallClock;
import org.attune.ui.LiveScreen;
import org.attune.ui.LiveWords;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** The main job: a session on the screen, recorded when consent allows. */
@Command(
        name = "live",
        description = {
            "Opens the sensors, runs the session and shows the pacing display.",
            "Without --sensor: a simulated client, plainly marked, and nothing is recorded."
        })
final class LiveCommand extends Subcommand {
    private static final Duration LOOKING = Duration.ofSeconds(4);

    @Option(
            names = "--sensor",
            paramLabel = "URI",
            description =
                    "ble:, ble:AA:BB:CC:DD:EE:FF, serial:/dev/ttyUSB0, replay:FILE, sim:SCENARIO;"
                            + " 'partner=ble:…' binds it to a person; may be repeated")
    List<String> sensors = new ArrayList<>();

    @Option(
            names = "--client",
            paramLabel = "CODE",
            description = "the client's code, or 'partner=CODE'; needed to record")
    List<String> clients = new ArrayList<>();

    @Option(
            names = "--flag",
            paramLabel = "NAME",
            description =
                    ClientFlags.NAMES
                            + "; or 'partner=NAME'; for this session, not kept with the client;"
                            + " may be repeated")
    List<String> flags = new ArrayList<>();

    @Option(
            names = "--baseline",
            paramLabel = "WHICH",
            description =
                    "today (default), or earlier: judged at once against the approved band of"
                            + " earlier sessions, where silence is unwelcome; or 'partner=earlier'")
    List<String> baselines = new ArrayList<>();

    @Option(names = "--profile", paramLabel = "NAME", description = "settings of a profile")
    @Nullable String profile;

    @Option(
            names = "--for",
            paramLabel = "DURATION",
            converter = Durations.class,
            description = "ends by itself after this, like 50m")
    @Nullable Duration length;

    @Option(names = "--headless", description = "lines in the terminal instead of a window")
    boolean headless;

    @Option(
            names = "--now",
            description = "begins at once, without the page that a window shows before the session")
    boolean now;

    @Option(
            names = "--prepare",
            description =
                    "shows the page before the session in a window; so it does by itself with a"
                            + " sensor that is not simulated, and with --client")
    boolean prepare;

    @Option(
            names = "--guess",
            description =
                    "hides state and trace: you enter what you sense (F7 to F12), and Ctrl+R shows"
                            + " both side by side; for one client, in a window; nothing of it is"
                            + " kept")
    boolean guess;

    @Option(
            names = "--record",
            description = "refuse to start (exit code 5) rather than run unrecorded")
    boolean insist;

    @Override
    int run() {
        AttuneSettings settings = Wiring.settings(common, profile);
        Guardrails.warnings(settings).forEach(line -> err().println("attune: note: " + line));
        Map<LaneId, ClientCode> codes = codes();
        if (guess && (headless || !LiveScreen.available())) {
            throw new UsageException(DisplayChoice.NO_GUESS);
        }
        KnownBefore known = new KnownBefore(flags, baselines);
        List<SensorAddress> named = sensors.stream().map(SensorAddress::parse).toList();
        RecordingDesk desk = RecordingDesk.open(common, codes, insist);
        boolean begun = false;
        try {
            List<SensorAddress> addresses = LaneSensors.addresses(named, desk.remembered());
            Prepared prepared = prepare(settings, addresses, codes, known, desk);
            begun = true;
            run(settings, prepared, desk);
        } finally {
            if (!begun) {
                desk.close();
            }
        }
        return ExitCode.DONE;
    }

    /** What a session begins with. */
    private record Prepared(
            List<SensorAddress> addresses,
            List<Participant> people,
            Map<LaneId, Sensor> sensors,
            Map<LaneId, Background> backgrounds,
            double pace) {}

    private Prepared prepare(
            AttuneSettings settings,
            List<SensorAddress> addresses,
            Map<LaneId, ClientCode> codes,
            KnownBefore known,
            RecordingDesk desk) {
        double pace = pace(addresses);
        Map<LaneId, Sensor> opened =
                LaneSensors.of(addresses, this::strapsInReach, settings.strap());
        List<Participant> people = new ArrayList<>();
        for (SensorAddress address : addresses) {
            // Nobody named: the lane's own name stands for the person.
            ClientCode unnamed = new ClientCode(address.lane().value());
            people.add(
                    new Participant(address.lane(), codes.getOrDefault(address.lane(), unnamed)));
        }
        long guessable = opened.keySet().stream().filter(l -> l.role() != Role.THERAPIST).count();
        if (guess && guessable != 1) {
            throw new UsageException("--guess is for one client: leave out the others");
        }
        for (LaneId lane : codes.keySet()) {
            if (!opened.containsKey(lane)) {
                throw new UsageException("a code was given for " + lane + ", but no sensor");
            }
        }
        Map<LaneId, SensorDescription> descriptions = new LinkedHashMap<>();
        opened.forEach((lane, sensor) -> descriptions.put(lane, sensor.description()));
        Map<LaneId, Background> backgrounds = known.backgrounds(descriptions, desk.kept());
        known.notes().forEach(line -> err().println("attune: note: " + line));
        if (!codes.isEmpty() && !desk.records()) {
            err().println("attune: not recorded: " + desk.status().words());
        }
        return new Prepared(addresses, people, opened, backgrounds, pace);
    }

    private void run(AttuneSettings settings, Prepared prepared, RecordingDesk desk) {
        Session session =
                new Session(
                        new SessionId(UUID.randomUUID().toString()),
                        prepared.people(),
                        WallClock.system().now(),
                        settings.fingerprint(),
                        SessionPipeline.VERSION);
        Display display = DisplayChoice.of(out(), err(), settings.display(), headless, guess);
        Map<String, PipelineSettings> profiles = Profiles.all(common);
        runToEnd(
                new LiveRun(
                        settings, profiles, desk, display, preparation(settings, prepared, desk)),
                session,
                prepared.sensors(),
                prepared.pace(),
                length,
                prepared.backgrounds(),
                List.of());
        if (display.pressed() > 0) {
            LiveWords words = LiveWords.in(settings.display().language().locale());
            out().println(words.text("session.pressed", display.pressed()));
        }
        if (desk.recorded()) {
            out().println("recorded as " + session.id());
        }
    }

    /** The page before the session; none where the therapist, or nobody real, would wait for it. */
    private Optional<Preparation> preparation(
            AttuneSettings settings, Prepared prepared, RecordingDesk desk) {
        boolean real = prepared.addresses().stream().anyMatch(LaneSensors::living);
        boolean page = !now && (prepare || real || !codes().isEmpty());
        if (!page && !headless && LiveScreen.available()) {
            return Optional.empty();
        }
        Map<LaneId, SensorDescription> descriptions = new LinkedHashMap<>();
        prepared.sensors().forEach((lane, sensor) -> descriptions.put(lane, sensor.description()));
        Set<LaneId> bound =
                prepared.addresses().stream()
                        .filter(address -> !address.target().isEmpty())
                        .map(SensorAddress::lane)
                        .collect(Collectors.toSet());
        return Optional.of(
                new Preparation(
                        settings,
                        Profiles.all(common),
                        desk,
                        descriptions,
                        bound,
                        codes(),
                        flags,
                        baselines));
    }

    private String strapsInReach() {
        try {
            List<FoundStrap> found = BleScan.scan(LOOKING);
            return found.isEmpty()
                    ? "none is in reach now"
                    : "in reach are " + FoundStrap.listed(found);
        } catch (SensorUnavailableException e) {
            return String.valueOf(e.getMessage());
        }
    }

    /** Runs a session and turns an interruption into its proper end. */
    static void runToEnd(
            LiveRun run,
            Session session,
            Map<LaneId, Sensor> sensors,
            double pace,
            @Nullable Duration length,
            Map<LaneId, Background> backgrounds,
            List<Marker> marks) {
        try {
            run.run(session, sensors, pace, Optional.ofNullable(length), backgrounds, marks);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private Map<LaneId, ClientCode> codes() {
        Map<LaneId, ClientCode> codes = new LinkedHashMap<>();
        for (String text : clients) {
            int equals = text.indexOf('=');
            LaneId lane = equals < 0 ? LaneId.CLIENT : new LaneId(text.substring(0, equals));
            if (codes.put(lane, new ClientCode(text.substring(equals + 1))) != null) {
                throw new UsageException("two codes were given for " + lane);
            }
        }
        return codes;
    }

    private static double pace(List<SensorAddress> addresses) {
        double pace = Wiring.pace(addresses.get(0));
        for (SensorAddress address : addresses) {
            if (Wiring.pace(address) != pace) {
                throw new UsageException(
                        "all sensors of a session run at one speed; give each the same speed=");
            }
        }
        return pace;
    }
}
