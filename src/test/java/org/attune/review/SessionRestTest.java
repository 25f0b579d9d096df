package org.attune.review;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.Duration;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import org.attune.pipeline.PipelineSettings;
import org.attune.regulation.Background;
import org.attune.regulation.Background.Reference;
import org.attune.regulation.Baseline;
import org.attune.regulation.PersonalBand;
import org.attune.regulation.RegulationState;
import org.attune.regulation.RestFigure;
import org.attune.sensor.SensorEvent;
import org.attune.sensor.SourceClass;
import org.attune.session.ClientFlag;
import org.attune.session.LaneId;
import org.attune.session.Phase;
import org.attune.testkit.Hearts;
import org.attune.testkit.SessionHarness;
import org.attune.time.SessionTime;
import org.junit.jupiter.api.Test;

class SessionRestTest {
    private static final PersonalBand FAR_BELOW =
            new PersonalBand(1, 50, 2, 2, OptionalDouble.empty(), SourceClass.SIMULATED, 6);

    @Test
    void theBeginningTeachesWhatTheSessionItselfLearned() {
        SessionHarness session = SessionHarness.with(Hearts.steady(70)).runFor(minutes(7));
        RestFigure rest = rest(session).orElseThrow();
        assertThat(rest.startBpm().orElseThrow())
                .isCloseTo(learned(session).centreBpm(), within(0.01));
        assertThat(rest.scaleBpm().orElseThrow())
                .isCloseTo(learned(session).scaleBpm(), within(1e-9));
        assertThat(rest.lnRmssd()).isEqualTo(learned(session).lnRmssd());
        assertThat(rest.endBpm()).isEmpty();
        assertThat(rest.source()).isEqualTo(SourceClass.SIMULATED);
        assertThat(rest.usableSeconds()).isBetween(175, 200);
    }

    @Test
    void aBandTheSessionWasDrawnTowardsDoesNotTeachItself() {
        Background known =
                new Background(
                        Set.of(ClientFlag.BETA_BLOCKER), Optional.of(FAR_BELOW), Reference.TODAY);
        SessionHarness alone = SessionHarness.with(Hearts.steady(70)).runFor(minutes(7));
        SessionHarness drawn =
                SessionHarness.with(Hearts.steady(70)).prepared(known).runFor(minutes(7));
        assertThat(learned(drawn).centreBpm()).isLessThan(learned(alone).centreBpm() - 4);
        assertThat(rest(drawn).orElseThrow().startBpm())
                .isEqualTo(rest(alone).orElseThrow().startBpm());
        assertThat(rest(drawn).orElseThrow().flags()).containsExactly(ClientFlag.BETA_BLOCKER);
    }

    @Test
    void theCalmestMinutesOfSettlingAreTheEndsRest() {
        // Arrives at 74, works at 80, settles to 66 and talks again at 71.
        SessionHarness session =
                SessionHarness.with(
                                Hearts.following(
                                        t -> t < 480 ? 74 : t < 720 ? 80 : t < 1080 ? 66 : 71))
                        .runFor(minutes(8))
                        .phase(Phase.WORK)
                        .runFor(minutes(4))
                        .phase(Phase.SETTLE)
                        .runFor(minutes(8))
                        .end();
        RestFigure rest = rest(session).orElseThrow();
        assertThat(rest.startBpm().orElseThrow()).isCloseTo(74, within(0.5));
        assertThat(rest.endBpm().orElseThrow()).isCloseTo(66, within(0.5));
        assertThat(rest.centreBpm()).isEqualTo(rest.endBpm().orElseThrow());
        assertThat(rest.usableSeconds()).isGreaterThan(300);
    }

    @Test
    void withoutTheMarkedPhaseThereIsNoRestAtTheEnd() {
        SessionHarness session =
                SessionHarness.with(Hearts.following(t -> t < 480 ? 74 : 66)).runFor(minutes(14));
        assertThat(rest(session).orElseThrow().endBpm()).isEmpty();
    }

    @Test
    void anEndOfTwoMinutesIsTooShort() {
        SessionHarness session =
                SessionHarness.with(Hearts.steady(70))
                        .runFor(minutes(8))
                        .phase(Phase.SETTLE)
                        .runFor(Duration.ofSeconds(110));
        assertThat(rest(session).orElseThrow().endBpm()).isEmpty();
    }

    @Test
    void aSettlingSpentInMotionOrAroundAPeakIsNoRest() {
        SessionHarness moving = SessionHarness.with(Hearts.steady(66)).runFor(minutes(8));
        moving.phase(Phase.SETTLE);
        for (int second = 0; second < 300; second++) {
            moving.hear(new SensorEvent.MotionReceived(moving.now(), 120));
            moving.runFor(Duration.ofSeconds(1));
        }
        assertThat(rest(moving).orElseThrow().endBpm()).isEmpty();

        SessionHarness high =
                SessionHarness.with(Hearts.following(t -> t < 480 ? 66 : 92))
                        .runFor(minutes(9))
                        .phase(Phase.SETTLE)
                        .runFor(minutes(6));
        assertThat(high.state()).isEqualTo(RegulationState.HIGH);
        assertThat(rest(high).orElseThrow().endBpm()).isEmpty();
    }

    @Test
    void whoWasJudgedAgainstEarlierSessionsTeachesByTheEndAlone() {
        PersonalBand band =
                new PersonalBand(2, 66, 3, 2, OptionalDouble.empty(), SourceClass.SIMULATED, 5);
        SessionHarness session =
                SessionHarness.with(Hearts.steady(65))
                        .prepared(new Background(Set.of(), Optional.of(band), Reference.EARLIER))
                        .runFor(minutes(8));
        assertThat(rest(session)).isEmpty();
        session.phase(Phase.SETTLE).runFor(minutes(5));
        RestFigure rest = rest(session).orElseThrow();
        assertThat(rest.startBpm()).isEmpty();
        assertThat(rest.scaleBpm()).isEmpty();
        assertThat(rest.centreBpm()).isCloseTo(65, within(0.5));
    }

    @Test
    void aSessionTooShortToLearnTeachesNothingNorDoesAnotherPersonsLane() {
        SessionHarness session = SessionHarness.with(Hearts.steady(70)).runFor(minutes(4));
        assertThat(rest(session)).isEmpty();
        SessionHarness whole = SessionHarness.with(Hearts.steady(70)).runFor(minutes(7));
        assertThat(
                        SessionRest.of(
                                LaneId.PARTNER,
                                whole.moments(),
                                SessionHarness.pipeline(PipelineSettings.DEFAULT, LaneId.PARTNER),
                                180))
                .isEmpty();
    }

    @Test
    void aSensorThatOnlyCountsTeachesAsSuch() {
        SessionHarness session = SessionHarness.with(Hearts.steady(70));
        session.hear(new SensorEvent.Linked(SessionTime.ZERO, SessionHarness.strap()));
        for (int second = 1; second <= 480; second++) {
            session.hear(
                    new SensorEvent.HeartRateReceived(
                            SessionTime.ofSeconds(second), second % 7 == 0 ? 71 : 70));
        }
        assertThat(rest(session).map(RestFigure::source)).contains(SourceClass.HEART_RATE_ONLY);
    }

    private static Optional<RestFigure> rest(SessionHarness session) {
        return SessionRest.of(
                LaneId.CLIENT,
                session.moments(),
                SessionHarness.pipeline(PipelineSettings.DEFAULT, LaneId.CLIENT),
                180);
    }

    private static Baseline learned(SessionHarness session) {
        return session.conclusions().stream()
                .flatMap(each -> each.estimate().baseline().stream())
                .findFirst()
                .orElseThrow();
    }

    private static Duration minutes(int minutes) {
        return Duration.ofMinutes(minutes);
    }
}
