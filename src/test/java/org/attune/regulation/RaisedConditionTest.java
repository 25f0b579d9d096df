package org.attune.regulation;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import org.attune.testkit.Hearts;
import org.junit.jupiter.api.Test;

/** On above 2 steps, off below 1.2, each for 20 s. */
class RaisedConditionTest {
    private static final int DWELL = 20;
    private static final double UNHEARD = Double.NaN;

    private RaisedCondition raised = new RaisedCondition(StateRules.DEFAULT);

    @Test
    void beginsAfterTwentySecondsAboveAndNotEarlier() {
        at(2, 19);
        assertThat(raised.isRaised()).isFalse();
        at(2, 1);
        assertThat(raised.isRaised()).isTrue();
    }

    @Test
    void oneSecondBelowBeginsTheDwellAnew() {
        for (int i = 0; i < 20; i++) {
            at(3, 19).at(1.99, 1);
        }
        assertThat(raised.isRaised()).isFalse();
    }

    @Test
    void betweenTheThresholdsItStaysAsItIs() {
        at(1.8, 600);
        assertThat(raised.isRaised()).isFalse();
        at(2.5, 20).at(1.2, 600);
        assertThat(raised.isRaised()).isTrue();
        at(1.19, 19);
        assertThat(raised.isRaised()).isTrue();
        at(1.19, 1);
        assertThat(raised.isRaised()).isFalse();
    }

    @Test
    void aLossOfTwentySecondsIsBridged() {
        at(3, 60).at(UNHEARD, 20).at(3, 1);
        for (int i = 0; i < 10; i++) {
            at(UNHEARD, 20).at(3, 1);
            assertThat(raised.isRaised()).isTrue();
        }
        at(2, 1).at(UNHEARD, 20);
        assertThat(raised.isRaised()).as("with the last level, not the highest").isTrue();
    }

    @Test
    void aLossWithinTheDwellCountsAsTheLevelBeforeIt() {
        at(3, 10).at(UNHEARD, 5).at(3, 4);
        assertThat(raised.isRaised()).isFalse();
        at(3, 1);
        assertThat(raised.isRaised()).isTrue();
    }

    @Test
    void aLongLossEndsItTwentySecondsAfterTheBridge() {
        at(3, 60).at(UNHEARD, 39);
        assertThat(raised.isRaised()).isTrue();
        at(UNHEARD, 1);
        assertThat(raised.isRaised()).isFalse();
    }

    @Test
    void whatCameBeforeALongLossDoesNotCountTowardsTheDwell() {
        at(1.8, 5).at(UNHEARD, 21).at(3, 19);
        assertThat(raised.isRaised()).isFalse();
        at(3, 1);
        assertThat(raised.isRaised()).isTrue();
    }

    @Test
    void nothingIsRaisedThatWasNeverHeard() {
        at(UNHEARD, 600);
        assertThat(raised.isRaised()).isFalse();
    }

    @Test
    void aSensorWithHigherThresholdsNeedsMoreToBeginAndToStay() {
        at(3.19, 60, 1.6);
        assertThat(raised.isRaised()).isFalse();
        at(3.21, 20, 1.6);
        assertThat(raised.isRaised()).isTrue();
        at(1.91, 20, 1.6);
        assertThat(raised.isRaised()).isFalse();
    }

    /** The rule of the evaluation: the newest of the full dwells above or below decides. */
    @Test
    void whereEverySecondIsKnownTheNewestFullDwellDecides() {
        int changes = 0;
        for (long seed = 0; seed < 40; seed++) {
            double[] score = scores(seed);
            raised = new RaisedCondition(StateRules.DEFAULT);
            boolean before = false;
            for (int s = 0; s < score.length; s++) {
                raised.step(score[s], score[s], 1);
                boolean expected = newestDwell(score, s);
                assertThat(raised.isRaised()).as("seed %d, second %d", seed, s).isEqualTo(expected);
                changes += expected == before ? 0 : 1;
                before = expected;
            }
        }
        assertThat(changes).as("the scores do cross the thresholds").isGreaterThan(200);
    }

    private static boolean newestDwell(double[] score, int now) {
        for (int end = now; end >= DWELL - 1; end--) {
            boolean above = true;
            boolean below = true;
            for (int i = end - DWELL + 1; i <= end; i++) {
                above &= score[i] >= 2;
                below &= score[i] < 1.2;
            }
            if (above || below) {
                return above;
            }
        }
        return false;
    }

    /** A score that wanders about the thresholds. */
    private static double[] scores(long seed) {
        Random random = Hearts.scrambled(seed);
        double[] score = new double[3000];
        double slow = 1.75;
        for (int s = 0; s < score.length; s++) {
            slow += 0.02 * (1.75 - slow) + 0.2 * random.nextGaussian();
            score[s] = slow + 0.1 * random.nextGaussian();
        }
        return score;
    }

    private RaisedConditionTest at(double steps, int seconds) {
        return at(steps, seconds, 1);
    }

    private RaisedConditionTest at(double steps, int seconds, double factor) {
        for (int i = 0; i < seconds; i++) {
            raised.step(steps, steps, factor);
        }
        return this;
    }
}
