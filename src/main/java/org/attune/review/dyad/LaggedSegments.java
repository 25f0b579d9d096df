package org.attune.review.dyad;

import java.util.ArrayList;
import java.util.List;

/**
 * Windowed cross-correlation: for each segment and lag the correlation of the two rates, as
 * Fisher's z.
 *
 * <p>A correlation at a lag is the sum of products of deviations from the whole segment's means
 * over the product of both segments' root sums of squares, as R's {@code ccf} has it and SUSY with
 * it. An unknown cell stands at its segment's mean, which can only weaken a correlation. Only
 * segments usable on both sides are taken, so surrogates pair what could be paired. Immutable.
 */
final class LaggedSegments {
    /** A correlation of one has no z. */
    private static final double MOST_CORRELATION = 1 - 1e-12;

    private final List<double[]> first = new ArrayList<>();
    private final List<double[]> second = new ArrayList<>();
    private final int mostLag;

    LaggedSegments(RateSeries one, RateSeries other, DyadRules rules) {
        int length = rules.steps(rules.segmentSeconds());
        mostLag = rules.steps(rules.mostLagSeconds());
        int cells = Math.min(one.size(), other.size());
        for (int from = 0; from + length <= cells; from += length) {
            double[] x = deviations(one, from, length, rules.leastShare());
            double[] y = deviations(other, from, length, rules.leastShare());
            if (x.length > 0 && y.length > 0) {
                first.add(x);
                second.add(y);
            }
        }
    }

    int count() {
        return first.size();
    }

    int mostLag() {
        return mostLag;
    }

    /** Deviations of length one; no values when too few are known, or when they do not vary. */
    private static double[] deviations(RateSeries series, int from, int length, double leastShare) {
        double sum = 0;
        int known = 0;
        for (int i = from; i < from + length; i++) {
            if (!Double.isNaN(series.bpm(i))) {
                sum += series.bpm(i);
                known++;
            }
        }
        if (known < leastShare * length) {
            return new double[0];
        }
        double[] deviations = new double[length];
        double squares = 0;
        for (int i = 0; i < length; i++) {
            double bpm = series.bpm(from + i);
            deviations[i] = Double.isNaN(bpm) ? 0 : bpm - sum / known;
            squares += deviations[i] * deviations[i];
        }
        if (squares < 1e-9) {
            return new double[0];
        }
        double norm = Math.sqrt(squares);
        for (int i = 0; i < length; i++) {
            deviations[i] /= norm;
        }
        return deviations;
    }

    /**
     * The profile with the second person's segments in another order.
     *
     * @param order which of them meets each of the first's
     */
    LagProfile profile(int[] order) {
        int lags = 2 * mostLag + 1;
        double[] signed = new double[lags];
        double[] absolute = new double[lags];
        for (int i = 0; i < order.length; i++) {
            double[] x = first.get(i);
            double[] y = second.get(order[i]);
            for (int k = 0; k < lags; k++) {
                double z = z(correlation(x, y, k - mostLag));
                signed[k] += z / order.length;
                absolute[k] += Math.abs(z) / order.length;
            }
        }
        return new LagProfile(signed, absolute);
    }

    /**
     * @param lag above 0: the second follows the first by so many steps
     */
    private static double correlation(double[] x, double[] y, int lag) {
        double sum = 0;
        for (int t = Math.max(0, -lag); t < x.length - Math.max(0, lag); t++) {
            sum += x[t] * y[t + lag];
        }
        return sum;
    }

    private static double z(double correlation) {
        double r = Math.max(-MOST_CORRELATION, Math.min(MOST_CORRELATION, correlation));
        return 0.5 * StrictMath.log((1 + r) / (1 - r));
    }
}
