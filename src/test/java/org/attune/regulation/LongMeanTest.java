package org.attune.regulation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.Random;
import org.attune.testkit.Hearts;
import org.junit.jupiter.api.Test;

class LongMeanTest {
    @Test
    void withoutAnyValueThereIsNoMean() {
        LongMean mean = new LongMean(3);
        assertThat(mean.mean()).isNaN();
        mean.add(Double.NaN);
        assertThat(mean.mean()).isNaN();
    }

    @Test
    void aValueIsForgottenAfterItsSpanThoughNothingFollows() {
        LongMean mean = new LongMean(3);
        mean.add(7);
        mean.add(Double.NaN);
        mean.add(Double.NaN);
        assertThat(mean.mean()).isEqualTo(7);
        mean.add(Double.NaN);
        assertThat(mean.mean()).isNaN();
    }

    @Test
    void isTheMeanOfTheSecondsOfTheSpanThatHadAValue() {
        for (long seed = 0; seed < 20; seed++) {
            Random random = Hearts.scrambled(seed);
            double[] values = new double[400];
            LongMean mean = new LongMean(60);
            for (int s = 0; s < values.length; s++) {
                values[s] = random.nextInt(3) == 0 ? Double.NaN : random.nextGaussian();
                mean.add(values[s]);
                double expected =
                        Arrays.stream(values, Math.max(0, s - 59), s + 1)
                                .filter(v -> !Double.isNaN(v))
                                .average()
                                .orElse(Double.NaN);
                if (Double.isNaN(expected)) {
                    assertThat(mean.mean()).isNaN();
                } else {
                    assertThat(mean.mean()).as("seed %d", seed).isCloseTo(expected, within(1e-12));
                }
            }
        }
    }
}
