package org.attune.regulation;

import java.util.OptionalDouble;

/**
 * The last minutes of heart rate, one value a second: how fast it changes and how much it varies. A
 * second without a value empties what spans it.
 */
final class RateTrend {
    private static final int HALF = 10;

    private final double[] ring;
    private int count;

    RateTrend(int seconds) {
        ring = new double[Math.max(seconds, 2 * HALF)];
    }

    void add(double bpm) {
        ring[count % ring.length] = bpm;
        count++;
    }

    /** A second was not usable: nothing may be read across it. */
    void forget() {
        count = 0;
    }

    /** Mean of the last ten seconds minus mean of the ten before, bpm in 10 s. */
    OptionalDouble slopeBpm() {
        if (count < 2 * HALF) {
            return OptionalDouble.empty();
        }
        double late = 0;
        double early = 0;
        for (int i = 1; i <= HALF; i++) {
            late += back(i);
            early += back(i + HALF);
        }
        return OptionalDouble.of((late - early) / HALF);
    }

    /** Standard deviation over the whole span, bpm; empty until the span is full. */
    OptionalDouble spreadBpm() {
        int n = ring.length;
        if (count < n) {
            return OptionalDouble.empty();
        }
        double mean = 0;
        for (double each : ring) {
            mean += each;
        }
        mean /= n;
        double sum = 0;
        for (double each : ring) {
            sum += (each - mean) * (each - mean);
        }
        return OptionalDouble.of(Math.sqrt(sum / (n - 1)));
    }

    private double back(int steps) {
        return ring[Math.floorMod(count - steps, ring.length)];
    }
}
