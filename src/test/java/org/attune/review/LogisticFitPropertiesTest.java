package org.attune.review;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Random;
import org.attune.testkit.Hearts;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class LogisticFitPropertiesTest {
    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
    void aCurveWithoutNoiseIsFoundAgain(long seed) {
        Random random = Hearts.scrambled(seed);
        double amplitude = 5 + 40 * random.nextDouble();
        double middle = 20 + 100 * random.nextDouble();
        double width = 5 + 25 * random.nextDouble();
        double[] t = seconds(40);
        double[] y = curve(t, amplitude, middle, width);
        LogisticFit.Curve found = LogisticFit.of(t, y).orElseThrow();
        assertThat(found.amplitude()).isCloseTo(amplitude, within(1e-6 * amplitude));
        assertThat(found.middle()).isCloseTo(middle, within(1e-6 * middle));
        assertThat(found.width()).isCloseTo(width, within(1e-6 * width));
        double half = found.halfSeconds();
        assertThat(found.at(half)).isCloseTo(found.at(0) / 2, within(1e-9 * amplitude));
    }

    @Test
    void theIntervalHoldsTheTruthNineteenTimesInTwenty() {
        Random random = Hearts.scrambled(11);
        double[] t = seconds(36);
        double[] clean = curve(t, 25, 60, 15);
        double truth = 60 + 15 * StrictMath.log(1 + 2 * StrictMath.exp(-4));
        int held = 0;
        int trials = 1000;
        for (int trial = 0; trial < trials; trial++) {
            double[] y = new double[t.length];
            for (int i = 0; i < t.length; i++) {
                y[i] = clean[i] + 2 * random.nextGaussian();
            }
            LogisticFit.Curve found = LogisticFit.of(t, y).orElseThrow();
            double reach = found.halfError() * StudentT.within(0.95, t.length - 3);
            held += Math.abs(found.halfSeconds() - truth) <= reach ? 1 : 0;
        }
        assertThat(held / (double) trials).isBetween(0.93, 0.97);
    }

    @Test
    void residualsThatResembleEachOtherWidenTheInterval() {
        double[] alternating = {1, -1, 1, -1, 1, -1};
        double[] alike = {1, 1, 1, -1, -1, -1};
        assertThat(RecoveryReading.widening(alternating)).isEqualTo(1);
        assertThat(RecoveryReading.widening(alike)).isCloseTo(Math.sqrt(1.5 / 0.5), within(1e-12));
    }

    /** scipy 1.17: {@code stats.t.ppf(0.975, freedom)}. */
    @ParameterizedTest
    @CsvSource({
        "1, 12.706204736174694",
        "2, 4.302652729749462",
        "3, 3.182446305283709",
        "5, 2.5705818356363146",
        "10, 2.228138851986274",
        "30, 2.0422724563012373",
        "57, 2.0024654592910065"
    })
    void theQuantilesOfStudentAreThoseOfTheTables(int freedom, double expected) {
        assertThat(StudentT.within(0.95, freedom)).isCloseTo(expected, within(1e-9 * expected));
    }

    private static double[] seconds(int count) {
        double[] t = new double[count];
        for (int i = 0; i < count; i++) {
            t[i] = 5 * i + 2.5;
        }
        return t;
    }

    private static double[] curve(double[] t, double amplitude, double middle, double width) {
        double[] y = new double[t.length];
        for (int i = 0; i < t.length; i++) {
            y[i] = amplitude / (1 + StrictMath.exp((t[i] - middle) / width));
        }
        return y;
    }
}
