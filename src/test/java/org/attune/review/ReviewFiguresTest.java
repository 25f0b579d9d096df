package org.attune.review;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.Duration;
import java.util.List;
import org.attune.regulation.RegulationState;
import org.attune.review.Lack.Kind;
import org.attune.review.ReviewFigures.Parting;
import org.attune.sensor.SensorEvent;
import org.attune.session.LaneId;
import org.attune.session.MarkKind;
import org.attune.session.Phase;
import org.attune.testkit.Hearts;
import org.attune.testkit.SessionHarness;
import org.junit.jupiter.api.Test;

class ReviewFiguresTest {
    @Test
    void aRiseThatFadesIsAnEpisodeWithItsHalfTime() {
        // Rises by 25 at 500 s and falls along a logistic curve: half of it after about 60 s.
        SessionHarness session =
                SessionHarness.with(Hearts.following(ReviewFiguresTest::rising))
                        .runFor(minutes(16))
                        .end();
        Episode episode = figures(session).episodes().get(0);
        assertThat(episode.onsetSecond()).isCloseTo(500, within(10.0));
        assertThat(episode.from()).isGreaterThan(episode.onsetSecond());
        assertThat(episode.peakAboveBpm().value().orElseThrow()).isCloseTo(25, within(2.5));
        double half = episode.peakSecond().value().orElseThrow() + half(episode);
        assertThat(half).isCloseTo(620, within(6.0));
        Recovery.Range interval = episode.recovery().interval().orElseThrow();
        assertThat(half(episode)).isBetween(interval.low(), interval.high());
        assertThat(figures(session).pendulations().value()).hasValue(1);
        assertThat(figures(session).dose().areaBpmMinutes().value().orElseThrow())
                .isCloseTo(episode.areaBpmMinutes(), within(2.0));
    }

    @Test
    void aRiseThatStaysHasNoHalfTimeAndSaysWhy() {
        SessionHarness session =
                SessionHarness.with(Hearts.following(t -> t < 500 ? 70 : 92))
                        .runFor(minutes(14))
                        .end();
        Episode episode = figures(session).episodes().get(0);
        assertThat(episode.settlingSeconds().lack().map(Lack::kind)).contains(Kind.NOT_REACHED);
        assertThat(episode.recovery().halfSeconds().isKnown()).isFalse();
        assertThat(figures(session).pendulations().value()).hasValue(0);
    }

    @Test
    void aRiseBehindMovementIsNoPendulationAndHasNoHalfTime() {
        SessionHarness session =
                SessionHarness.with(Hearts.following(t -> t < 500 || t > 620 ? 70 : 95));
        for (int second = 0; second < 900; second++) {
            double moved = second > 495 && second < 620 ? 120 : 4;
            session.hear(new SensorEvent.MotionReceived(session.now(), moved));
            session.runFor(Duration.ofSeconds(1));
        }
        ReviewFigures figures = figures(session);
        assertThat(figures.episodes()).isNotEmpty();
        assertThat(figures.episodes()).allMatch(Episode::afterMovement);
        assertThat(figures.episodes().get(0).recovery().halfSeconds().lack().map(Lack::kind))
                .contains(Kind.MOVING);
        assertThat(figures.pendulations().value()).hasValue(0);
    }

    @Test
    void aSessionTooShortToLearnGivesReasonsInPlaceOfFigures() {
        ReviewFigures figures =
                figures(SessionHarness.with(Hearts.steady(70)).runFor(minutes(2)).end());
        assertThat(figures.dose().secondsAbove().lack().map(Lack::kind)).contains(Kind.NO_BAND);
        assertThat(figures.firstRiseSecond().lack().map(Lack::kind)).contains(Kind.NO_BAND);
        assertThat(figures.shift().startBpm().lack().map(Lack::kind)).contains(Kind.NOT_LEARNED);
        assertThat(figures.shift().restBpm().lack().map(Lack::kind)).contains(Kind.NO_PHASE);
        assertThat(figures.agreement().rankCorrelation().lack().map(Lack::sentence))
                .contains("needs 8 values, there are 0");
    }

    @Test
    void aLaneThatNeverSpokeIsReadAllTheSame() {
        ReviewFigures figures =
                ReviewFigures.of(
                        SessionTimeline.of(List.of(LaneId.PARTNER), List.of()).lanes().get(0));
        assertThat(figures.episodes()).isEmpty();
        assertThat(figures.summary().usablePercent()).isEmpty();
    }

    @Test
    void numbersThatPartFromTheTraceBecomeQuestionsBothWays() {
        SessionHarness session =
                SessionHarness.with(Hearts.following(t -> t < 600 ? 70 : 95)).runFor(minutes(9));
        session.mark(MarkKind.SUDS, "8").runFor(minutes(3)).mark(MarkKind.SUDS, "2");
        session.runFor(minutes(1)).mark(MarkKind.SUDS, "8").end();
        assertThat(figures(session).divergences())
                .extracting(ReviewFigures.Divergence::parting)
                .containsExactly(Parting.HIGH_NUMBER_QUIET_TRACE, Parting.LOW_NUMBER_HIGH_TRACE);
    }

    @Test
    void aMarkWithTooFewBeatsBesideItHasNoResponse() {
        SessionHarness session = SessionHarness.with(Hearts.steady(70)).runFor(minutes(8));
        session.mark(MarkKind.SLOW, "").silence(Duration.ofSeconds(70)).runFor(minutes(3));
        session.mark(MarkKind.SLOW, "").runFor(minutes(2)).end();
        ReviewFigures figures = figures(session);
        assertThat(figures.responses().get(0).changeBpm().lack().map(Lack::kind))
                .contains(Kind.TOO_LITTLE_USABLE);
        assertThat(figures.responses().get(1).changeBpm().value().orElseThrow())
                .isCloseTo(0, within(1.0));
        assertThat(figures.byKind().get(0).counted()).isEqualTo(1);
    }

    @Test
    void aLongStillnessInWorkIsAStagnationFromWhereItBegan() {
        SessionHarness session =
                SessionHarness.with(Hearts.steady(70).numbFrom(540)).runFor(minutes(8));
        session.phase(Phase.WORK).runFor(minutes(10)).end();
        double shown =
                session.conclusions().stream()
                        .filter(each -> each.estimate().state() == RegulationState.QUIET)
                        .mapToDouble(each -> each.at().toSeconds())
                        .min()
                        .orElseThrow();
        ReviewFigures.Stagnation found = figures(session).stagnations().get(0);
        assertThat(found.inWork()).isTrue();
        assertThat(found.from()).isBetween(500.0, shown - 230);
        assertThat(found.to()).isGreaterThan(shown);
        assertThat(found.peakBefore()).isEmpty();
    }

    /** Up by 25 within half a minute, as hearts go, and back along the curve. */
    private static double rising(double second) {
        double up = Math.max(0, Math.min(1, (second - 490) / 30));
        return 70 + 25 * up / (1 + Math.exp((second - 620) / 12));
    }

    private static double half(Episode episode) {
        return episode.recovery().halfSeconds().value().orElseThrow();
    }

    private static ReviewFigures figures(SessionHarness session) {
        return ReviewFigures.of(
                SessionTimeline.of(List.of(LaneId.CLIENT), session.moments()).lanes().get(0));
    }

    private static Duration minutes(int minutes) {
        return Duration.ofMinutes(minutes);
    }
}
