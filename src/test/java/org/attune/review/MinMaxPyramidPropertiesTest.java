package org.attune.review;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import org.attune.testkit.Hearts;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MinMaxPyramidPropertiesTest {
    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
    void everyStretchHasTheExtremesThatReadingItWouldFind(long seed) {
        Random random = Hearts.scrambled(seed);
        double[] values = randomValues(random, random.nextInt(700));
        MinMaxPyramid pyramid = MinMaxPyramid.of(values);
        for (int trial = 0; trial < 2000; trial++) {
            int from = random.nextInt(values.length + 1);
            int to = from + random.nextInt(values.length - from + 1);
            double least = Double.NaN;
            double greatest = Double.NaN;
            for (int i = from; i < to; i++) {
                if (!Double.isNaN(values[i])) {
                    least = Double.isNaN(least) ? values[i] : Math.min(least, values[i]);
                    greatest = Double.isNaN(greatest) ? values[i] : Math.max(greatest, values[i]);
                }
            }
            assertThat(pyramid.min(from, to))
                    .as("%d to %d", from, to)
                    .isEqualTo(Double.valueOf(least));
            assertThat(pyramid.max(from, to))
                    .as("%d to %d", from, to)
                    .isEqualTo(Double.valueOf(greatest));
        }
    }

    static double[] randomValues(Random random, int count) {
        double[] values = new double[count];
        boolean hole = false;
        for (int i = 0; i < count; i++) {
            hole = random.nextDouble() < (hole ? 0.6 : 0.05);
            values[i] = hole ? Double.NaN : 60 + 40 * random.nextGaussian();
        }
        return values;
    }
}
