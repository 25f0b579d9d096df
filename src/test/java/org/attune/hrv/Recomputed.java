package org.attune.hrv;

import java.util.Arrays;

/** The measures of a window, computed anew from its beats in two passes, to compare with. */
final class Recomputed {
    private final long[] nn;
    private final long[] differences;
    final long covered;
    final double artefactShare;

    /** Of the beats {@code after} up to and with {@code to}, among the last {@code count} ones. */
    Recomputed(BeatLog log, long after, long to) {
        long[] nanos = new long[log.size()];
        long[] steps = new long[log.size()];
        int beats = 0;
        int normal = 0;
        int pairs = 0;
        long sum = 0;
        long last = after;
        int before = -1;
        for (int i = 0; i < log.size(); i++) {
            if (log.at(i) <= after || log.at(i) > to) {
                continue;
            }
            beats++;
            if (log.normal(i)) {
                sum += log.at(i) - Math.max(last, log.at(i) - log.interval(i));
                if (before >= 0 && log.ordinal(i) == log.ordinal(before) + 1) {
                    steps[pairs++] = log.interval(i) - log.interval(before);
                }
                nanos[normal++] = log.interval(i);
                before = i;
            }
            last = log.at(i);
        }
        nn = Arrays.copyOf(nanos, normal);
        differences = Arrays.copyOf(steps, pairs);
        covered = sum;
        artefactShare = beats == 0 ? 0 : (double) (beats - normal) / beats;
    }

    int pairs() {
        return differences.length;
    }

    int intervals() {
        return nn.length;
    }

    double mean() {
        return mean(nn) / 1e6;
    }

    double median() {
        if (nn.length == 0) {
            return Double.NaN;
        }
        long[] sorted = nn.clone();
        Arrays.sort(sorted);
        int half = sorted.length / 2;
        return (sorted.length % 2 == 1 ? sorted[half] : (sorted[half - 1] + sorted[half]) / 2.0)
                / 1e6;
    }

    double meanHeartRate() {
        double sum = 0;
        for (long each : nn) {
            sum += 60e9 / each;
        }
        return sum / nn.length;
    }

    double sdnn() {
        return deviation(nn) / 1e6;
    }

    double sdsd() {
        return deviation(differences) / 1e6;
    }

    double rmssd() {
        double sum = 0;
        for (long each : differences) {
            sum += (double) each * each;
        }
        return Math.sqrt(sum / differences.length) / 1e6;
    }

    int above(double millis) {
        int count = 0;
        for (long each : differences) {
            count += Math.abs(each) > millis * 1e6 ? 1 : 0;
        }
        return count;
    }

    private static double mean(long[] values) {
        long sum = 0;
        for (long each : values) {
            sum += each;
        }
        return (double) sum / values.length;
    }

    private static double deviation(long[] values) {
        if (values.length < 2) {
            return Double.NaN;
        }
        double mean = mean(values);
        double sum = 0;
        double aside = 0;
        for (long each : values) {
            sum += (each - mean) * (each - mean);
            aside += each - mean;
        }
        return Math.sqrt(Math.max(0, sum - aside * aside / values.length) / (values.length - 1));
    }
}
