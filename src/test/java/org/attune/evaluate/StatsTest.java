package org.attune.evaluate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Random;
import org.junit.jupiter.api.Test;

class StatsTest {
    @Test
    void theAreaIsTheShareOfPairsInOrderTiesCountedHalf() {
        for (long seed = 1; seed <= 200; seed++) {
            Random random = new Random(seed);
            double[] high = draw(random);
            double[] low = draw(random);
            double pairs = 0;
            for (double h : high) {
                for (double l : low) {
                    pairs += h > l ? 1 : h == l ? 0.5 : 0;
                }
            }
            assertThat(Stats.auc(high, low))
                    .as("seed " + seed)
                    .isCloseTo(pairs / (high.length * low.length), within(1e-12));
        }
    }

    /** Few different values: many ties. */
    private static double[] draw(Random random) {
        double[] values = new double[1 + random.nextInt(40)];
        for (int i = 0; i < values.length; i++) {
            values[i] = random.nextInt(12);
        }
        return values;
    }

    @Test
    void quantilesLieBetweenTheValues() {
        double[] values = {4, 1, 3, 2};
        assertThat(Stats.median(values)).isEqualTo(2.5);
        assertThat(Stats.quantile(values, 0.25)).isEqualTo(1.75);
        assertThat(Stats.quantile(values, 1)).isEqualTo(4);
        assertThat(Stats.median(new double[0])).isNaN();
    }

    @Test
    void thePoissonIntervalIsTheOneOfTheTables() {
        // Exact limits, as printed in tables of the Poisson distribution.
        assertThat(Interval.poisson(0).low()).isZero();
        assertThat(Interval.poisson(0).high()).isCloseTo(3.6889, within(1e-4));
        assertThat(Interval.poisson(1).low()).isCloseTo(0.0253, within(1e-4));
        assertThat(Interval.poisson(1).high()).isCloseTo(5.5716, within(1e-4));
        assertThat(Interval.poisson(10).low()).isCloseTo(4.7954, within(1e-4));
        assertThat(Interval.poisson(10).high()).isCloseTo(18.3904, within(1e-4));
        assertThat(Interval.poisson(100).low()).isCloseTo(81.3640, within(1e-3));
        assertThat(Interval.poisson(100).high()).isCloseTo(121.6266, within(1e-3));
        assertThat(Interval.poisson(900).low()).isBetween(841.0, 843.0);
        assertThat(Interval.poisson(900).high()).isBetween(959.0, 962.0);
    }
}
