package org.attune.app;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Predicate;
import javax.swing.SwingUtilities;
import org.attune.config.AttuneSettings;
import org.attune.consent.RecordingPermit;
import org.attune.live.LatestSnapshot;
import org.attune.live.LiveSession;
import org.attune.live.LiveSnapshot;
import org.attune.live.RecordingStatus;
import org.attune.pipeline.PipelineSettings;
import org.attune.pipeline.SessionPipeline;
import org.attune.regulation.PersonalBandEstimator;
import org.attune.regulation.RegulationState;
import org.attune.sensor.Capability;
import org.attune.sensor.Sensor;
import org.attune.sensor.SensorDescription;
import org.attune.sensor.SensorEvent;
import org.attune.sensor.SensorListener;
import org.attune.sensor.SourceClass;
import org.attune.sensor.replay.SimulationScenario;
import org.attune.sensor.replay.SyntheticHeart;
import org.attune.session.ClientCode;
import org.attune.session.LaneId;
import org.attune.session.Participant;
import org.attune.session.Session;
import org.attune.session.SessionId;
import org.attune.signal.CalmCues;
import org.attune.store.SessionRecorder;
import org.attune.store.Vault;
import org.attune.time.SessionClock;
import org.attune.time.SessionTime;
import org.attune.time.Ticker;
import org.attune.time.WallClock;
import org.attune.ui.DisplaySettings;
import org.attune.ui.LiveScreen;
import org.attune.ui.place.WindowPlaces;
import org.jspecify.annotations.Nullable;

/**
 * A session of simulated people in the real window, recorded into a real vault, whose time goes on
 * only when it is told to and waits for the display: the same on any machine, however slow.
 */
final class SteppedSession implements AutoCloseable {
    private static final SensorDescription STRAP =
            new SensorDescription(
                    "strap",
                    "sim:stepped",
                    SourceClass.SIMULATED,
                    Set.of(Capability.RR, Capability.CONTACT, Capability.MOTION));

    private volatile long nowNanos;
    private final Map<LaneId, Strap> straps = new LinkedHashMap<>();
    private final Vault vault;
    private final SessionRecorder recorder;
    private final LiveScreen screen = new LiveScreen(DisplaySettings.DEFAULT, WindowPlaces.none());
    private final LiveSession session;
    private int lastSlice;
    private volatile @Nullable LiveSnapshot newest;

    SteppedSession(Path home, Map<ClientCode, SimulationScenario> people) {
        vault =
                Vault.open(
                        home.resolve("vault"),
                        AttuneProcess.PASSPHRASE.toCharArray(),
                        WallClock.system());
        List<Participant> participants = new ArrayList<>();
        Map<LaneId, RecordingPermit> permits = new LinkedHashMap<>();
        people.forEach(
                (code, scenario) -> {
                    LaneId lane = participants.isEmpty() ? LaneId.CLIENT : LaneId.PARTNER;
                    participants.add(new Participant(lane, code));
                    straps.put(lane, new Strap(scenario));
                    permits.put(lane, permit(code));
                });
        AttuneSettings attune = Wiring.settings(new CommonOptions(), null);
        PipelineSettings settings = attune.pipeline();
        Session who =
                new Session(
                        new SessionId(UUID.randomUUID().toString()),
                        participants,
                        WallClock.system().now(),
                        attune.fingerprint(),
                        SessionPipeline.VERSION);
        recorder = vault.record(who, settings.toText(), permits, status -> {});
        Ticker ticker = () -> nowNanos;
        LatestSnapshot latest = new LatestSnapshot(SwingUtilities::invokeLater, this::show);
        session =
                LiveSession.start(
                        new LiveSession.Parts(
                                who,
                                new LinkedHashMap<>(straps),
                                new SessionPipeline(
                                        List.copyOf(straps.keySet()),
                                        settings,
                                        () -> new PersonalBandEstimator(settings.regulation()),
                                        () -> new CalmCues(settings.cues())),
                                Map.of(),
                                SessionClock.startingNow(ticker),
                                List.of(recorder),
                                latest::offer,
                                () -> new RecordingStatus(RecordingStatus.Kind.RECORDING, ""),
                                () -> {},
                                () -> {},
                                3,
                                List.of()));
        screen.open(session, () -> {});
    }

    private RecordingPermit permit(ClientCode code) {
        return vault.consents()
                .log(code)
                .askToRecord(WallClock.system().now())
                .match(
                        permitted -> permitted.permit(),
                        refused -> {
                            throw new AssertionError(refused.missing());
                        });
    }

    private void show(LiveSnapshot snapshot) {
        screen.offer(snapshot);
        newest = snapshot;
    }

    /** Goes on to {@code second} and waits until that is on the screen. */
    void until(double second) {
        nowNanos = (long) (second * 1e9);
        // In the order in which they happen: what comes late is not waited for.
        for (int slice = lastSlice + 1; slice <= second; slice++) {
            SessionTime until = SessionTime.ofSeconds(slice);
            straps.values().forEach(strap -> strap.tellUntil(until));
            lastSlice = slice;
        }
        await(shown -> shown.now().toSeconds() >= Math.floor(second) - 1);
    }

    /** Waits until so many marks have arrived. */
    void awaitMarks(int count) {
        await(shown -> shown.markers().size() >= count);
    }

    private void await(Predicate<LiveSnapshot> condition) {
        LiveSnapshot shown = newest;
        while (shown == null || !condition.test(shown)) {
            LockSupport.parkNanos(1_000_000);
            shown = newest;
        }
    }

    RegulationState state(LaneId lane) {
        return Objects.requireNonNull(newest).lanes().stream()
                .filter(each -> each.participant().lane().equals(lane))
                .map(each -> each.history().get(each.history().size() - 1).estimate().state())
                .findFirst()
                .orElseThrow();
    }

    int pressed() {
        return screen.pressed();
    }

    @Override
    public void close() {
        session.close();
        screen.close();
        recorder.close();
        vault.close();
    }

    /** Plays a scenario as far as the time has come. */
    private static final class Strap implements Sensor {
        private final Iterator<SensorEvent> events;
        private SensorListener listener = event -> {};
        private @Nullable SensorEvent next;

        Strap(SimulationScenario scenario) {
            events = SyntheticHeart.stream(scenario, 7, scenario.length()).iterator();
            next = events.next();
        }

        @Override
        public SensorDescription description() {
            return STRAP;
        }

        @Override
        public void open(SessionClock clock, SensorListener told) {
            listener = told;
        }

        void tellUntil(SessionTime time) {
            SensorEvent event = next;
            while (event != null && !event.at().isAfter(time)) {
                listener.heard(event);
                event = events.hasNext() ? events.next() : null;
            }
            next = event;
        }

        @Override
        public void close() {}
    }
}
