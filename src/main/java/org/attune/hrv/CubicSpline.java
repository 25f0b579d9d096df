package org.attune.hrv;

import java.util.Arrays;

/**
 * The cubic through all points whose third derivative is also continuous at the second and the last
 * but one of them ("not a knot"; de Boor 1978, A Practical Guide to Splines, ch. IV). Three points
 * give their parabola, two their line.
 *
 * <p>Kept as the slope at every point, found by one sweep of a tridiagonal system. Confined to one
 * thread; buffers grow and stay.
 */
final class CubicSpline {
    private double[] x = new double[0];
    private double[] y = new double[0];
    private double[] slope = new double[0];
    private double[] scratch = new double[0];
    private int size;
    private int piece;

    /**
     * Lays the spline through the intervals of {@code nn} at the seconds since the first of them
     * ended; its ends rise strictly and there are two at least.
     */
    void fit(NnSeries nn) {
        size = nn.size();
        if (x.length < size) {
            int room = Math.max(size, x.length + x.length / 2);
            x = new double[room];
            y = new double[room];
            slope = new double[room];
            scratch = new double[room];
        }
        double origin = nn.endSeconds(0);
        for (int i = 0; i < size; i++) {
            x[i] = nn.endSeconds(i) - origin;
            y[i] = nn.millis(i);
        }
        piece = 0;
        if (size == 2) {
            Arrays.fill(slope, 0, 2, rise(0));
        } else if (size == 3) {
            parabola();
        } else {
            solve();
        }
    }

    /** Seconds from the first point to the last. */
    double length() {
        return x[size - 1];
    }

    private double rise(int i) {
        return (y[i + 1] - y[i]) / (x[i + 1] - x[i]);
    }

    private void parabola() {
        double first = x[1] - x[0];
        double second = x[2] - x[1];
        double bend = (rise(1) - rise(0)) / (first + second);
        slope[0] = rise(0) - bend * first;
        slope[1] = rise(0) + bend * first;
        slope[2] = rise(1) + bend * second;
    }

    /** Forward elimination and back substitution; scratch holds the upper diagonal over pivots. */
    private void solve() {
        int last = size - 1;
        double before = x[1] - x[0];
        double riseBefore = rise(0);
        double after = x[2] - x[1];
        double span = x[2] - x[0];
        double pivot = after;
        scratch[0] = span / pivot;
        slope[0] =
                ((before + 2 * span) * after * riseBefore + before * before * rise(1))
                        / span
                        / pivot;
        for (int i = 1; i < last; i++) {
            after = x[i + 1] - x[i];
            double riseAfter = rise(i);
            pivot = 2 * (before + after) - after * scratch[i - 1];
            scratch[i] = before / pivot;
            slope[i] =
                    (3 * (after * riseBefore + before * riseAfter) - after * slope[i - 1]) / pivot;
            before = after;
            riseBefore = riseAfter;
        }
        double inner = x[last - 1] - x[last - 2];
        span = x[last] - x[last - 2];
        pivot = inner - span * scratch[last - 1];
        double right =
                (before * before * rise(last - 2) + (2 * span + before) * inner * riseBefore)
                        / span;
        slope[last] = (right - span * slope[last - 1]) / pivot;
        for (int i = last - 1; i >= 0; i--) {
            slope[i] -= scratch[i] * slope[i + 1];
        }
    }

    /**
     * Writes the spline at {@code count} instants (first + k) / rate into {@code target} from
     * {@code offset} on. Cheap when called for rising instants.
     */
    void sample(long first, int count, double rate, double[] target, int offset) {
        if (first / rate < x[piece]) {
            piece = 0;
        }
        int k = 0;
        while (k < count) {
            double at = (first + k) / rate;
            while (piece < size - 2 && at >= x[piece + 1]) {
                piece++;
            }
            double width = x[piece + 1] - x[piece];
            double rise = rise(piece);
            double third = (slope[piece] + slope[piece + 1] - 2 * rise) / width;
            double cubic = third / width;
            double square = (rise - slope[piece]) / width - third;
            double linear = slope[piece];
            double constant = y[piece];
            double begin = x[piece];
            double end = piece == size - 2 ? Double.POSITIVE_INFINITY : x[piece + 1];
            while (k < count && at < end) {
                double u = at - begin;
                target[offset + k] = ((cubic * u + square) * u + linear) * u + constant;
                k++;
                at = (first + k) / rate;
            }
        }
    }
}
