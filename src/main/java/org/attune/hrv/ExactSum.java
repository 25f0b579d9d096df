package org.attune.hrv;

/**
 * Sum and sum of squares of whole numbers, in 128 bits, so that what was added can be taken away
 * again without a trace: after any number of beats the statistics are those of the values inside,
 * as if computed from them alone.
 *
 * <p>Exact as long as count times the greatest square stays below 2<sup>127</sup>: twenty million
 * intervals of a day each, in nanoseconds, do. Confined to one thread.
 */
final class ExactSum {
    private long count;
    private long sumHigh;
    private long sumLow;
    private long squaresHigh;
    private long squaresLow;

    /** Known until the next change: several measures are made of it. */
    private double deviation = Double.NaN;

    private boolean deviationKnown;

    void clear() {
        count = 0;
        sumHigh = 0;
        sumLow = 0;
        squaresHigh = 0;
        squaresLow = 0;
        deviationKnown = false;
    }

    void add(long value) {
        count++;
        deviationKnown = false;
        long low = sumLow + value;
        sumHigh += (value >> 63) + carry(low, sumLow);
        sumLow = low;
        long square = value * value;
        low = squaresLow + square;
        squaresHigh += Math.multiplyHigh(value, value) + carry(low, squaresLow);
        squaresLow = low;
    }

    /** Takes away a value that was added before. */
    void remove(long value) {
        count--;
        deviationKnown = false;
        sumHigh -= (value >> 63) + carry(sumLow, value);
        sumLow -= value;
        long square = value * value;
        squaresHigh -= Math.multiplyHigh(value, value) + carry(squaresLow, square);
        squaresLow -= square;
    }

    long count() {
        return count;
    }

    /** Mean; NaN of nothing. */
    double mean() {
        if (count == 0) {
            return Double.NaN;
        }
        long middle = middle();
        return middle + (double) aside(middle) / count;
    }

    /** Standard deviation (n - 1); NaN of fewer than two values. */
    double deviation() {
        if (!deviationKnown) {
            deviation = count < 2 ? Double.NaN : Math.sqrt(squaresAboutMean() / (count - 1));
            deviationKnown = true;
        }
        return deviation;
    }

    private double squaresAboutMean() {
        // About a whole number near the mean the sum of squares is small and exact; what the true
        // mean lies aside of it is less than one unit and is put right at the end.
        long middle = middle();
        long aside = aside(middle);
        long low = sumLow + aside;
        long high = sumHigh + (aside >> 63) + carry(low, sumLow);
        long productLow = middle * low;
        long productHigh = Math.multiplyHigh(middle, low) + ((low >> 63) & middle) + middle * high;
        long restLow = squaresLow - productLow;
        long restHigh = squaresHigh - productHigh - carry(squaresLow, productLow);
        double squares = toDouble(restHigh, restLow) - (double) aside * aside / count;
        return Math.max(0, squares);
    }

    /** Root of the mean square; NaN of nothing. */
    double rootMeanSquare() {
        return Math.sqrt(toDouble(squaresHigh, squaresLow) / count);
    }

    private long middle() {
        return Math.round(toDouble(sumHigh, sumLow) / count);
    }

    /** The sum of the distances from {@code middle}: small, whatever the sum. */
    private long aside(long middle) {
        return sumLow - count * middle;
    }

    /** One if, unsigned, the first is less than the second. */
    private static long carry(long first, long second) {
        return Long.compareUnsigned(first, second) < 0 ? 1 : 0;
    }

    private static double toDouble(long high, long low) {
        if (high == low >> 63) {
            return low;
        }
        double unsigned = (low >>> 1) * 2.0 + (low & 1);
        return high * 0x1p64 + unsigned;
    }
}
