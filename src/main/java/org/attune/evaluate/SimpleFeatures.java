package org.attune.evaluate;

import java.util.Arrays;

/**
 * Plain window means of beats or rates, once a second; what cannot be computed is not a number.
 * Each window holds what ended in the last W seconds.
 */
final class SimpleFeatures {
    private static final int FIRST_SECOND = 30;
    private static final int LEAST_BEATS = 5;
    private static final double LEAST_SHARE = 0.25;
    private static final double COVERED_SHARE = 0.8;
    private static final int LEAST_PAIRS = 10;
    private static final int LEAST_RMSSD_BEATS = 12;
    private static final double RMSSD_FLOOR_MILLIS = 3;
    private static final double NEIGHBOUR_MILLIS = 80;
    private static final double LEAST_MILLIS = 300;
    private static final double MOST_MILLIS = 2000;
    private static final int GATE_BEATS = 7;
    private static final double GATE_SHARE = 0.2;

    private final double[] rate30;
    private final double[] rate60;
    private final double[] rate60Covered;
    private final double[] lnRmssd;

    private SimpleFeatures(int seconds) {
        rate30 = Seconds.none(seconds);
        rate60 = Seconds.none(seconds);
        rate60Covered = Seconds.none(seconds);
        lnRmssd = Seconds.none(seconds);
    }

    double[] rate30() {
        return rate30;
    }

    double[] rate60() {
        return rate60;
    }

    /** Only where accepted beats cover four fifths of the window. */
    double[] rate60Covered() {
        return rate60Covered;
    }

    double[] lnRmssd() {
        return lnRmssd;
    }

    /** Of heart rates, bpm. */
    static SimpleFeatures ofRates(Series rates, int seconds) {
        SimpleFeatures features = new SimpleFeatures(seconds);
        Window fast = new Window(rates, 30);
        Window slow = new Window(rates, 60);
        for (int s = FIRST_SECOND; s < seconds; s++) {
            fast.moveTo(s);
            slow.moveTo(s);
            if (fast.count() >= 30 / 3) {
                features.rate30[s] = fast.sum() / fast.count();
            }
            if (slow.count() >= 60 / 3) {
                features.rate60[s] = slow.sum() / slow.count();
            }
        }
        return features;
    }

    /** Of intervals, ms, after a simple gate. */
    static SimpleFeatures ofBeats(Series intervals, int seconds) {
        SimpleFeatures features = new SimpleFeatures(seconds);
        Series beats = gated(intervals);
        double[] steps = stepsBetweenNeighbours(beats);
        Window fast = new Window(beats, 30);
        Window slow = new Window(beats, 60);
        for (int s = FIRST_SECOND; s < seconds; s++) {
            fast.moveTo(s);
            slow.moveTo(s);
            features.rate30[s] = fast.beatsPerMinute();
            features.rate60[s] = slow.beatsPerMinute();
            if (slow.sum() >= COVERED_SHARE * 60_000) {
                features.rate60Covered[s] = features.rate60[s];
            }
            features.lnRmssd[s] = lnRmssd(steps, slow.from, slow.to);
        }
        return features;
    }

    /** Between 300 and 2000 ms, and within a fifth of the median of the last seven such. */
    static Series gated(Series intervals) {
        double[] times = new double[intervals.size()];
        double[] values = new double[intervals.size()];
        int plausible = 0;
        for (int i = 0; i < intervals.size(); i++) {
            double value = intervals.value(i);
            if (value >= LEAST_MILLIS && value <= MOST_MILLIS) {
                times[plausible] = intervals.time(i);
                values[plausible++] = value;
            }
        }
        double[] keptTimes = new double[plausible];
        double[] kept = new double[plausible];
        int count = 0;
        for (int i = 0; i < plausible; i++) {
            int from = Math.max(0, i - GATE_BEATS + 1);
            double median = Stats.median(Arrays.copyOfRange(values, from, i + 1));
            if (Math.abs(values[i] - median) <= GATE_SHARE * median) {
                keptTimes[count] = times[i];
                kept[count++] = values[i];
            }
        }
        return new Series(Arrays.copyOf(keptTimes, count), Arrays.copyOf(kept, count));
    }

    /** From each beat to the next, ms; not a number across a hole. */
    private static double[] stepsBetweenNeighbours(Series beats) {
        double[] steps = new double[Math.max(0, beats.size() - 1)];
        for (int i = 0; i < steps.length; i++) {
            double apart = (beats.time(i + 1) - beats.time(i)) * 1000;
            steps[i] =
                    Math.abs(apart - beats.value(i + 1)) < NEIGHBOUR_MILLIS
                            ? beats.value(i + 1) - beats.value(i)
                            : Double.NaN;
        }
        return steps;
    }

    private static double lnRmssd(double[] steps, int from, int to) {
        double sum = 0;
        int count = 0;
        for (int i = Math.max(from - 1, 0); i < to - 1; i++) {
            if (!Double.isNaN(steps[i])) {
                sum += steps[i] * steps[i];
                count++;
            }
        }
        return count >= LEAST_PAIRS && to - from >= LEAST_RMSSD_BEATS
                ? Math.log(Math.max(Math.sqrt(sum / count), RMSSD_FLOOR_MILLIS))
                : Double.NaN;
    }

    /** The rows that ended in the last {@code width} seconds. Moves forward only. */
    private static final class Window {
        private final Series rows;
        private final int width;
        private int from;
        private int to;

        Window(Series rows, int width) {
            this.rows = rows;
            this.width = width;
        }

        void moveTo(int second) {
            while (to < rows.size() && rows.time(to) <= second) {
                to++;
            }
            while (from < rows.size() && rows.time(from) <= second - width) {
                from++;
            }
        }

        int count() {
            return to - from;
        }

        /** Summed afresh: no error creeps in over hours. */
        double sum() {
            double sum = 0;
            for (int i = from; i < to; i++) {
                sum += rows.value(i);
            }
            return sum;
        }

        double beatsPerMinute() {
            double sum = sum();
            return count() >= LEAST_BEATS && sum >= LEAST_SHARE * 1000 * width
                    ? 60_000 / (sum / count())
                    : Double.NaN;
        }
    }
}
