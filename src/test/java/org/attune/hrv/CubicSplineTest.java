package org.attune.hrv;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Random;
import org.junit.jupiter.api.Test;

class CubicSplineTest {
    /** A not-a-knot spline of n points has any polynomial of degree n - 1, up to 3, for itself. */
    @Test
    void polynomialsAreReproducedFromUnequalPoints() {
        for (int size = 2; size <= 40; size++) {
            Random random = new Random(size);
            double[] factors = new double[Math.min(4, size)];
            for (int i = 0; i < factors.length; i++) {
                factors[i] = random.nextGaussian();
            }
            NnSeries.Builder points = new NnSeries.Builder();
            double at = 0;
            for (int i = 0; i < size; i++) {
                points.append(at, polynomial(factors, at), true);
                at += 0.3 + random.nextDouble();
            }
            CubicSpline spline = new CubicSpline();
            spline.fit(points.build());
            int count = (int) (spline.length() * 16);
            double[] sampled = new double[count + 1];
            spline.sample(0, count, 16, sampled, 1);
            for (int k = 0; k < count; k++) {
                double expected = polynomial(factors, k / 16.0);
                assertThat(sampled[k + 1])
                        .as("%d points, at %f", size, k / 16.0)
                        .isCloseTo(expected, within(1e-9 * (1 + Math.abs(expected))));
            }
        }
    }

    private static double polynomial(double[] factors, double x) {
        double value = 0;
        for (int i = factors.length - 1; i >= 0; i--) {
            value = value * x + factors[i];
        }
        return value;
    }
}
