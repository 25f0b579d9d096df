package org.attune.review.trend;

import java.util.Arrays;
import java.util.OptionalDouble;

/** Middle and spread that one wild value does not move far. */
final class Robust {
    /** Rousseeuw and Croux 1993, J Am Stat Assoc 88:1273. */
    private static final double MAD_TO_DEVIATION = 1.4826;

    private Robust() {}

    /** The median; empty of nothing. */
    static OptionalDouble median(double[] values) {
        if (values.length == 0) {
            return OptionalDouble.empty();
        }
        double[] sorted = values.clone();
        Arrays.sort(sorted);
        int half = sorted.length / 2;
        return OptionalDouble.of(
                sorted.length % 2 == 1 ? sorted[half] : (sorted[half - 1] + sorted[half]) / 2);
    }

    /** The median absolute deviation, scaled to the standard deviation of a normal spread. */
    static double deviation(double[] values, double middle) {
        double[] distances = Arrays.stream(values).map(each -> Math.abs(each - middle)).toArray();
        return MAD_TO_DEVIATION * median(distances).orElse(0);
    }
}
