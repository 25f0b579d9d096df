package org.attune.evaluate;

import java.util.Arrays;
import java.util.BitSet;

/** Figures of samples. */
final class Stats {
    private Stats() {}

    /** Those of the seconds that have one. */
    static double[] pick(double[] values, BitSet seconds) {
        double[] picked = new double[seconds.cardinality()];
        int count = 0;
        for (int s = seconds.nextSetBit(0);
                s >= 0 && s < values.length;
                s = seconds.nextSetBit(s + 1)) {
            if (Double.isFinite(values[s])) {
                picked[count++] = values[s];
            }
        }
        return Arrays.copyOf(picked, count);
    }

    static double mean(double[] values) {
        double sum = 0;
        for (double value : values) {
            sum += value;
        }
        return sum / values.length;
    }

    /** Over n, not n - 1. */
    static double deviation(double[] values) {
        double mean = mean(values);
        double sum = 0;
        for (double value : values) {
            sum += (value - mean) * (value - mean);
        }
        return Math.sqrt(sum / values.length);
    }

    /** Linear between the order statistics; not a number of an empty sample. */
    static double quantile(double[] values, double share) {
        double[] sorted = values.clone();
        Arrays.sort(sorted);
        return sortedQuantile(sorted, share);
    }

    static double sortedQuantile(double[] sorted, double share) {
        if (sorted.length == 0) {
            return Double.NaN;
        }
        double place = share * (sorted.length - 1);
        int below = (int) Math.min(Math.floor(place), sorted.length - 1.0);
        int above = Math.min(below + 1, sorted.length - 1);
        return sorted[below] + (place - below) * (sorted[above] - sorted[below]);
    }

    static double median(double[] values) {
        return quantile(values, 0.5);
    }

    /**
     * The chance that a value of {@code high} lies above one of {@code low}, ties counted half: the
     * area under the ROC curve.
     */
    static double auc(double[] high, double[] low) {
        double[] h = high.clone();
        double[] l = low.clone();
        Arrays.sort(h);
        Arrays.sort(l);
        double wins = 0;
        int below = 0;
        int upTo = 0;
        for (double value : h) {
            while (below < l.length && l[below] < value) {
                below++;
            }
            while (upTo < l.length && l[upTo] <= value) {
                upTo++;
            }
            wins += (below + upTo) / 2.0;
        }
        return wins / ((double) h.length * l.length);
    }
}
