package org.attune.hrv;

import java.util.OptionalDouble;

/**
 * Baevsky's stress index, the index of tension of regulatory systems (Baevsky and Chernikova 2017,
 * Cardiometry 10:66): AMo / (2 · Mo · MxDMn) of the histogram of intervals with bins of 50 ms. Mo,
 * the mode, is the middle of the fullest bin in seconds, of equals the shortest; AMo the percentage
 * of intervals in it; MxDMn the longest less the shortest, in seconds. Some programs show its
 * square root.
 */
final class StressIndex {
    private static final double BIN_MILLIS = 50;

    private StressIndex() {}

    /** The index of the first {@code size} of {@code sorted}; empty when all are alike. */
    static OptionalDouble ofSorted(double[] sorted, int size) {
        if (size == 0 || !(sorted[size - 1] > sorted[0])) {
            return OptionalDouble.empty();
        }
        double mode = 0;
        int most = 0;
        for (int i = 0; i < size; ) {
            double bin = Math.floor(sorted[i] / BIN_MILLIS);
            int begin = i;
            while (i < size && Math.floor(sorted[i] / BIN_MILLIS) == bin) {
                i++;
            }
            if (i - begin > most) {
                most = i - begin;
                mode = (bin + 0.5) * BIN_MILLIS;
            }
        }
        double range = (sorted[size - 1] - sorted[0]) / 1000;
        return OptionalDouble.of(100.0 * most / size / (2 * mode / 1000 * range));
    }
}
