package org.attune.review.dyad;

import java.util.OptionalDouble;

/**
 * The concordance index: slopes of both rates in a moving window of some seconds, their
 * correlations in longer windows moved by a second, and of these the logarithm of the sum of the
 * positive over that of the negative (Marci and others 2007, J Nerv Ment Dis 195:103). 0 = as much
 * together as against each other.
 *
 * <p>Cost: linear in the length of the session, for each shift. Immutable.
 */
final class Concordance {
    /** Slopes that vary less than this (bpm a second, squared) are flat. */
    private static final double FLAT = 1e-9;

    private final double[] first;
    private final double[] second;
    private final int window;
    private final int move;
    private final int least;

    Concordance(RateSeries one, RateSeries other, DyadRules rules) {
        int cells = Math.min(one.size(), other.size());
        first = slopes(one, cells, rules);
        second = slopes(other, cells, rules);
        window = rules.steps(rules.windowSeconds());
        move = rules.steps(1);
        least = (int) Math.ceil(rules.leastShare() * window);
    }

    /** How many slopes there are. */
    int size() {
        return first.length;
    }

    /** Least-squares slope of the known cells of each window, bpm a second; NaN with too few. */
    private static double[] slopes(RateSeries series, int cells, DyadRules rules) {
        int length = rules.steps(rules.slopeSeconds());
        double[] slopes = new double[Math.max(0, cells - length + 1)];
        for (int i = 0; i < slopes.length; i++) {
            slopes[i] = slope(series, i, length, rules);
        }
        return slopes;
    }

    private static double slope(RateSeries series, int from, int length, DyadRules rules) {
        int n = 0;
        double t = 0;
        double y = 0;
        for (int i = 0; i < length; i++) {
            double bpm = series.bpm(from + i);
            if (!Double.isNaN(bpm)) {
                n++;
                t += i;
                y += bpm;
            }
        }
        if (n < rules.leastShare() * length) {
            return Double.NaN;
        }
        double products = 0;
        double squares = 0;
        for (int i = 0; i < length; i++) {
            double bpm = series.bpm(from + i);
            if (!Double.isNaN(bpm)) {
                products += (i - t / n) * (bpm - y / n);
                squares += (i - t / n) * (i - t / n);
            }
        }
        return products / squares / rules.stepSeconds();
    }

    /**
     * The index with the second person's course begun elsewhere, its end joined to its beginning.
     *
     * @param shift by how many steps; 0 as it was
     * @return empty when no window went together, or none against
     */
    OptionalDouble index(int shift) {
        int n = first.length;
        Sums sums = new Sums(n);
        for (int i = 0; i < n; i++) {
            sums.add(i, first[i], second[(i + shift) % n]);
        }
        double together = 0;
        double against = 0;
        for (int from = 0; from + window <= n; from += move) {
            double r = sums.correlation(from, from + window);
            together += Math.max(0, r);
            against += Math.max(0, -r);
        }
        return together > 0 && against > 0
                ? OptionalDouble.of(StrictMath.log(together / against))
                : OptionalDouble.empty();
    }

    /** Running sums, so that a window costs the same however long it is. */
    private final class Sums {
        private final double[][] sums;

        Sums(int n) {
            sums = new double[6][n + 1];
        }

        void add(int i, double x, double y) {
            boolean known = !Double.isNaN(x) && !Double.isNaN(y);
            double a = known ? x : 0;
            double b = known ? y : 0;
            sums[0][i + 1] = sums[0][i] + (known ? 1 : 0);
            sums[1][i + 1] = sums[1][i] + a;
            sums[2][i + 1] = sums[2][i] + b;
            sums[3][i + 1] = sums[3][i] + a * a;
            sums[4][i + 1] = sums[4][i] + b * b;
            sums[5][i + 1] = sums[5][i] + a * b;
        }

        /** 0 where too little is known, or a side is flat. */
        double correlation(int from, int to) {
            double n = of(0, from, to);
            if (n < least) {
                return 0;
            }
            double x = of(1, from, to);
            double y = of(2, from, to);
            double xx = of(3, from, to) - x * x / n;
            double yy = of(4, from, to) - y * y / n;
            return xx < FLAT || yy < FLAT ? 0 : (of(5, from, to) - x * y / n) / Math.sqrt(xx * yy);
        }

        private double of(int sum, int from, int to) {
            return sums[sum][to] - sums[sum][from];
        }
    }
}
