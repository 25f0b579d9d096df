package org.attune.ui;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;

class TraceTest {
    @Test
    void thinningKeepsEveryPeakAndEveryHoleOfItsColumn() {
        for (long seed = 0; seed < 50; seed++) {
            Random random = new Random(seed);
            int size = 200 + random.nextInt(3000);
            double column = 2 + random.nextInt(9);
            double[] seconds = new double[size];
            double[] values = new double[size];
            for (int i = 0; i < size; i++) {
                seconds[i] = i;
                values[i] = random.nextInt(40) == 0 ? Double.NaN : random.nextGaussian();
            }
            Trace whole = Trace.of(seconds, values);
            Trace thin = whole.thinned(column);

            assertThat(max(thin)).as("seed %d", seed).isEqualTo(max(whole));
            assertThat(min(thin)).as("seed %d", seed).isEqualTo(min(whole));
            assertThat(holes(thin)).as("seed %d", seed).isEqualTo(holes(whole));
            for (int i = 1; i < thin.size(); i++) {
                assertThat(thin.second(i)).as("seed %d", seed).isGreaterThan(thin.second(i - 1));
            }
        }
    }

    @Test
    void anHourThinsToFourPointsAPixel() {
        double[] seconds = new double[3600];
        double[] values = new double[3600];
        Random random = new Random(7);
        for (int i = 0; i < 3600; i++) {
            seconds[i] = i;
            values[i] = random.nextDouble();
        }

        Trace thin = Trace.of(seconds, values).thinned(36);

        assertThat(thin.size()).isLessThanOrEqualTo(400);
        assertThat(thin.second(0)).isZero();
        assertThat(thin.newest()).isEqualTo(values[3599]);
    }

    @Test
    void aTraceOfUnequalArraysIsRefused() {
        assertThatThrownBy(() -> Trace.of(new double[2], new double[3]))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("must be as many: seconds=2 values=3");
    }

    private static double max(Trace trace) {
        return values(trace).max().orElseThrow();
    }

    private static double min(Trace trace) {
        return values(trace).min().orElseThrow();
    }

    private static java.util.stream.DoubleStream values(Trace trace) {
        double[] all = new double[trace.size()];
        Arrays.setAll(all, trace::value);
        return Arrays.stream(all).filter(Double::isFinite);
    }

    private static long holes(Trace trace) {
        return java.util.stream.IntStream.range(0, trace.size()).filter(trace::hole).count();
    }
}
