package org.attune.review;

import java.util.Arrays;
import java.util.Optional;

/** Spearman's rank correlation, ties sharing their middle rank. */
final class RankCorrelation {
    /** What 95 % of a normal distribution lie no further from 0 than, in deviations. */
    private static final double NORMAL_95 = 1.959963984540054;

    private RankCorrelation() {}

    /** From -1 to 1; empty where either side does not vary. */
    static Optional<Double> of(double[] a, double[] b) {
        double[] ranksA = ranks(a);
        double[] ranksB = ranks(b);
        double middle = (a.length + 1) / 2.0;
        double both = 0;
        double ofA = 0;
        double ofB = 0;
        for (int i = 0; i < a.length; i++) {
            both += (ranksA[i] - middle) * (ranksB[i] - middle);
            ofA += (ranksA[i] - middle) * (ranksA[i] - middle);
            ofB += (ranksB[i] - middle) * (ranksB[i] - middle);
        }
        return ofA > 0 && ofB > 0
                ? Optional.of(Math.max(-1, Math.min(1, both / Math.sqrt(ofA * ofB))))
                : Optional.empty();
    }

    /**
     * Where it lies with 95 % confidence: Fisher's transformation with the error of Bonett and
     * Wright (2000, Psychometrika 65, 23), which holds for few values and strong correlations.
     *
     * @param n how many pairs, at least 4
     */
    static Recovery.Range interval(double correlation, int n) {
        double bounded = Math.max(-1 + 1e-9, Math.min(1 - 1e-9, correlation));
        double z = 0.5 * StrictMath.log((1 + bounded) / (1 - bounded));
        double reach = NORMAL_95 * Math.sqrt((1 + bounded * bounded / 2) / (n - 3));
        return new Recovery.Range(StrictMath.tanh(z - reach), StrictMath.tanh(z + reach));
    }

    static double[] ranks(double[] values) {
        double[] sorted = values.clone();
        Arrays.sort(sorted);
        double[] ranks = new double[values.length];
        for (int i = 0; i < values.length; i++) {
            int below = 0;
            int same = 0;
            for (double each : sorted) {
                below += each < values[i] ? 1 : 0;
                same += each == values[i] ? 1 : 0;
            }
            ranks[i] = below + (same + 1) / 2.0;
        }
        return ranks;
    }
}
