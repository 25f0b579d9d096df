package org.attune.beat;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import org.junit.jupiter.api.Test;

/** What tells a heart that is never regular from a sensor that is poor at times. */
class EvennessTest {
    private final Evenness evenness = new Evenness();

    @Test
    void twelveEvenBeatsInARowAreHeardAndForgottenAfterAThousand() {
        hear(11, 0.04);
        hear(1, 0.06);
        hear(11, 0.04);
        evenness.breakHere();
        hear(11, 0.04);
        assertThat(evenness.isHeardEven()).isFalse();
        hear(1, 0.04);
        assertThat(evenness.isHeardEven()).isTrue();
        hear(999, 0.3);
        assertThat(evenness.isHeardEven()).isTrue();
        hear(1, 0.3);
        assertThat(evenness.isHeardEven()).as("long ago").isFalse();
    }

    @Test
    void intervalsAtRandomAreNotHeardEvenWithinHalfAnHour() {
        for (long seed = 0; seed < 100; seed++) {
            Steadiness steadiness = new Steadiness();
            Random random = new Random(seed);
            for (int i = 0; i < 2500; i++) {
                steadiness.hear(430 + 550 * random.nextDouble(), Double.NaN);
            }
            assertThat(steadiness.evenness().isHeardEven()).as("seed %d", seed).isFalse();
        }
    }

    @Test
    void anyPrematureBeatsButTooManyLeaveBeatsClean() {
        hear(49, 0.01);
        assertThat(evenness.isClean()).as("too few yet").isFalse();
        for (int i = 0; i < 20; i++) {
            hear(6, 0.01);
            hear(4, 0.3);
        }
        assertThat(evenness.isClean()).isTrue();
        hear(20, 0.3);
        assertThat(evenness.isClean()).isFalse();
    }

    @Test
    void beatsThatMostlySwayMoreAreNotClean() {
        hear(200, 0.03);
        assertThat(evenness.isClean()).isFalse();
    }

    @Test
    void aHundredBeatsThatFollowRoughlyAreFairUnlessAGapIsAmongThem() {
        hear(99, 0.025);
        assertThat(evenness.isFair()).as("too few yet").isFalse();
        hear(1, 0.025);
        assertThat(evenness.isFair()).isTrue();
        assertThat(evenness.isClean()).isFalse();
        evenness.breakHere();
        hear(99, 0.025);
        assertThat(evenness.isFair()).as("a gap").isFalse();
        hear(1, 0.025);
        assertThat(evenness.isFair()).isTrue();
        hear(100, 0.035);
        assertThat(evenness.isFair()).as("too rough").isFalse();
    }

    private void hear(int beats, double share) {
        for (int i = 0; i < beats; i++) {
            evenness.hear(share);
        }
    }
}
