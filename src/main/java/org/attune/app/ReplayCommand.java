package org.attune.app;

import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.attune.config.AttuneSettings;
import org.attune.pipeline.Moment;
import org.attune.pipeline.PipelineSettings;
import org.attune.pipeline.Replay;
import org.attune.pipeline.SessionPipeline;
import org.attune.regulation.Background;
import org.attune.sensor.Sensor;
import org.attune.sensor.SensorAddress;
import org.attune.sensor.SensorDescription;
import org.attune.sensor.SensorEvent;
import org.attune.sensor.SourceClass;
import org.attune.sensor.replay.ReplaySensor;
import org.attune.session.ClientCode;
import org.attune.session.LaneId;
import org.attune.session.MarkKind;
import org.attune.session.Marker;
import org.attune.session.Participant;
import org.attune.session.Session;
import org.attune.session.SessionId;
import org.attune.store.StoredSession;
import org.attune.store.Vault;
import org.attune.time.WallClock;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** A recording in the live display, or judged again and compared. */
@Command(
        name = "replay",
        description = "Shows a recorded session, or a recording's file, in the live display.")
final class ReplayCommand extends Subcommand {
    @Parameters(paramLabel = "SESSION|FILE", description = "a session's name, or a file")
    String what = "";

    @Option(names = "--speed", paramLabel = "X", description = "times faster (default: 1)")
    double speed = 1;

    @Option(names = "--headless", description = "lines in the terminal instead of a window")
    boolean headless;

    @Option(
            names = "--check",
            description =
                    "shows nothing; judges the session's inputs again and compares every moment"
                            + " (exit code 1 when one differs)")
    boolean check;

    @Override
    int run() {
        AttuneSettings settings = Wiring.settings(common, null);
        if (isFile()) {
            if (check) {
                throw new UsageException("--check needs a recorded session, not a file");
            }
            SensorAddress address = new SensorAddress(LaneId.CLIENT, "replay", what, Map.of());
            show(
                    settings,
                    List.of(new Participant(LaneId.CLIENT, new ClientCode("recording"))),
                    Map.of(LaneId.CLIENT, ReplaySensor.ofFile(address, 1)),
                    Map.of(),
                    List.of());
            return ExitCode.DONE;
        }
        StoredSession stored = stored();
        return check ? compare(stored, settings) : show(stored, settings);
    }

    private boolean isFile() {
        try {
            return Files.isRegularFile(Path.of(what));
        } catch (InvalidPathException e) {
            return false;
        }
    }

    private StoredSession stored() {
        SessionId id;
        try {
            id = new SessionId(what);
        } catch (IllegalArgumentException e) {
            throw new UsageException("there is no such file, and no session is named so: " + what);
        }
        try (Vault vault = Vaults.open(this)) {
            return vault.archive()
                    .read(id)
                    .orElseThrow(
                            () ->
                                    new UsageException(
                                            "the vault holds no session of that name;"
                                                    + " 'attune sessions' lists them"));
        }
    }

    private int compare(StoredSession stored, AttuneSettings settings) {
        Session session = stored.entry().session();
        if (!session.settingsFingerprint().equals(settings.fingerprint())) {
            err().println(
                            "attune: the session was judged under other settings;"
                                    + " give them with --config");
            return ExitCode.CHECK_FAILED;
        }
        if (!session.pipelineVersion().equals(SessionPipeline.VERSION)) {
            err().println(
                            "attune: the session was judged by pipeline version "
                                    + session.pipelineVersion()
                                    + ", this is "
                                    + SessionPipeline.VERSION);
            return ExitCode.CHECK_FAILED;
        }
        List<LaneId> lanes = session.participants().stream().map(Participant::lane).toList();
        List<Moment> log = stored.moments();
        Map<String, PipelineSettings> profiles = Profiles.all(common);
        Optional<String> unknown = unknownProfile(log, profiles);
        if (unknown.isPresent()) {
            err().println(
                            "attune: the session changed to profile "
                                    + unknown.get()
                                    + ", whose settings are others now; give them with --config");
            return ExitCode.CHECK_FAILED;
        }
        List<Moment> again =
                Replay.play(
                        log,
                        Wiring.pipeline(lanes, settings.pipeline(), Optional.empty(), profiles));
        int same = 0;
        while (same < Math.min(log.size(), again.size()) && log.get(same).equals(again.get(same))) {
            same++;
        }
        if (same == log.size() && same == again.size()) {
            out().println("identical: " + same + " moments");
            return ExitCode.DONE;
        }
        out().println(
                        "different: the first "
                                + same
                                + " moments are the same; recorded "
                                + log.size()
                                + ", judged again "
                                + again.size());
        return ExitCode.CHECK_FAILED;
    }

    /** A profile the session changed to and that cannot be had as it was, by its name. */
    private static Optional<String> unknownProfile(
            List<Moment> log, Map<String, PipelineSettings> profiles) {
        return log.stream()
                .filter(Moment.Marked.class::isInstance)
                .map(moment -> ((Moment.Marked) moment).marker())
                .filter(marker -> marker.kind() == MarkKind.PROFILE)
                .map(Marker::detail)
                .filter(detail -> !profiles.containsKey(detail))
                .map(detail -> detail.substring(0, detail.indexOf('@')))
                .findFirst();
    }

    private int show(StoredSession stored, AttuneSettings settings) {
        Map<LaneId, List<SensorEvent>> events = new LinkedHashMap<>();
        Map<LaneId, SensorDescription> sensors = new LinkedHashMap<>();
        Map<LaneId, Background> backgrounds = new LinkedHashMap<>();
        List<Marker> marks = new ArrayList<>();
        for (Moment moment : stored.moments()) {
            if (moment instanceof Moment.Heard heard) {
                events.computeIfAbsent(heard.lane(), lane -> new ArrayList<>()).add(heard.event());
                if (heard.event() instanceof SensorEvent.Linked linked) {
                    sensors.putIfAbsent(heard.lane(), linked.sensor());
                }
            } else if (moment instanceof Moment.Marked marked) {
                marks.add(marked.marker());
            } else if (moment instanceof Moment.Prepared prepared) {
                backgrounds.put(prepared.lane(), prepared.background());
            }
        }
        Map<LaneId, Sensor> players = new LinkedHashMap<>();
        List<Participant> people = stored.entry().session().participants();
        SensorDescription unknown =
                new SensorDescription("recording", "replay:", SourceClass.UNKNOWN, Set.of());
        for (Participant person : people) {
            LaneId lane = person.lane();
            players.put(
                    lane,
                    new ReplaySensor(
                            sensors.getOrDefault(lane, unknown),
                            events.getOrDefault(lane, List.of()),
                            1));
        }
        return show(settings, people, players, backgrounds, LiveRun.standing(marks));
    }

    private int show(
            AttuneSettings settings,
            List<Participant> people,
            Map<LaneId, Sensor> players,
            Map<LaneId, Background> backgrounds,
            List<Marker> marks) {
        Session session =
                new Session(
                        new SessionId("replay"),
                        people,
                        WallClock.system().now(),
                        settings.fingerprint(),
                        SessionPipeline.VERSION);
        Display display = LiveCommand.display(out(), err(), settings.display(), headless);
        RecordingDesk nothing = RecordingDesk.nothing("a recording is being shown");
        LiveCommand.runToEnd(
                new LiveRun(settings, Profiles.all(common), nothing, display),
                session,
                players,
                speed,
                null,
                backgrounds,
                marks);
        return ExitCode.DONE;
    }
}
