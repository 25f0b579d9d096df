package org.attune.regulation;

import java.util.Arrays;

/** Mean of the values of the last seconds that had one. Confined to the pipeline thread. */
final class LongMean {
    private final double[] ring;
    private int next;

    LongMean(int seconds) {
        ring = new double[seconds];
        Arrays.fill(ring, Double.NaN);
    }

    /** One second: a value, or NaN for none. */
    void add(double value) {
        ring[next] = value;
        next = (next + 1) % ring.length;
    }

    /** The mean; NaN if no second had a value. */
    double mean() {
        double sum = 0;
        int count = 0;
        for (double each : ring) {
            if (!Double.isNaN(each)) {
                sum += each;
                count++;
            }
        }
        return count == 0 ? Double.NaN : sum / count;
    }
}
