package org.attune.ui;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.Random;
import java.util.Set;
import org.attune.hrv.HrvFeatures;
import org.attune.hrv.HrvReading;
import org.attune.hrv.HrvWindow;
import org.attune.live.LaneSnapshot;
import org.attune.live.LiveSnapshot;
import org.attune.live.RecordingStatus;
import org.attune.pipeline.Moment;
import org.attune.regulation.ArousalEstimate;
import org.attune.regulation.Baseline;
import org.attune.regulation.Reason;
import org.attune.regulation.RegulationState;
import org.attune.sensor.Capability;
import org.attune.sensor.SensorCondition;
import org.attune.sensor.SensorDescription;
import org.attune.sensor.SourceClass;
import org.attune.session.ClientCode;
import org.attune.session.LaneId;
import org.attune.session.MarkKind;
import org.attune.session.Marker;
import org.attune.session.Participant;
import org.attune.session.Phase;
import org.attune.session.Session;
import org.attune.session.SessionId;
import org.attune.signal.CueFate;
import org.attune.signal.Pace;
import org.attune.signal.Signal;
import org.attune.time.SessionTime;

/**
 * Snapshots as a session would give them: a wandering heart with rises and gaps by script, and the
 * states that belong to them. The same seed gives the same snapshot.
 */
final class SnapshotFixtures {
    static final double CENTRE = 72;
    static final double STEP = 3.6;
    static final int LEARNED_AT = 360;

    private final LaneId lane;
    private final String code;
    private final long seed;
    private final int seconds;
    private final List<double[]> bumps = new ArrayList<>();
    private final List<double[]> gaps = new ArrayList<>();
    private final List<double[]> moves = new ArrayList<>();
    private final List<Scripted> script = new ArrayList<>();
    private double calmFrom = Double.POSITIVE_INFINITY;
    private SourceClass source = SourceClass.ECG;
    private Reason gapReason = Reason.CONTACT_LOST;
    private boolean motion = true;

    SnapshotFixtures(LaneId lane, String code, long seed, int seconds) {
        this.lane = lane;
        this.code = code;
        this.seed = seed;
        this.seconds = seconds;
    }

    /** A rise of {@code bpm} about {@code middle}, {@code width} seconds to either side. */
    SnapshotFixtures bump(double middle, double width, double bpm) {
        bumps.add(new double[] {middle, width, bpm});
        return this;
    }

    SnapshotFixtures gap(double from, double to) {
        gaps.add(new double[] {from, to});
        return this;
    }

    SnapshotFixtures gapBecause(Reason reason) {
        gapReason = reason;
        return this;
    }

    SnapshotFixtures moving(double from, double to) {
        moves.add(new double[] {from, to});
        return this;
    }

    SnapshotFixtures state(double from, double to, RegulationState state) {
        script.add(new Scripted(from, to, state));
        return this;
    }

    SnapshotFixtures calmFrom(double second) {
        calmFrom = second;
        return this;
    }

    SnapshotFixtures source(SourceClass other) {
        source = other;
        return this;
    }

    SnapshotFixtures withoutMotion() {
        motion = false;
        return this;
    }

    LaneSnapshot build() {
        double[] rate = rate();
        List<Moment.Concluded> history = new ArrayList<>();
        List<OptionalDouble> movement = new ArrayList<>();
        Random random = new Random(seed + 1);
        RegulationState before = RegulationState.LEARNING;
        int held = 0;
        for (int t = 0; t < seconds; t++) {
            boolean gap = within(gaps, t);
            double coverage =
                    gap ? 0 : within(gaps, t - 20) ? 0.7 : 0.97 + 0.03 * random.nextDouble();
            RegulationState state = stateAt(t);
            held = state == before ? held + 1 : 0;
            before = state;
            history.add(concluded(t, rate[t], coverage, state, held));
            double milliG = 4 + 3 * random.nextDouble() + moved(t);
            movement.add(motion ? OptionalDouble.of(milliG) : OptionalDouble.empty());
        }
        Set<Capability> capabilities =
                motion
                        ? Set.of(Capability.RR, Capability.CONTACT, Capability.MOTION)
                        : Set.of(Capability.RR, Capability.CONTACT);
        boolean gapNow = !gaps.isEmpty() && within(gaps, seconds - 1);
        return new LaneSnapshot(
                new Participant(lane, new ClientCode(code)),
                new SensorDescription("test strap", "sim:test", source, capabilities),
                gapNow ? SensorCondition.CONTACT_LOST : SensorCondition.FLOWING,
                OptionalInt.of(80),
                hearing(rate),
                history,
                movement);
    }

    /** Beats at the rate of each second, none in a gap. */
    private LaneSnapshot.Hearing hearing(double[] rate) {
        List<SessionTime> beats = new ArrayList<>();
        double at = Math.max(0, seconds - 30);
        while (at < seconds - 1) {
            if (!within(gaps, at)) {
                beats.add(SessionTime.ofSeconds(at));
            }
            at += 60 / rate[(int) at];
        }
        return new LaneSnapshot.Hearing(Optional.of(SessionTime.ofSeconds(4)), beats);
    }

    /** A slow wander about the middle, smoothed over 14 s as the display's own window does. */
    private double[] rate() {
        Random random = new Random(seed);
        double[] raw = new double[seconds];
        double slow = 0;
        double fast = 0;
        for (int t = 0; t < seconds; t++) {
            boolean calm = t >= calmFrom;
            slow += -slow / 90 + random.nextGaussian() * 0.34;
            fast += -fast / 9 + random.nextGaussian() * 0.9;
            double lift = 0;
            for (double[] bump : bumps) {
                double distance = (t - bump[0]) / bump[1];
                lift += bump[2] * Math.exp(-distance * distance);
            }
            raw[t] = calm ? CENTRE - 3 + 0.1 * fast : CENTRE + slow + fast + lift;
        }
        double[] smooth = new double[seconds];
        for (int t = 0; t < seconds; t++) {
            smooth[t] = Arrays.stream(raw, Math.max(0, t - 13), t + 1).average().orElse(CENTRE);
        }
        return smooth;
    }

    private Moment.Concluded concluded(
            int t, double bpm, double coverage, RegulationState state, int held) {
        SessionTime at = SessionTime.ofSeconds(t);
        boolean unknown = state == RegulationState.UNKNOWN;
        Optional<Baseline> baseline =
                t >= LEARNED_AT
                        ? Optional.of(
                                new Baseline(
                                        CENTRE,
                                        STEP,
                                        OptionalDouble.of(3.5),
                                        SessionTime.ofSeconds(180),
                                        SessionTime.ofSeconds(LEARNED_AT)))
                        : Optional.empty();
        OptionalDouble level =
                unknown || baseline.isEmpty()
                        ? OptionalDouble.empty()
                        : OptionalDouble.of((bpm - CENTRE) / STEP);
        List<Reason> reasons = reasons(t, bpm, coverage, state, held);
        ArousalEstimate estimate =
                new ArousalEstimate(
                        at,
                        level,
                        state,
                        state == RegulationState.HIGH,
                        unknown ? 0 : coverage,
                        baseline,
                        reasons,
                        "test");
        Pace pace =
                state == RegulationState.HIGH
                        ? Pace.EASE
                        : state == RegulationState.QUIET ? Pace.INVITE : Pace.STAY;
        Signal signal =
                unknown
                        ? new Signal.Withheld(gapReason)
                        : new Signal.Shown(pace, CueFate.NONE, reasons);
        return new Moment.Concluded(lane, reading(t, bpm, coverage), estimate, signal);
    }

    private List<Reason> reasons(
            int t, double bpm, double coverage, RegulationState state, int held) {
        if (state == RegulationState.UNKNOWN) {
            return List.of(gapReason);
        }
        if (state == RegulationState.LEARNING) {
            return List.of(
                    new Reason(Reason.Code.LEARNING, Math.floor(100.0 * t / LEARNED_AT)),
                    new Reason(Reason.Code.DELAY, 15));
        }
        double slope = state == RegulationState.SETTLING ? -2 : 1.5;
        return List.of(
                new Reason(Reason.Code.HELD, held),
                new Reason(Reason.Code.LEVEL, bpm - CENTRE),
                new Reason(Reason.Code.SLOPE, slope),
                new Reason(Reason.Code.MOVEMENT, 6),
                new Reason(Reason.Code.COVERAGE, Math.floor(100 * coverage)),
                new Reason(Reason.Code.DELAY, 15));
    }

    private HrvReading reading(int t, double bpm, double coverage) {
        double rmssd = 33 + 9 * Math.sin(t / 71.0) - 0.6 * Math.max(0, bpm - CENTRE);
        double variabilityCoverage = coverageOver(t, 60);
        HrvFeatures features =
                new HrvFeatures(
                        OptionalDouble.of(60_000 / bpm),
                        OptionalDouble.of(60_000 / bpm),
                        OptionalDouble.of(45),
                        OptionalDouble.of(Math.max(6, rmssd)),
                        OptionalDouble.of(12));
        boolean silent = coverage == 0;
        return new HrvReading(
                SessionTime.ofSeconds(t),
                window(t, 14, silent ? HrvFeatures.NONE : features, coverage),
                window(t, 30, silent ? HrvFeatures.NONE : features, coverage),
                window(t, 60, features, variabilityCoverage),
                silent ? OptionalDouble.empty() : OptionalDouble.of(bpm));
    }

    private double coverageOver(int t, int span) {
        int heard = 0;
        for (int s = Math.max(0, t - span + 1); s <= t; s++) {
            heard += within(gaps, s) ? 0 : 1;
        }
        return heard / (double) span;
    }

    private static HrvWindow window(int t, int span, HrvFeatures features, double coverage) {
        return new HrvWindow(
                SessionTime.ofSeconds(Math.max(0, t - span)),
                SessionTime.ofSeconds(t),
                features,
                coverage,
                0.01,
                (int) (span * 1.2 * coverage));
    }

    /** Swells and fades over a few seconds, as a mean over a window does. */
    private double moved(double t) {
        double most = 0;
        for (double[] move : moves) {
            double half = (move[1] - move[0]) / 2;
            double distance = (t - move[0] - half) / half;
            most = Math.max(most, 38 * Math.exp(-distance * distance));
        }
        return most;
    }

    private static boolean within(List<double[]> spans, double t) {
        return spans.stream().anyMatch(span -> t >= span[0] && t < span[1]);
    }

    /** The state at second {@code t}: by script, or learning and then usual. */
    private RegulationState stateAt(int t) {
        if (within(gaps, t)) {
            return RegulationState.UNKNOWN;
        }
        for (Scripted part : script) {
            if (t >= part.from() && t < part.to()) {
                return part.state();
            }
        }
        return t < LEARNED_AT ? RegulationState.LEARNING : RegulationState.USUAL;
    }

    private record Scripted(double from, double to, RegulationState state) {}

    // The snapshots below are the ones the screens are drawn from.

    static LiveSnapshot learning() {
        return snapshot(204, Phase.ARRIVE, 0, List.of(), client(204).build());
    }

    static LiveSnapshot usual() {
        return snapshot(900, Phase.WORK, 480, marks(900), client(900).build());
    }

    static LiveSnapshot rising() {
        return snapshot(1230, Phase.WORK, 480, marks(1230), risen(1230).build());
    }

    static LiveSnapshot high() {
        return snapshot(1298, Phase.WORK, 480, marks(1298), risen(1298).build());
    }

    static LiveSnapshot settling() {
        return snapshot(1370, Phase.WORK, 480, marks(1370), risen(1370).build());
    }

    static LiveSnapshot quiet() {
        return snapshot(1860, Phase.WORK, 480, marks(1860), calmed().build());
    }

    static LiveSnapshot unknown() {
        return snapshot(
                1298,
                Phase.WORK,
                480,
                marks(1298),
                risen(1298).gap(900, 940).gap(1268, 1298).build());
    }

    static LiveSnapshot couple() {
        LaneSnapshot partner =
                new SnapshotFixtures(LaneId.PARTNER, "K-08", 77, 1298).gap(930, 968).build();
        LaneSnapshot therapist = new SnapshotFixtures(LaneId.THERAPIST, "T-1", 9, 1298).build();
        return snapshot(
                1298, Phase.WORK, 480, marks(1298), risen(1298).build(), partner, therapist);
    }

    private static SnapshotFixtures client(int seconds) {
        return new SnapshotFixtures(LaneId.CLIENT, "K-07", 20_261, seconds);
    }

    static LiveSnapshot group() {
        return snapshot(
                1298,
                Phase.WORK,
                480,
                marks(1298),
                client(1298).build(),
                new SnapshotFixtures(new LaneId("client-2"), "a-rather-long-code_2026.11", 5, 1298)
                        .bump(1280, 40, 12)
                        .state(1270, 1298, RegulationState.RISING)
                        .withoutMotion()
                        .build(),
                new SnapshotFixtures(new LaneId("client-3"), "JR-2", 6, 1298)
                        .gap(1200, 1298)
                        .gapBecause(new Reason(Reason.Code.TOO_FEW_BEATS, 41))
                        .build(),
                from(
                        SourceClass.SIMULATED,
                        new SnapshotFixtures(new LaneId("client-4"), "AB", 8, 1298).build()));
    }

    private static SnapshotFixtures calmed() {
        return client(1860).calmFrom(1560).state(1740, 1860, RegulationState.QUIET);
    }

    private static SnapshotFixtures risen(int seconds) {
        return client(seconds)
                .bump(957, 20, 13)
                .bump(1176, 14, 19)
                .bump(1228, 18, 12)
                .bump(1256, 18, 23)
                .bump(1290, 24, 21)
                .bump(1330, 18, 12)
                .bump(1370, 40, 9)
                .moving(940, 980)
                .moving(1150, 1162)
                .state(965, 981, RegulationState.RISING)
                .state(981, 1005, RegulationState.SETTLING)
                .state(1185, 1238, RegulationState.RISING)
                .state(1238, 1322, RegulationState.HIGH)
                .state(1322, 1500, RegulationState.SETTLING);
    }

    private static List<Marker> marks(int now) {
        List<Marker> all =
                List.of(
                        Marker.ofPhase(SessionTime.ofSeconds(480), Phase.WORK),
                        Marker.of(SessionTime.ofSeconds(835), MarkKind.INQUIRE),
                        new Marker(SessionTime.ofSeconds(1040), MarkKind.SUDS, "6"),
                        Marker.of(SessionTime.ofSeconds(1182), MarkKind.WORDS_NOT_BODY),
                        Marker.of(SessionTime.ofSeconds(1200), MarkKind.FELT),
                        Marker.of(SessionTime.ofSeconds(1249), MarkKind.SLOW),
                        Marker.of(SessionTime.ofSeconds(1356), MarkKind.PAUSE));
        return all.stream().filter(m -> m.at().toSeconds() < now).toList();
    }

    static LiveSnapshot snapshot(
            int now, Phase phase, int phaseSince, List<Marker> marks, LaneSnapshot... lanes) {
        return new LiveSnapshot(
                new Session(
                        new SessionId("test"),
                        Arrays.stream(lanes).map(LaneSnapshot::participant).toList(),
                        Instant.parse("2026-11-23T09:00:00Z"),
                        "none",
                        "test"),
                SessionTime.ofSeconds(now - 0.4),
                phase,
                SessionTime.ofSeconds(phaseSince),
                List.of(lanes),
                marks,
                new RecordingStatus(RecordingStatus.Kind.RECORDING, "agreed on 4 September"),
                1,
                3,
                Optional.empty(),
                Optional.empty());
    }

    /** The same snapshot with cues silent for so many seconds more. */
    static LiveSnapshot snoozed(LiveSnapshot s, int seconds) {
        return new LiveSnapshot(
                s.session(),
                s.now(),
                s.phase(),
                s.phaseSince(),
                s.lanes(),
                s.markers(),
                s.recording(),
                s.cuesGiven(),
                s.cueBudget(),
                Optional.of(SessionTime.ofSeconds(s.now().toSeconds() + seconds)),
                s.fault());
    }

    /** The same snapshot of one other lane. */
    static LiveSnapshot with(LiveSnapshot s, LaneSnapshot lane) {
        return new LiveSnapshot(
                s.session(),
                s.now(),
                s.phase(),
                s.phaseSince(),
                List.of(lane),
                s.markers(),
                s.recording(),
                s.cuesGiven(),
                s.cueBudget(),
                s.snoozedUntil(),
                s.fault());
    }

    /** The same snapshot with something else recorded. */
    static LiveSnapshot recording(LiveSnapshot s, RecordingStatus status) {
        return new LiveSnapshot(
                s.session(),
                s.now(),
                s.phase(),
                s.phaseSince(),
                s.lanes(),
                s.markers(),
                status,
                s.cuesGiven(),
                s.cueBudget(),
                s.snoozedUntil(),
                s.fault());
    }

    /** The same lane as another kind of sensor would give it. */
    static LaneSnapshot from(SourceClass source, LaneSnapshot lane) {
        return new LaneSnapshot(
                lane.participant(),
                new SensorDescription(
                        "simulated client", "sim:", source, lane.sensor().capabilities()),
                lane.condition(),
                lane.batteryPercent(),
                lane.hearing(),
                lane.history(),
                lane.movement());
    }
}
