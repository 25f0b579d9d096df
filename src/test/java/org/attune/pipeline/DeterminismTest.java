package org.attune.pipeline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.attune.regulation.BaselineRules;
import org.attune.sensor.Contact;
import org.attune.sensor.RrInterval;
import org.attune.sensor.SensorEvent;
import org.attune.session.LaneId;
import org.attune.session.MarkKind;
import org.attune.session.Marker;
import org.attune.session.Phase;
import org.attune.testkit.Golden;
import org.attune.testkit.Hearts;
import org.attune.testkit.SessionHarness;
import org.attune.time.SessionTime;
import org.junit.jupiter.api.Test;

/** The log of a session is the session: its inputs yield its conclusions again, bit for bit. */
class DeterminismTest {
    /** Quick to learn, so that short sessions reach every state. */
    private static final PipelineSettings SETTINGS =
            PipelineSettings.DEFAULT.withBaseline(new BaselineRules(20, 60, 3, 10, 5, 0.5));

    private static final LaneId[] LANES = {LaneId.CLIENT, LaneId.PARTNER, LaneId.THERAPIST};

    private interface Input {
        List<Moment> into(SessionPipeline pipeline);

        SessionTime at();
    }

    private record Said(LaneId lane, SensorEvent event) implements Input {
        @Override
        public List<Moment> into(SessionPipeline pipeline) {
            return pipeline.accept(lane, event);
        }

        @Override
        public SessionTime at() {
            return event.at();
        }
    }

    private record Marks(Marker marker) implements Input {
        @Override
        public List<Moment> into(SessionPipeline pipeline) {
            return pipeline.mark(marker);
        }

        @Override
        public SessionTime at() {
            return marker.at();
        }
    }

    @Test
    void aSessionPlayedAgainYieldsTheSameMoments() {
        for (long seed = 0; seed < 25; seed++) {
            List<Moment> log = lived(seed, false);
            assertThat(Replay.play(log, fresh())).as("seed %d", seed).isEqualTo(log);
        }
    }

    @Test
    void lookingAtTheClockMoreOftenChangesNothing() {
        for (long seed = 0; seed < 25; seed++) {
            assertThat(lived(seed, true)).as("seed %d", seed).isEqualTo(lived(seed, false));
        }
    }

    @Test
    void aLogCutOffAnywhereBeginsItsOwnReplayAndNothingIsAddedBeyondTheCut() {
        for (long seed = 0; seed < 6; seed++) {
            List<Moment> log = lived(seed, false);
            Random random = new Random(seed);
            for (int i = 0; i < 12; i++) {
                List<Moment> cut = log.subList(0, 1 + random.nextInt(closing(log) - 1));
                List<Moment> again = Replay.play(cut, fresh());
                assertThat(again.size()).isGreaterThanOrEqualTo(cut.size());
                assertThat(again.subList(0, cut.size()))
                        .as("seed %d cut at %d", seed, cut.size())
                        .isEqualTo(cut);
                assertThat(log.subList(0, again.size()))
                        .as("what the cut left out of its last instant")
                        .isEqualTo(again);
                SessionTime last = cut.get(cut.size() - 1).at();
                assertThat(again).allMatch(moment -> !moment.at().isAfter(last));
            }
        }
    }

    @Test
    void momentsAreEnteredInTheOrderOfTime() {
        for (long seed = 0; seed < 10; seed++) {
            SessionTime last = SessionTime.ZERO;
            for (Moment moment : lived(seed, false)) {
                assertThat(moment.at()).isGreaterThanOrEqualTo(last);
                last = moment.at();
            }
        }
    }

    @Test
    void anEventBehindTheFrontierIsTakenAtTheFrontierAndRecordedSo() {
        SessionPipeline pipeline = fresh();
        pipeline.advanceTo(SessionTime.ofSeconds(10));
        List<Moment> log =
                pipeline.accept(
                        LaneId.CLIENT,
                        new SensorEvent.RrReceived(
                                SessionTime.ofSeconds(8), List.of(RrInterval.ofMillis(800))));
        assertThat(log).hasSize(1);
        assertThat(log.get(0).at()).isEqualTo(SessionTime.ofSeconds(10));
    }

    @Test
    void conclusionsAreDrawnOnceASecondForEachLaneInOrder() {
        List<Moment> log = fresh().advanceTo(SessionTime.ofSeconds(2.5));
        assertThat(log).hasSize(6);
        for (int i = 0; i < 6; i++) {
            Moment.Concluded concluded = (Moment.Concluded) log.get(i);
            assertThat(concluded.at()).isEqualTo(SessionTime.ofSeconds(1 + i / 3));
            assertThat(concluded.lane()).isEqualTo(LANES[i % 3]);
        }
    }

    @Test
    void afterItsEndNothingChangesASession() {
        SessionPipeline pipeline = fresh();
        List<Moment> end = pipeline.end(SessionTime.ofSeconds(1));
        assertThat(end.get(end.size() - 1)).isEqualTo(new Moment.Ended(SessionTime.ofSeconds(1)));
        assertThat(pipeline.end(SessionTime.ofSeconds(2))).isEmpty();
        assertThat(pipeline.advanceTo(SessionTime.ofSeconds(9))).isEmpty();
        assertThat(pipeline.mark(Marker.of(SessionTime.ofSeconds(3), MarkKind.SLOW))).isEmpty();
        assertThat(
                        pipeline.accept(
                                LaneId.CLIENT,
                                new SensorEvent.LinkLost(SessionTime.ofSeconds(3), "x")))
                .isEmpty();
    }

    @Test
    void onePersonsLaneDoesNotTouchAnothers() {
        SessionPipeline alone = SessionHarness.pipeline(SETTINGS, LaneId.CLIENT);
        List<Moment> single = new ArrayList<>();
        for (Input input : inputs(3)) {
            if (input instanceof Marks || ((Said) input).lane().equals(LaneId.CLIENT)) {
                single.addAll(input.into(alone));
            } else {
                single.addAll(alone.advanceTo(input.at()));
            }
        }
        List<Moment> together = new ArrayList<>();
        SessionPipeline all = fresh();
        inputs(3).forEach(input -> together.addAll(input.into(all)));
        assertThat(concludedOf(together)).isEqualTo(concludedOf(single)).isNotEmpty();
    }

    @Test
    void aLaneThatIsNotThereIsAMistakeOfTheCaller() {
        SessionPipeline pipeline = SessionHarness.pipeline(SETTINGS, LaneId.CLIENT);
        SensorEvent event = new SensorEvent.LinkLost(SessionTime.ZERO, "x");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> pipeline.accept(LaneId.PARTNER, event));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> SessionHarness.pipeline(SETTINGS, LaneId.CLIENT, LaneId.CLIENT));
        assertThatIllegalArgumentException().isThrownBy(() -> SessionHarness.pipeline(SETTINGS));
    }

    @Test
    void aRealRecordingPlayedAgainYieldsTheSameMomentsAndIsAlmostWhollyUsable() {
        SessionPipeline pipeline = SessionHarness.pipeline(SETTINGS, LaneId.CLIENT);
        List<Moment> log = new ArrayList<>();
        SensorEvent linked = new SensorEvent.Linked(SessionTime.ZERO, SessionHarness.strap());
        log.addAll(pipeline.accept(LaneId.CLIENT, linked));
        for (String[] row : Golden.rows("nsr2db-009/rr.csv")) {
            SessionTime at = SessionTime.ofSeconds(Double.parseDouble(row[0]));
            RrInterval rr = RrInterval.ofMillis(Double.parseDouble(row[1]));
            log.addAll(pipeline.accept(LaneId.CLIENT, new SensorEvent.RrReceived(at, List.of(rr))));
        }
        log.addAll(pipeline.end(SessionTime.ofSeconds(601)));

        SessionPipeline again = SessionHarness.pipeline(SETTINGS, LaneId.CLIENT);
        assertThat(Replay.play(log, again)).isEqualTo(log);
        long gaps = 0;
        long normal = 0;
        long judged = 0;
        long ordinal = 0;
        for (Moment moment : log) {
            if (moment instanceof Moment.Judged each) {
                judged++;
                normal += each.beat().verdict().isNormal() ? 1 : 0;
                gaps += each.beat().ordinal() == ordinal + 1 ? 0 : 1;
                ordinal = each.beat().ordinal();
            }
        }
        assertThat(judged).isEqualTo(778);
        assertThat(gaps).isZero();
        assertThat(normal).isGreaterThan(770);
    }

    private static int closing(List<Moment> log) {
        // The judgements an end flushes follow from the end, which stands after them.
        int i = log.size() - 1;
        while (i > 0 && !(log.get(i) instanceof Moment.Concluded)) {
            i--;
        }
        return i + 1;
    }

    private static List<Moment.Concluded> concludedOf(List<Moment> log) {
        List<Moment.Concluded> found = new ArrayList<>();
        for (Moment moment : log) {
            if (moment instanceof Moment.Concluded each && each.lane().equals(LaneId.CLIENT)) {
                found.add(each);
            }
        }
        return found;
    }

    private static SessionPipeline fresh() {
        return SessionHarness.pipeline(SETTINGS, LANES);
    }

    private static List<Moment> lived(long seed, boolean lookOften) {
        SessionPipeline pipeline = fresh();
        Random random = new Random(~seed);
        List<Moment> log = new ArrayList<>();
        long frontier = 0;
        for (Input input : inputs(seed)) {
            if (lookOften && input.at().nanos() > frontier) {
                long span = input.at().nanos() - frontier;
                for (int k = random.nextInt(3); k > 0; k--) {
                    long look = frontier + (long) (random.nextDouble() * span);
                    log.addAll(pipeline.advanceTo(new SessionTime(look)));
                }
                if (random.nextInt(4) == 0) {
                    log.addAll(pipeline.advanceTo(input.at()));
                }
            }
            log.addAll(input.into(pipeline));
            frontier = Math.max(frontier, input.at().nanos());
        }
        log.addAll(pipeline.end(new SessionTime(frontier + 4_300_000_000L)));
        return log;
    }

    /** Three people, four minutes: beats, noise, faults, marks, and events that come late. */
    private static List<Input> inputs(long seed) {
        Random random = new Random(seed);
        Hearts.Heart[] hearts = new Hearts.Heart[LANES.length];
        for (int i = 0; i < hearts.length; i++) {
            hearts[i] = Hearts.random(seed * 31 + i);
        }
        List<Input> inputs = new ArrayList<>();
        for (int second = 1; second < 240; second++) {
            for (int lane = 0; lane < LANES.length; lane++) {
                SessionTime at =
                        SessionTime.ofSeconds(
                                Math.max(
                                        0,
                                        second
                                                + random.nextDouble()
                                                - (random.nextInt(20) == 0 ? 3 : 0)));
                inputs.add(new Said(LANES[lane], event(at, hearts[lane], random)));
            }
            if (random.nextInt(25) == 0) {
                inputs.add(new Marks(marker(SessionTime.ofSeconds(second), random)));
            }
        }
        return inputs;
    }

    private static SensorEvent event(SessionTime at, Hearts.Heart heart, Random random) {
        return switch (random.nextInt(40)) {
            case 0 -> new SensorEvent.LinkLost(at, "gone");
            case 1 -> new SensorEvent.Linked(at, SessionHarness.strap());
            case 2 -> new SensorEvent.ContactChanged(at, Contact.LOST);
            case 3, 4 -> new SensorEvent.ContactChanged(at, Contact.GOOD);
            case 5 -> new SensorEvent.Overrun(at, 3);
            case 6 -> new SensorEvent.HeartRateReceived(at, 70);
            case 7 -> new SensorEvent.MotionReceived(at, 40 * random.nextDouble());
            case 8 -> new SensorEvent.BatteryReported(at, 50);
            case 9 -> new SensorEvent.RrReceived(at, List.of());
            case 10 ->
                    new SensorEvent.RrReceived(
                            at, List.of(RrInterval.ofMillis(1 + 3000 * random.nextDouble())));
            default -> new SensorEvent.RrReceived(at, List.of(heart.next(at.toSeconds())));
        };
    }

    private static Marker marker(SessionTime at, Random random) {
        return switch (random.nextInt(4)) {
            case 0 -> Marker.ofPhase(at, Phase.WORK);
            case 1 -> new Marker(at, MarkKind.SNOOZE, "2");
            case 2 -> Marker.of(at, MarkKind.ACKNOWLEDGED);
            default -> Marker.of(at, MarkKind.SLOW);
        };
    }
}
