package org.attune.review;

import java.util.Arrays;

/** The median. */
final class Middle {
    private Middle() {}

    /** The median of at least one value. */
    static double of(double[] values) {
        double[] sorted = values.clone();
        Arrays.sort(sorted);
        return ofSorted(sorted);
    }

    /** The same of values in order. */
    static double ofSorted(double[] sorted) {
        int half = sorted.length / 2;
        return sorted.length % 2 == 1 ? sorted[half] : (sorted[half - 1] + sorted[half]) / 2;
    }
}
