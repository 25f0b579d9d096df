package org.attune.regulation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Random;
import org.attune.testkit.Hearts;
import org.junit.jupiter.api.Test;

/** Learned at 70 bpm. */
class SlowAnchorTest {
    private static final double ONE_TIME_CONSTANT = 1 - Math.exp(-1);

    private final SlowAnchor anchor = begun();

    @Test
    void beginsWhereItWasLearned() {
        assertThat(anchor.centreBpm()).isEqualTo(70);
        assertThat(anchor.movedBpm()).isZero();
        assertThat(new SlowAnchor(AnchorRules.DEFAULT).centreBpm()).isNaN();
    }

    @Test
    void anHourOfTwentyBeatsAboveNeverMovesItFurtherThanItMay() {
        for (int s = 1; s <= 3600; s++) {
            anchor.follow(90);
            assertThat(anchor.movedBpm()).isBetween(0.0, 6.0);
            if (s == 1800) {
                assertThat(anchor.movedBpm()).as("half of 8 bpm").isCloseTo(4, within(1e-6));
            }
        }
        assertThat(anchor.movedBpm()).isEqualTo(6);
        follow(7200, 90);
        assertThat(anchor.movedBpm()).isEqualTo(6);
    }

    @Test
    void aPersonWhoGrowsCalmerIsFollowedWithItsTimeConstant() {
        follow(2500, 64);
        assertThat(anchor.movedBpm()).isCloseTo(-6 * ONE_TIME_CONSTANT, within(0.002));
        follow(40_000, 64);
        assertThat(anchor.centreBpm()).isCloseTo(64, within(1e-3));
    }

    @Test
    void aPersonALittleAboveIsFollowedWithItsOwn() {
        follow(1800, 75);
        assertThat(anchor.movedBpm()).isCloseTo(5 * ONE_TIME_CONSTANT, within(0.002));
    }

    @Test
    void itFollowsMoreSlowlyFromNearThanFromFarAbove() {
        follow(1, 77.9);
        double near = anchor.movedBpm();
        SlowAnchor other = begun();
        other.follow(78.1);
        assertThat(other.movedBpm()).isLessThan(0.6 * near).isPositive();
        SlowAnchor far = begun();
        far.follow(140);
        assertThat(far.movedBpm()).isEqualTo(other.movedBpm());
    }

    @Test
    void neverFurtherDownThanItMay() {
        follow(20_000, 40);
        assertThat(anchor.movedBpm()).isEqualTo(-12);
    }

    @Test
    void movesTowardsWhatIsHeardNeverPastItAndWithinItsBounds() {
        for (long seed = 0; seed < 20; seed++) {
            Random random = Hearts.scrambled(seed);
            SlowAnchor any = begun();
            double bpm = 70;
            for (int i = 0; i < 20_000; i++) {
                bpm = Math.max(40, Math.min(150, bpm + 2 * random.nextGaussian()));
                double before = any.centreBpm();
                any.follow(bpm);
                double after = any.centreBpm();
                assertThat(after)
                        .as("seed %d, second %d", seed, i)
                        .isBetween(Math.min(before, bpm), Math.max(before, bpm))
                        .isBetween(58.0, 76.0);
                assertThat(any.movedBpm()).isCloseTo(after - 70, within(1e-9));
            }
        }
    }

    private void follow(int seconds, double bpm) {
        for (int i = 0; i < seconds; i++) {
            anchor.follow(bpm);
        }
    }

    private static SlowAnchor begun() {
        SlowAnchor anchor = new SlowAnchor(AnchorRules.DEFAULT);
        anchor.begin(70);
        return anchor;
    }
}
