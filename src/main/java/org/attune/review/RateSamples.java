package org.attune.review;

import java.util.Arrays;
import java.util.OptionalDouble;
import org.attune.regulation.RegulationState;

/**
 * The rates figures are computed from: of each normal interval that ended in a second whose state
 * was known; of a sensor without intervals, what it told second by second.
 */
final class RateSamples {
    private final double[] seconds;
    private final double[] bpm;
    private final double[] lived;

    private RateSamples(double[] seconds, double[] bpm, double[] lived) {
        this.seconds = seconds;
        this.bpm = bpm;
        this.lived = lived;
    }

    static RateSamples of(Timeline lane) {
        return lane.beats().size() > 0 ? ofBeats(lane) : ofSeconds(lane);
    }

    private static RateSamples ofBeats(Timeline lane) {
        Beats beats = lane.beats();
        double[][] columns = new double[3][beats.size()];
        int count = 0;
        for (int i = 0; i < beats.size(); i++) {
            int second = (int) Math.ceil(beats.second(i));
            if (beats.verdict(i).isNormal() && lane.state(second) != RegulationState.UNKNOWN) {
                columns[0][count] = beats.second(i);
                columns[1][count] = 60_000 / beats.rrMillis(i);
                columns[2][count++] = beats.rrMillis(i) / 1000;
            }
        }
        return cut(columns, count);
    }

    private static RateSamples ofSeconds(Timeline lane) {
        double[][] columns = new double[3][lane.lastSecond() + 1];
        int count = 0;
        for (int second = 1; second <= lane.lastSecond(); second++) {
            OptionalDouble rate = lane.rate().at(second);
            if (rate.isPresent()) {
                columns[0][count] = second;
                columns[1][count] = rate.getAsDouble();
                columns[2][count++] = 1;
            }
        }
        return cut(columns, count);
    }

    private static RateSamples cut(double[][] columns, int count) {
        return new RateSamples(
                Arrays.copyOf(columns[0], count),
                Arrays.copyOf(columns[1], count),
                Arrays.copyOf(columns[2], count));
    }

    /** What lies from {@code from}, exclusive, to {@code to}, inclusive, session seconds. */
    Window window(double from, double to) {
        int first = after(from);
        return new Window(first, Math.max(first, after(to)));
    }

    private int after(double second) {
        int low = 0;
        int high = seconds.length;
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (seconds[middle] <= second) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }

    /** A stretch of samples. */
    final class Window {
        private final int first;
        private final int end;

        private Window(int first, int end) {
            this.first = first;
            this.end = end;
        }

        int count() {
            return end - first;
        }

        /** Time lived through by its samples, s. */
        double usableSeconds() {
            double sum = 0;
            for (int i = first; i < end; i++) {
                sum += lived[i];
            }
            return sum;
        }

        /** Median rate, bpm; of at least one sample. */
        double medianBpm() {
            double[] sorted = Arrays.copyOfRange(bpm, first, end);
            Arrays.sort(sorted);
            return Middle.ofSorted(sorted);
        }

        /** Samples by time lived through, bpm; of at least one sample. */
        double meanBpm() {
            double beats = 0;
            for (int i = first; i < end; i++) {
                beats += bpm[i] * lived[i];
            }
            return beats / usableSeconds();
        }
    }
}
