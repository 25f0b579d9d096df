package org.attune.hrv;

import java.util.OptionalDouble;

/**
 * The short-term exponent of detrended fluctuation analysis (Peng, Havlin, Stanley and Goldberger
 * 1995, Chaos 5:82): the profile, a running sum of deviations from the mean, is cut into boxes of n
 * = 4 to 16 intervals; each box loses its straight line; F(n) is the root of the mean square left;
 * the exponent is the slope of ln F on ln n.
 *
 * <p>Boxes lie end to end from the beginning, or half over each other; after a gap they begin anew,
 * and none spans it. Confined to one thread; buffers grow and stay.
 */
final class Fluctuation {
    private static final int SMALLEST = 4;
    private static final int LARGEST = 16;

    private double[] profile = new double[0];
    private final double[] logSize = new double[LARGEST + 1];
    private double squares;
    private long boxes;

    Fluctuation() {
        for (int n = SMALLEST; n <= LARGEST; n++) {
            logSize[n] = StrictMath.log(n);
        }
    }

    /** The exponent; empty without a box of each size, or when there is nothing left to measure. */
    OptionalDouble exponent(NnSeries nn, boolean overlapping) {
        int size = nn.size();
        if (size < LARGEST) {
            return OptionalDouble.empty();
        }
        sumUp(nn);
        double sumX = 0;
        double sumY = 0;
        double sumXx = 0;
        double sumXy = 0;
        double points = LARGEST - SMALLEST + 1;
        for (int n = SMALLEST; n <= LARGEST; n++) {
            squares = 0;
            boxes = 0;
            for (int begin = 0; begin < size; ) {
                int end = begin + 1;
                while (end < size && nn.followsPrevious(end)) {
                    end++;
                }
                cut(begin, end, n, overlapping ? n / 2 : n);
                begin = end;
            }
            if (boxes == 0 || !(squares > 0)) {
                return OptionalDouble.empty();
            }
            double y = StrictMath.log(Math.sqrt(squares / boxes));
            sumX += logSize[n];
            sumY += y;
            sumXx += logSize[n] * logSize[n];
            sumXy += logSize[n] * y;
        }
        return OptionalDouble.of((sumXy - sumX * sumY / points) / (sumXx - sumX * sumX / points));
    }

    private void sumUp(NnSeries nn) {
        int size = nn.size();
        if (profile.length < size) {
            profile = new double[Math.max(size, profile.length + profile.length / 2)];
        }
        double mean = TimeDomain.meanNn(nn).orElseThrow();
        double sum = 0;
        for (int i = 0; i < size; i++) {
            sum += nn.millis(i) - mean;
            profile[i] = sum;
        }
    }

    private void cut(int begin, int end, int n, int step) {
        double middle = (n - 1) / 2.0;
        double spread = n * (n * (double) n - 1) / 12; // Σ (i - middle)²
        for (int box = begin; box + n <= end; box += step) {
            double mean = 0;
            double slope = 0;
            for (int i = 0; i < n; i++) {
                mean += profile[box + i];
                slope += profile[box + i] * (i - middle);
            }
            mean /= n;
            slope /= spread;
            double left = 0;
            for (int i = 0; i < n; i++) {
                double residual = profile[box + i] - mean - slope * (i - middle);
                left += residual * residual;
            }
            squares += left / n;
            boxes++;
        }
    }
}
