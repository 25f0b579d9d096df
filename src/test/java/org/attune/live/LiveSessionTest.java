package org.attune.live;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.BooleanSupplier;
import org.attune.beat.Beat;
import org.attune.pipeline.Moment;
import org.attune.pipeline.PipelineSettings;
import org.attune.pipeline.Replay;
import org.attune.pipeline.SessionPipeline;
import org.attune.regulation.Background;
import org.attune.regulation.PersonalBandEstimator;
import org.attune.regulation.RegulationState;
import org.attune.sensor.Capability;
import org.attune.sensor.RrInterval;
import org.attune.sensor.Sensor;
import org.attune.sensor.SensorDescription;
import org.attune.sensor.SensorEvent;
import org.attune.sensor.SensorListener;
import org.attune.sensor.SensorUnavailableException;
import org.attune.sensor.SourceClass;
import org.attune.session.ClientCode;
import org.attune.session.ClientFlag;
import org.attune.session.LaneId;
import org.attune.session.MarkKind;
import org.attune.session.Participant;
import org.attune.session.Phase;
import org.attune.session.Session;
import org.attune.session.SessionId;
import org.attune.signal.CalmCues;
import org.attune.time.AcceleratedTicker;
import org.attune.time.SessionClock;
import org.attune.time.SessionTime;
import org.attune.time.SystemTicker;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class LiveSessionTest {
    private static final int SPEED = 50;
    private static final String STRICT = "strict@0123456789abcdef";

    private final HandHeldSensor sensor = new HandHeldSensor();
    private final List<Moment> log = new CopyOnWriteArrayList<>();
    private final List<LiveSnapshot> screen = new CopyOnWriteArrayList<>();
    private final AtomicLong calendarAhead = new AtomicLong();
    private SessionClock clock =
            SessionClock.startingNow(
                    new AcceleratedTicker(
                            new SleepAwareTicker(
                                    new SystemTicker(),
                                    () -> Instant.now().plusSeconds(calendarAhead.get())),
                            SPEED));
    private volatile RecordingStatus recording =
            new RecordingStatus(RecordingStatus.Kind.RECORDING, "as agreed");
    private Map<LaneId, Background> backgrounds = Map.of();
    private final AtomicInteger deletions = new AtomicInteger();
    private @Nullable LiveSession started;

    /** A sensor that says what the test lets it say. */
    private static final class HandHeldSensor implements Sensor {
        private volatile SensorListener listener = event -> {};
        private volatile SessionClock clock = SessionClock.startingNow(() -> 0);
        private volatile boolean closed;
        private double wobble = 1;

        @Override
        public SensorDescription description() {
            return new SensorDescription(
                    "hand-held", "test:", SourceClass.ECG, Set.of(Capability.RR));
        }

        @Override
        public void open(SessionClock sessionClock, SensorListener sensorListener) {
            clock = sessionClock;
            listener = sensorListener;
            listener.heard(new SensorEvent.Linked(clock.now(), description()));
        }

        /** About so long: no heart repeats itself to the tick. */
        void beat(double millis) {
            wobble = -wobble;
            listener.heard(
                    new SensorEvent.RrReceived(
                            clock.now(), List.of(RrInterval.ofMillis(millis + wobble))));
        }

        void move(double milliG) {
            listener.heard(new SensorEvent.MotionReceived(clock.now(), milliG));
        }

        @Override
        public void close() {
            closed = true;
        }
    }

    @Test
    void theTherapistMayChangeTheProfileAndOnlyToOneThatIsKnown() throws InterruptedException {
        LiveSession live = start(sensor, log);
        assertThat(live.profiles()).containsExactly(STRICT);
        live.mark(MarkKind.PROFILE, STRICT);
        await(() -> log.stream().anyMatch(Moment.Marked.class::isInstance));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> live.mark(MarkKind.PROFILE, "other@0000000000000000"));
        assertThat(live.isFinished()).as("and the session goes on").isFalse();
    }

    @Test
    void whatIsKnownOfAPersonIsTheFirstThingTold() throws InterruptedException {
        Background known =
                new Background(
                        Set.of(ClientFlag.PACEMAKER), Optional.empty(), Background.Reference.TODAY);
        backgrounds = Map.of(LaneId.CLIENT, known);
        start(sensor, log).close();
        assertThat(log.get(0))
                .isEqualTo(new Moment.Prepared(SessionTime.ZERO, LaneId.CLIENT, known));
        assertThat(log).filteredOn(Moment.Prepared.class::isInstance).hasSize(1);
    }

    private LiveSession start(Sensor used, List<Moment> listener) throws InterruptedException {
        Session session =
                new Session(
                        new SessionId("s-1"),
                        List.of(new Participant(LaneId.CLIENT, new ClientCode("K-07"))),
                        Instant.EPOCH,
                        "",
                        SessionPipeline.VERSION);
        LiveSession live =
                LiveSession.start(
                        new LiveSession.Parts(
                                session,
                                Map.of(LaneId.CLIENT, used),
                                pipeline(),
                                backgrounds,
                                clock,
                                List.of(listener::add),
                                screen::add,
                                () -> recording,
                                () ->
                                        recording =
                                                new RecordingStatus(
                                                        RecordingStatus.Kind.WITHDRAWN, ""),
                                deletions::incrementAndGet,
                                3,
                                List.of(STRICT)));
        started = live;
        await(() -> !screen.isEmpty());
        return live;
    }

    private static SessionPipeline pipeline() {
        PipelineSettings settings = PipelineSettings.DEFAULT;
        return new SessionPipeline(
                List.of(LaneId.CLIENT),
                settings,
                Map.of(STRICT, settings),
                () -> new PersonalBandEstimator(settings.regulation()),
                () -> new CalmCues(settings.cues()));
    }

    private static void await(BooleanSupplier condition) throws InterruptedException {
        for (int i = 0; i < 500 && !condition.getAsBoolean(); i++) {
            Thread.sleep(10);
        }
        assertThat(condition.getAsBoolean()).isTrue();
    }

    private LiveSnapshot newest() {
        return screen.get(screen.size() - 1);
    }

    private RegulationState state() {
        List<Moment.Concluded> history = newest().lanes().get(0).history();
        return history.isEmpty()
                ? RegulationState.UNKNOWN
                : history.get(history.size() - 1).estimate().state();
    }

    @AfterEach
    void close() {
        if (started != null) {
            started.close();
        }
    }

    @Test
    void theFirstScreenComesBeforeTheFirstBeat() throws InterruptedException {
        start(sensor, log);

        await(() -> !screen.isEmpty());
        assertThat(screen.get(0).lanes()).hasSize(1);
    }

    /** A loaded machine may let some beats come late, and begin anew. */
    private void beatUntilLearning() throws InterruptedException {
        for (int i = 0; i < 2_000 && state() != RegulationState.LEARNING; i++) {
            sensor.beat(800);
            Thread.sleep(800 / SPEED);
        }
        assertThat(state()).isEqualTo(RegulationState.LEARNING);
    }

    @Test
    void beatsLeadToLearningAndSilenceToUnknownWithoutAnyEvent() throws InterruptedException {
        start(sensor, log);
        beatUntilLearning();

        await(() -> state() == RegulationState.UNKNOWN);
    }

    @Test
    void aMachineThatSleptWithholdsAndNoBeatAfterItIsANeighbourOfOneBefore()
            throws InterruptedException {
        LiveSession live = start(sensor, log);
        beatUntilLearning();

        calendarAhead.addAndGet(12); // ten minutes of the session, in which nothing was heard
        for (int i = 0; i < 5; i++) { // the link has survived, and beats go on at once
            sensor.beat(800);
            Thread.sleep(800 / SPEED);
        }
        live.close();

        SessionTime woke = clock.lastWaking().orElseThrow();
        SessionTime slept = woke.plus(Duration.ofMinutes(-10));
        List<Beat> beats =
                log.stream()
                        .filter(Moment.Judged.class::isInstance)
                        .map(moment -> ((Moment.Judged) moment).beat())
                        .toList();
        for (int i = 1; i < beats.size(); i++) {
            if (beats.get(i - 1).at().isBefore(slept) && !beats.get(i).at().isBefore(slept)) {
                assertThat(beats.get(i).ordinal()).isGreaterThan(beats.get(i - 1).ordinal() + 1);
            }
        }
        assertThat(beats.get(beats.size() - 1).at()).isGreaterThan(slept);
        assertThat(log)
                .filteredOn(Moment.Concluded.class::isInstance)
                .filteredOn(moment -> moment.at().isAfter(slept.plus(Duration.ofSeconds(6))))
                .hasSizeGreaterThan(590)
                .allSatisfy(
                        moment ->
                                assertThat(((Moment.Concluded) moment).estimate().state())
                                        .isEqualTo(RegulationState.UNKNOWN));
        assertThat(log)
                .filteredOn(Moment.Heard.class::isInstance)
                .extracting(moment -> ((Moment.Heard) moment).event())
                .hasAtLeastOneElementOfType(SensorEvent.Overrun.class);
        assertThat(Replay.play(log, pipeline())).isEqualTo(log);
    }

    @Test
    void movementThatIsNoLongerToldIsUnknownAndNotWhatItWas() throws InterruptedException {
        LiveSession live = start(sensor, log);
        sensor.move(40);
        await(() -> newestMovement().isPresent());
        assertThat(newestMovement()).hasValue(40);

        await(() -> newestMovement().isEmpty()); // with the link standing
        assertThat(live.isFinished()).isFalse();
    }

    private OptionalDouble newestMovement() {
        List<OptionalDouble> all = screen.get(screen.size() - 1).lanes().get(0).movement();
        return all.isEmpty() ? OptionalDouble.empty() : all.get(all.size() - 1);
    }

    @Test
    void whatWasLivedReplaysToTheSameMoments() throws InterruptedException {
        LiveSession live = start(sensor, log);
        for (int i = 0; i < 100; i++) {
            sensor.beat(780 + 40 * Math.sin(i / 3.0));
            if (i == 50) {
                live.mark(MarkKind.SLOW);
                live.phase(Phase.WORK);
                live.snooze(Duration.ofMinutes(5));
            }
            Thread.sleep(780 / SPEED);
        }
        live.close();

        assertThat(log.get(log.size() - 1)).isInstanceOf(Moment.Ended.class);
        assertThat(Replay.play(log, pipeline())).isEqualTo(log);
    }

    @Test
    void aMarkIsSeenAtOnceAndCanBeTakenBack() throws InterruptedException {
        LiveSession live = start(sensor, log);
        live.mark(MarkKind.GROUND);
        await(() -> !screen.isEmpty() && newest().markers().size() == 1);
        live.undo();
        await(() -> newest().markers().isEmpty());

        assertThat(newest().markers()).isEmpty();
    }

    @Test
    void aMarkOlderThanTenSecondsStays() throws InterruptedException {
        LiveSession live = start(sensor, log);
        live.mark(MarkKind.GROUND);
        Thread.sleep(12_000 / SPEED);
        live.undo();
        live.mark(MarkKind.SLOW);
        await(() -> newest().markers().stream().anyMatch(m -> m.kind() == MarkKind.SLOW));

        assertThat(newest().markers()).hasSize(2);
    }

    @Test
    void aSnoozeIsShownUntilItEnds() throws InterruptedException {
        LiveSession live = start(sensor, log);
        live.snooze(Duration.ofSeconds(30));
        await(() -> !screen.isEmpty() && newest().snoozedUntil().isPresent());

        await(() -> newest().snoozedUntil().isEmpty());
    }

    @Test
    void aSnoozeOfAnyLengthIsTaken() throws InterruptedException {
        LiveSession live = start(sensor, log);

        live.snooze(Duration.ofSeconds(100)); // no whole number of minutes
        await(() -> newest().snoozedUntil().isPresent());
        live.snooze(Duration.ZERO);
        await(() -> newest().snoozedUntil().isEmpty());
    }

    @Test
    void withdrawalStopsTheRecordingBeforeItReturns() throws InterruptedException {
        LiveSession live = start(sensor, log);
        live.withdraw();

        assertThat(recording.kind()).isEqualTo(RecordingStatus.Kind.WITHDRAWN);
        await(
                () ->
                        newest().recording().kind() == RecordingStatus.Kind.WITHDRAWN
                                && !newest().markers().isEmpty());
    }

    @Test
    void deletingNeedsAWithdrawalOfTheLastHalfMinute() throws InterruptedException {
        AtomicLong nanos = new AtomicLong();
        clock = SessionClock.startingNow(nanos::get);
        LiveSession live = start(sensor, log);
        assertThat(live.delete()).as("nothing was withdrawn").isFalse();
        live.withdraw();
        assertThat(live.delete()).isTrue();
        assertThat(deletions).hasValue(1);

        nanos.addAndGet(SessionCommands.DELETE_WITHIN.toNanos() + 1);
        assertThat(live.delete()).as("too late").isFalse();
        live.withdraw();
        assertThat(live.delete()).as("withdrawn anew").isTrue();
        assertThat(deletions).hasValue(2);
    }

    @Test
    void aBugWithholdsTheSignalAndIsShown() throws InterruptedException {
        List<Moment> brokenListener =
                new CopyOnWriteArrayList<>() {
                    private static final long serialVersionUID = 1L;

                    @Override
                    public boolean add(Moment moment) {
                        if (moment instanceof Moment.Marked) {
                            throw new IllegalStateException("a bug");
                        }
                        return true;
                    }
                };
        LiveSession live = start(sensor, brokenListener);
        sensor.beat(800);
        await(() -> !newest().lanes().get(0).history().isEmpty());
        live.mark(MarkKind.SLOW);
        await(() -> newest().fault().isPresent());

        assertThat(state()).isEqualTo(RegulationState.UNKNOWN);
        await(live::isFinished);
    }

    @Test
    void aMarkThatBreaksItsContractIsRefusedToWhoAsks() throws InterruptedException {
        LiveSession live = start(sensor, log);

        assertThatThrownBy(() -> live.mark(MarkKind.PHASE, "NO-SUCH-PHASE"))
                .isInstanceOf(IllegalArgumentException.class);
        assertThat(live.isFinished()).isFalse();
    }

    @Test
    void aSensorThatCannotWorkEndsTheSessionAndFreesTheOthers() {
        Sensor broken =
                new Sensor() {
                    @Override
                    public SensorDescription description() {
                        return sensor.description();
                    }

                    @Override
                    public void open(SessionClock sessionClock, SensorListener listener) {
                        throw new SensorUnavailableException("no such port");
                    }

                    @Override
                    public void close() {
                        sensor.close();
                    }
                };

        assertThatThrownBy(() -> start(broken, log)).isInstanceOf(SensorUnavailableException.class);
        assertThat(sensor.closed).isTrue();
    }
}
