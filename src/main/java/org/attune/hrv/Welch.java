package org.attune.hrv;

import java.util.Arrays;

/**
 * Welch's averaged spectrum (1967, IEEE Trans Audio Electroacoust 15:70) of the intervals resampled
 * at 4 Hz by a {@link CubicSpline}: segments of 256 s (1024 values) or the whole if it is shorter,
 * half overlapping, their mean removed, a periodic Hann window, 1024 frequencies, density.
 *
 * <p>The spline runs on the true time line. A segment that touches a gap longer than allowed is
 * left out of the average, since there the spline is invention.
 *
 * <p>Cost is linear in the length; no more than a segment is held resampled. Confined to one
 * thread.
 */
final class Welch {
    static final double RATE = 4;
    private static final int LENGTH = 1024;

    private final Fft fft;
    private final CubicSpline spline = new CubicSpline();
    private final double[] resampled = new double[LENGTH];
    private final double[] segment = new double[LENGTH];
    private final double[] window = new double[LENGTH];
    private final double[] sums = new double[LENGTH / 2 + 1];
    private int windowLength;
    private double windowPower;

    Welch(Fft fft) {
        this.fft = fft;
    }

    /**
     * Fills {@code spectrum}; false when no segment was free of gaps or there is none.
     *
     * @param nn its ends rise strictly and it has two intervals at least
     */
    boolean analyse(NnSeries nn, double longestGapSeconds, Spectrum spectrum) {
        spline.fit(nn);
        long count = (long) Math.floor(spline.length() * RATE) + 1;
        if (count < 2) {
            return false;
        }
        int length = (int) Math.min(LENGTH, count);
        shapeWindow(length);
        Arrays.fill(sums, 0);
        int hop = length - length / 2;
        long segments = (count - length / 2) / hop;
        int used = 0;
        int beat = 0;
        long fresh = 0; // Instants before this one are in the buffer already.
        double origin = nn.endSeconds(0);
        for (long s = 0; s < segments; s++) {
            long first = s * hop;
            int kept = (int) Math.max(0, fresh - first);
            System.arraycopy(resampled, length - kept, resampled, 0, kept);
            spline.sample(first + kept, length - kept, RATE, resampled, kept);
            fresh = first + length;
            double begin = first / RATE;
            double end = (fresh - 1) / RATE;
            while (beat + 1 < nn.size() && nn.endSeconds(beat + 1) - origin <= begin) {
                beat++;
            }
            if (isWhole(nn, beat, origin + end, longestGapSeconds)) {
                add(length);
                used++;
            }
        }
        if (used == 0) {
            return false;
        }
        spectrum.reset(LENGTH / 2 + 1, RATE / LENGTH);
        double scale = 2 / (RATE * windowPower * used);
        for (int k = 0; k <= LENGTH / 2; k++) {
            boolean single = k == 0 || k == LENGTH / 2;
            spectrum.set(k, sums[k] * (single ? scale / 2 : scale));
        }
        return true;
    }

    private static boolean isWhole(NnSeries nn, int from, double end, double longestGap) {
        for (int i = from + 1; i < nn.size(); i++) {
            if (!nn.followsPrevious(i) && nn.endSeconds(i) - nn.endSeconds(i - 1) > longestGap) {
                return false;
            }
            if (nn.endSeconds(i) >= end) {
                return true;
            }
        }
        return true;
    }

    private void shapeWindow(int length) {
        if (length == windowLength) {
            return;
        }
        windowLength = length;
        windowPower = 0;
        for (int i = 0; i < length; i++) {
            window[i] = 0.5 - 0.5 * StrictMath.cos(2 * StrictMath.PI * i / length);
            windowPower += window[i] * window[i];
        }
    }

    private void add(int length) {
        double mean = 0;
        for (int i = 0; i < length; i++) {
            mean += resampled[i];
        }
        mean /= length;
        for (int i = 0; i < length; i++) {
            segment[i] = (resampled[i] - mean) * window[i];
        }
        Arrays.fill(segment, length, LENGTH, 0);
        fft.real(segment, LENGTH / 2);
        sums[0] += segment[0] * segment[0];
        sums[LENGTH / 2] += segment[1] * segment[1];
        for (int k = 1; k < LENGTH / 2; k++) {
            sums[k] += segment[2 * k] * segment[2 * k] + segment[2 * k + 1] * segment[2 * k + 1];
        }
    }
}
