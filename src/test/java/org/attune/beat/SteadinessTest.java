package org.attune.beat;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import org.junit.jupiter.api.Test;

/** Whether beats follow from each other is told within some beats, and let go as late. */
class SteadinessTest {
    private final Steadiness steadiness = new Steadiness();

    @Test
    void beatsAtRandomAreToldBeforeFifteenOfThemInNineteenOfTwenty() {
        int late = 0;
        for (long seed = 0; seed < 200; seed++) {
            Steadiness fresh = new Steadiness();
            hearEven(fresh, 200);
            Random random = new Random(seed);
            int beats = 0;
            while (!fresh.isUnsteady() && beats < 40) {
                fresh.hear(430 + 550 * random.nextDouble(), 800);
                beats++;
            }
            late += beats >= 15 ? 1 : 0;
        }
        assertThat(late).isLessThanOrEqualTo(10);
    }

    @Test
    void deepBreathsInASlowHeartAreNoFault() {
        for (double swing : new double[] {0.05, 0.1, 0.15, 0.2}) {
            for (double breathsAMinute : new double[] {6, 12, 15, 18}) {
                Steadiness fresh = new Steadiness();
                double seconds = 0;
                int unsteady = 0;
                for (int i = 0; i < 600; i++) {
                    double turn = 2 * Math.PI * breathsAMinute / 60 * seconds;
                    double millis = 1200 * (1 + swing * Math.sin(turn));
                    seconds += millis / 1000;
                    fresh.hear(millis, 1200);
                    unsteady += fresh.isDoubtful() ? 1 : 0;
                }
                assertThat(unsteady).as("%s at %s", swing, breathsAMinute).isZero();
            }
        }
    }

    @Test
    void aLonePrematureBeatIsNoFault() {
        hearEven(steadiness, 50);
        for (double millis : new double[] {560, 1060, 800, 800, 800, 800, 800}) {
            steadiness.hear(millis, 800);
            assertThat(steadiness.isDoubtful()).isFalse();
        }
    }

    @Test
    void everySecondBeatPrematureIsToldAndLetGoOnlyAfterEightThatFollow() {
        hearEven(steadiness, 50);
        for (int i = 0; i < 6; i++) {
            steadiness.hear(560, 800);
            steadiness.hear(1060, 800);
        }
        assertThat(steadiness.isUnsteady()).isTrue();
        hearEven(steadiness, 8);
        assertThat(steadiness.isUnsteady()).isTrue();
        hearEven(steadiness, 3);
        assertThat(steadiness.isUnsteady()).isFalse();
    }

    @Test
    void nothingIsHeldAgainstWhatComesAfterAGap() {
        hearEven(steadiness, 50);
        for (int i = 0; i < 30; i++) {
            steadiness.breakHere();
            steadiness.hear(600 + 20 * i, 800);
            steadiness.hear(900 - 10 * i, 800);
        }
        assertThat(steadiness.isUnsteady()).isFalse();
    }

    @Test
    void whatWasEvenCountsAsEvenWhileItIsInDoubt() {
        hearEven(steadiness, 101);
        assertThat(steadiness.isMostlyEven()).isTrue();
        Random random = new Random(5);
        for (int i = 0; i < 70; i++) {
            steadiness.hear(430 + 550 * random.nextDouble(), 800);
        }
        assertThat(steadiness.evenness().isClean()).isFalse();
        assertThat(steadiness.isMostlyEven()).isTrue();
    }

    private static void hearEven(Steadiness steadiness, int beats) {
        for (int i = 0; i < beats; i++) {
            steadiness.hear(800 + 10 * Math.sin(i), 800);
        }
    }
}
