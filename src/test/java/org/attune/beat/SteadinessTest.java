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
                assertThat(doubtfulBeats(0, 1200, swing, breathsAMinute))
                        .as("%s at %s", swing, breathsAMinute)
                        .isZero();
            }
        }
    }

    /** Breath that is deeper the slower it is, begun at once in a heart that never did so. */
    @Test
    void deepBreathsBegunAtOnceAreNoFaultAtAnyRate() {
        for (double level = 450; level <= 1300; level += 50) {
            assertThat(doubtfulBeats(50, level, 0.2, 6)).as("%s ms, 6", level).isZero();
            assertThat(doubtfulBeats(50, level, 0.15, 9)).as("%s ms, 9", level).isZero();
            assertThat(doubtfulBeats(50, level, 0.1, 12)).as("%s ms, 12", level).isZero();
            assertThat(doubtfulBeats(50, level, 0.06, 18)).as("%s ms, 18", level).isZero();
        }
    }

    @Test
    void aSmallerBendIsTakenForAFaultInAFastHeartThanInASlowOne() {
        for (double level : new double[] {650, 800, 1000, 1200}) {
            Steadiness fresh = new Steadiness();
            for (int i = 0; i < 50; i++) {
                fresh.hear(level + 10 * Math.sin(i), level);
            }
            for (int i = 0; i < 6; i++) { // each a twelfth away from the mean of its neighbours
                fresh.hear(level * (i % 2 == 0 ? 1 - 1 / 24.0 : 1 + 1 / 24.0), level);
            }
            assertThat(fresh.isDoubtful()).as("%s ms", level).isEqualTo(level < 900);
        }
    }

    /** Of some calm beats and ten minutes of such breaths. */
    private static int doubtfulBeats(int calm, double level, double swing, double breathsAMinute) {
        Steadiness fresh = new Steadiness();
        for (int i = 0; i < calm; i++) {
            fresh.hear(level * (1 + 0.01 * Math.sin(i)), level);
        }
        int doubtful = 0;
        for (double seconds = 0; seconds < 600; ) {
            double turn = 2 * Math.PI * breathsAMinute / 60 * seconds;
            double millis = level * (1 + swing * Math.sin(turn));
            seconds += millis / 1000;
            fresh.hear(millis, level);
            doubtful += fresh.isDoubtful() ? 1 : 0;
        }
        return doubtful;
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
