package org.attune.sensor.ble;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicLong;
import org.attune.live.LiveSession;
import org.attune.live.RecordingStatus;
import org.attune.live.SleepAwareTicker;
import org.attune.pipeline.Moment;
import org.attune.pipeline.PipelineSettings;
import org.attune.pipeline.SessionPipeline;
import org.attune.regulation.BaselineRules;
import org.attune.sensor.Sensor;
import org.attune.sensor.SensorEvent.RrReceived;
import org.attune.session.ClientCode;
import org.attune.session.LaneId;
import org.attune.session.Participant;
import org.attune.session.Session;
import org.attune.session.SessionId;
import org.attune.testkit.SessionHarness;
import org.attune.time.AcceleratedTicker;
import org.attune.time.SessionClock;
import org.attune.time.SystemTicker;

/**
 * Two people with a strap each, in one live session as the program runs it, in compressed time:
 * hearts, straps and the session's clock all run {@link #PACE} times faster than life.
 */
final class ChaosSession implements AutoCloseable {
    static final int PACE = 6;

    /** The lanes, in the order of their straps. */
    static final List<LaneId> LANES = List.of(LaneId.CLIENT, LaneId.PARTNER);

    /** Short, so that states are told at all between two faults. */
    private static final BaselineRules QUICK = new BaselineRules(0, 60, 3, 10, 5, 0);

    final LightRig rig;
    final long startedAt;
    private final AtomicLong calendarAhead = new AtomicLong();
    private final SessionClock clock;
    private final List<Leap> leaps = new CopyOnWriteArrayList<>();
    private final LiveSession live;
    private final List<Moment> moments = Collections.synchronizedList(new ArrayList<>());
    private final Map<LaneId, Long> newestBeats =
            Collections.synchronizedMap(new LinkedHashMap<>());

    /**
     * A sleep of the machine: when it woke, and for how long it slept, in nanoseconds of session.
     */
    private record Leap(long woke, long nanos) {}

    ChaosSession(long seed) {
        rig =
                LightRig.start(
                        "--straps",
                        "2",
                        "--pace",
                        "" + PACE,
                        "--hr",
                        "72",
                        "--seed",
                        "" + seed,
                        "--pmd",
                        "--signed",
                        "--advertise-ms",
                        "60",
                        "--connect-ms",
                        "40",
                        "--resolve-ms",
                        "60");
        Duration patience = StrapBench.PATIENCE.dividedBy(PACE);
        Map<LaneId, Sensor> sensors = new LinkedHashMap<>();
        List<Participant> people = new ArrayList<>();
        for (LaneId lane : LANES) {
            sensors.put(
                    lane, StrapBench.sensorAt("ble:" + strapOf(lane), rig.busAddress(), patience));
            people.add(new Participant(lane, new ClientCode(lane.value())));
        }
        PipelineSettings settings = PipelineSettings.DEFAULT.withBaseline(QUICK);
        clock =
                SessionClock.startingNow(
                        new AcceleratedTicker(
                                new SleepAwareTicker(new SystemTicker(), this::calendar), PACE));
        startedAt = origin(clock);
        live =
                LiveSession.start(
                        new LiveSession.Parts(
                                new Session(
                                        new SessionId("chaos"),
                                        people,
                                        Instant.EPOCH,
                                        "",
                                        SessionPipeline.VERSION),
                                sensors,
                                SessionHarness.pipeline(settings, LANES.toArray(LaneId[]::new)),
                                Map.of(),
                                clock,
                                List.of(this::happened),
                                snapshot -> {},
                                () -> new RecordingStatus(RecordingStatus.Kind.LIVE_ONLY, ""),
                                () -> {},
                                () -> {},
                                3,
                                List.of()));
    }

    /** When the clock read zero; asked until the two clocks were read right after one another. */
    private static long origin(SessionClock clock) {
        while (true) {
            long before = System.nanoTime();
            long session = clock.now().nanos();
            long after = System.nanoTime();
            if (after - before < 100_000) {
                return before - session / PACE;
            }
        }
    }

    static String strapOf(LaneId lane) {
        return "C0:00:00:00:00:0" + numberOf(lane);
    }

    /** 1 or 2: the strap's number on the rig, and how it signs its intervals. */
    static int numberOf(LaneId lane) {
        return LANES.indexOf(lane) + 1;
    }

    private void happened(Moment moment) {
        moments.add(moment);
        if (moment instanceof Moment.Heard heard
                && heard.event() instanceof RrReceived received
                && !received.intervals().isEmpty()) {
            newestBeats.put(heard.lane(), received.at().nanos());
        }
    }

    /** When beats last arrived for a person, as {@code System.nanoTime()}; far back if never. */
    long newestBeats(LaneId lane) {
        Long newest = newestBeats.get(lane);
        return newest == null ? startedAt : realNanos(newest);
    }

    List<Moment> moments() {
        synchronized (moments) {
            return List.copyOf(moments);
        }
    }

    private Instant calendar() {
        return Instant.now().plusSeconds(calendarAhead.get());
    }

    /**
     * The machine sleeps for so long, as its clocks tell; the session is {@link #PACE} times as
     * far.
     */
    void sleep(int seconds) {
        calendarAhead.addAndGet(seconds);
        clock.now();
        long woke = clock.lastWaking().orElseThrow().nanos();
        leaps.add(new Leap(woke, seconds * 1_000_000_000L * PACE));
    }

    /** How long the machine slept before this moment of the session, in its nanoseconds. */
    private long sleptBefore(long sessionNanos) {
        long slept = 0;
        for (Leap leap : leaps) {
            slept += Math.max(0, Math.min(leap.nanos, sessionNanos - (leap.woke - leap.nanos)));
        }
        return slept;
    }

    /** On the machine's clock, which stands still in sleep. */
    long realNanos(long sessionNanos) {
        return startedAt + (sessionNanos - sleptBefore(sessionNanos)) / PACE;
    }

    /** Session time of a moment on the machine's clock, in nanoseconds. */
    long sessionNanos(long realNanos) {
        long session = (realNanos - startedAt) * PACE;
        for (Leap leap : leaps) {
            if (session >= leap.woke - leap.nanos) {
                session += leap.nanos;
            }
        }
        return session;
    }

    @Override
    public void close() throws IOException {
        live.close();
        rig.close();
    }
}
