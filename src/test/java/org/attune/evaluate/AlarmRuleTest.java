package org.attune.evaluate;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.BitSet;
import org.junit.jupiter.api.Test;

class AlarmRuleTest {
    private static final AlarmRule RULE = new AlarmRule(5, 3, 4, 0.6);

    private static double[] score(Object... valueTimes) {
        double[] score = new double[0];
        for (int i = 0; i < valueTimes.length; i += 2) {
            int from = score.length;
            score = Arrays.copyOf(score, from + (Integer) valueTimes[i + 1]);
            Arrays.fill(score, from, score.length, ((Number) valueTimes[i]).doubleValue());
        }
        return score;
    }

    @Test
    void itBeginsWithTheLastOfEnoughSecondsInARow() {
        assertThat(RULE.alarm(score(0, 2, 5, 3))).isEqualTo(Fixtures.seconds(4, 5));
    }

    @Test
    void fewerSecondsInARowAreNoAlarm() {
        assertThat(RULE.alarm(score(9, 2, 4.9, 1, 9, 2, Double.NaN, 1, 9, 2)).isEmpty()).isTrue();
    }

    @Test
    void itStandsBetweenTheThresholdsForAsLongAsTheyLike() {
        BitSet alarm = RULE.alarm(score(6, 3, 3.1, 50));
        assertThat(alarm).isEqualTo(Fixtures.seconds(2, 53));
    }

    @Test
    void itEndsAfterEnoughSecondsBelowOrWithoutAScore() {
        assertThat(RULE.alarm(score(6, 3, 2.9, 2, Double.NaN, 5)))
                .isEqualTo(Fixtures.seconds(2, 6));
    }

    @Test
    void aMomentAboveTheLowerThresholdKeepsItOn() {
        assertThat(RULE.alarm(score(6, 3, 0, 3, 3.5, 1, 0, 3, 4, 2)))
                .isEqualTo(Fixtures.seconds(2, 12));
    }

    @Test
    void aCueNeedsTwoMinutesWithoutAlarmBeforeIt() {
        BitSet alarm = Fixtures.seconds(10, 20, 139, 150, 270, 280);
        assertThat(AlarmRule.onsets(alarm)).isEqualTo(bits(10, 139, 270));
        // 139 - 19 = 120 is not more than 120 s; 270 - 149 is.
        assertThat(AlarmRule.cues(alarm)).isEqualTo(bits(10, 270));
    }

    private static BitSet bits(int... seconds) {
        BitSet bits = new BitSet();
        Arrays.stream(seconds).forEach(bits::set);
        return bits;
    }
}
