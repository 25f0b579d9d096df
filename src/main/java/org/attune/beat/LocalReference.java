package org.attune.beat;

import java.util.Arrays;

/**
 * The median of the last accepted intervals: what the next beat is measured against. Keeps count of
 * rejected ones that agree among themselves, so that a new level is recognised as one.
 */
final class LocalReference {
    private static final int ENOUGH = 3;

    private final double[] accepted;
    private final double[] rejected = new double[10];
    private int acceptedCount;
    private int rejectedCount;

    LocalReference(int capacity) {
        accepted = new double[capacity];
    }

    boolean ready() {
        return acceptedCount >= ENOUGH;
    }

    double medianMillis() {
        return median(accepted, Math.min(acceptedCount, accepted.length));
    }

    /** Median distance of the accepted intervals from their median, as a share of it. */
    double relativeSpread() {
        int count = Math.min(acceptedCount, accepted.length);
        double middle = median(accepted, count);
        double[] distances = new double[count];
        for (int i = 0; i < count; i++) {
            distances[i] = Math.abs(accepted[i] - middle);
        }
        return median(distances, count) / middle;
    }

    void add(double millis) {
        accepted[acceptedCount % accepted.length] = millis;
        acceptedCount++;
        rejectedCount = 0;
    }

    /**
     * Notes a rejected interval (NaN: implausible). True when it completes a run of rejected ones
     * that agree among themselves: a new level, from which the reference has now been seeded.
     */
    boolean rejected(double millis, CleaningRules rules) {
        if (Double.isNaN(millis)) {
            rejectedCount = 0;
            return false;
        }
        if (rejectedCount == rules.reseedBeats()) {
            System.arraycopy(rejected, 1, rejected, 0, rejectedCount - 1);
            rejectedCount--;
        }
        rejected[rejectedCount++] = millis;
        if (rejectedCount < rules.reseedBeats() || !agree(rules.tolerance() / 2)) {
            return false;
        }
        double[] seeds = Arrays.copyOf(rejected, rejectedCount - 1);
        acceptedCount = 0;
        for (double seed : seeds) {
            add(seed);
        }
        return true;
    }

    private boolean agree(double tolerance) {
        double middle = median(rejected, rejectedCount);
        for (int i = 0; i < rejectedCount; i++) {
            if (Math.abs(rejected[i] - middle) > tolerance * middle) {
                return false;
            }
        }
        return true;
    }

    static double median(double[] values, int count) {
        double[] sorted = Arrays.copyOf(values, count);
        Arrays.sort(sorted);
        int half = count / 2;
        return count % 2 == 1 ? sorted[half] : (sorted[half - 1] + sorted[half]) / 2;
    }
}
