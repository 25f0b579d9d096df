package org.attune.pipeline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.attune.regulation.RegulationState.HIGH;
import static org.attune.regulation.RegulationState.LEARNING;
import static org.attune.regulation.RegulationState.QUIET;
import static org.attune.regulation.RegulationState.RISING;
import static org.attune.regulation.RegulationState.SETTLING;
import static org.attune.regulation.RegulationState.UNKNOWN;
import static org.attune.regulation.RegulationState.USUAL;

import java.time.Duration;
import org.attune.regulation.Reason;
import org.attune.review.Summary;
import org.attune.sensor.SensorEvent;
import org.attune.session.LaneId;
import org.attune.session.MarkKind;
import org.attune.session.Phase;
import org.attune.testkit.Hearts;
import org.attune.testkit.SessionHarness;
import org.junit.jupiter.api.Test;

/** Whole sessions, told by their hearts. */
class SessionStoriesTest {
    @Test
    void aSettledHourIsUsualFromEndToEnd() {
        for (long seed = 1; seed <= 5; seed++) {
            SessionHarness session =
                    SessionHarness.with(
                                    Hearts.steady(60.0 + 5 * seed).seeded(seed),
                                    PipelineSettings.DEFAULT,
                                    seed)
                            .runFor(minutes(60));
            assertThat(session.story())
                    .as("seed %d", seed)
                    .containsExactly(UNKNOWN, LEARNING, USUAL);
        }
    }

    @Test
    void overwhelmRisesIsHighSettlesAndIsUsualAgainWithOneCue() {
        SessionHarness session = SessionHarness.with(overwhelm()).runFor(minutes(25));
        assertThat(session.story())
                .containsExactly(UNKNOWN, LEARNING, USUAL, RISING, HIGH, SETTLING, USUAL);
        Summary summary = Summary.of(LaneId.CLIENT, session.moments());
        assertThat(summary.cues()).isOne();
        assertThat(summary.longestHighSeconds()).isBetween(150.0, 330.0);
        assertThat(summary.usablePercent().orElseThrow()).isBetween(90.0, 100.0);
    }

    @Test
    void aSnoozedEpisodeIsShownWithoutACue() {
        SessionHarness session =
                SessionHarness.with(overwhelm())
                        .runFor(minutes(9))
                        .mark(MarkKind.SNOOZE, "10")
                        .runFor(minutes(16));
        assertThat(session.story()).contains(HIGH);
        assertThat(Summary.of(LaneId.CLIENT, session.moments()).cues()).isZero();
    }

    @Test
    void aHeartThatHardlyVariesIsQuietAtWorkAndOnlyThere() {
        SessionHarness arriving = SessionHarness.with(numb()).runFor(minutes(20));
        assertThat(arriving.story()).containsExactly(UNKNOWN, LEARNING, USUAL);

        SessionHarness working =
                SessionHarness.with(numb()).runFor(minutes(7)).phase(Phase.WORK).runFor(minutes(6));
        assertThat(working.state()).isEqualTo(QUIET);
        working.phase(Phase.SETTLE).runFor(minutes(2));
        assertThat(working.state()).isEqualTo(USUAL);
    }

    /** Of ordinary liveliness until the baseline is learned; from then on it hardly varies. */
    private static Hearts.Heart numb() {
        return Hearts.following(t -> 70 + 2.5 * Math.sin(t / 20) * (t < 400 ? 1 : 0.05))
                .numbFrom(400);
    }

    @Test
    void aRiseWithMovementIsShownWithItsReasonAndAsksForNothing() {
        SessionHarness session =
                SessionHarness.with(Hearts.following(t -> t < 480 ? 66 : 96)).runFor(minutes(8));
        assertThat(session.state()).isEqualTo(USUAL);
        for (int i = 0; i < 120; i++) {
            session.hear(new SensorEvent.MotionReceived(session.now(), 80)).runFor(seconds(1));
        }
        assertThat(session.state()).isEqualTo(RISING);
        assertThat(session.last().estimate().reasons().get(0)).isEqualTo(Reason.MOVING);
        assertThat(session.last().estimate().raised()).isFalse();
        assertThat(Summary.of(LaneId.CLIENT, session.moments()).cues()).isZero();
    }

    @Test
    void aRiseJustAfterMovementAsksForNothingEither() {
        SessionHarness session =
                SessionHarness.with(Hearts.following(t -> t < 480 ? 66 : 96)).runFor(minutes(8));
        for (int i = 0; i < 90; i++) {
            session.hear(new SensorEvent.MotionReceived(session.now(), 80)).runFor(seconds(1));
        }
        for (int i = 0; i < 45; i++) {
            session.hear(new SensorEvent.MotionReceived(session.now(), 3)).runFor(seconds(1));
        }
        assertThat(session.last().estimate().raised()).isFalse();
    }

    @Test
    void afterALossInAnEpisodeNoCalmIsFeigned() {
        SessionHarness session = SessionHarness.with(overwhelm()).runFor(minutes(12));
        assertThat(session.state()).isEqualTo(HIGH);
        session.silence(seconds(20)).runFor(seconds(60));
        assertThat(session.state()).isEqualTo(HIGH);
        assertThat(session.story().subList(3, session.story().size()))
                .containsExactly(RISING, HIGH, UNKNOWN, HIGH);
        assertThat(Summary.of(LaneId.CLIENT, session.moments()).cues()).isOne();
    }

    /** Calm until ten minutes, up 25 beats in a minute, three minutes there, down in three. */
    private static Hearts.Heart overwhelm() {
        return Hearts.following(
                t -> {
                    if (t < 600) {
                        return 68;
                    }
                    if (t < 660) {
                        return 68 + 25 * (t - 600) / 60;
                    }
                    if (t < 840) {
                        return 93;
                    }
                    return Math.max(68, 93 - 25 * (t - 840) / 120);
                });
    }

    private static Duration minutes(int count) {
        return Duration.ofMinutes(count);
    }

    private static Duration seconds(int count) {
        return Duration.ofSeconds(count);
    }
}
