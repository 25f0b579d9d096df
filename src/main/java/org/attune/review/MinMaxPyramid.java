package org.attune.review;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Least and greatest of any stretch of a series without reading the stretch: of blocks of 8 values,
 * of pairs of blocks, of pairs of these, and so on. Holes ({@code NaN}) count for nothing.
 *
 * <p>Cost: a quarter of the series in memory on top of it for each of the two; a stretch of n
 * values is answered in at most 14 single values and 2 log2(n / 8) blocks. Immutable; any thread.
 */
public final class MinMaxPyramid {
    private static final int SHIFT = 3;
    private static final int BLOCK = 1 << SHIFT;

    private final double[] values;
    private final double[][] least;
    private final double[][] greatest;

    private MinMaxPyramid(double[] values, double[][] least, double[][] greatest) {
        this.values = values;
        this.least = least;
        this.greatest = greatest;
    }

    /** The pyramid over a copy of {@code values}. */
    public static MinMaxPyramid of(double[] values) {
        return over(values.clone());
    }

    /** Over {@code values} themselves, which must not change any more. */
    static MinMaxPyramid over(double[] values) {
        List<double[]> least = new ArrayList<>();
        List<double[]> greatest = new ArrayList<>();
        double[] low = new double[(values.length + BLOCK - 1) >> SHIFT];
        double[] high = new double[low.length];
        Arrays.fill(low, Double.POSITIVE_INFINITY);
        Arrays.fill(high, Double.NEGATIVE_INFINITY);
        for (int i = 0; i < values.length; i++) {
            int block = i >> SHIFT;
            low[block] = values[i] < low[block] ? values[i] : low[block];
            high[block] = values[i] > high[block] ? values[i] : high[block];
        }
        least.add(low);
        greatest.add(high);
        while (low.length > 1) {
            low = halved(low, true);
            high = halved(high, false);
            least.add(low);
            greatest.add(high);
        }
        return new MinMaxPyramid(
                values, least.toArray(double[][]::new), greatest.toArray(double[][]::new));
    }

    private static double[] halved(double[] level, boolean lesser) {
        double[] next = new double[(level.length + 1) / 2];
        for (int i = 0; i < next.length; i++) {
            double a = level[2 * i];
            double b = 2 * i + 1 < level.length ? level[2 * i + 1] : a;
            next[i] = lesser ? Math.min(a, b) : Math.max(a, b);
        }
        return next;
    }

    public int size() {
        return values.length;
    }

    double value(int index) {
        return values[index];
    }

    /** The least value of {@code [from, to)}; {@code NaN} where it holds none. */
    public double min(int from, int to) {
        double found = Double.POSITIVE_INFINITY;
        int firstBlock = (from + BLOCK - 1) >> SHIFT;
        int lastBlock = to >> SHIFT;
        if (firstBlock >= lastBlock) {
            found = minOfValues(from, to, found);
        } else {
            found = minOfValues(from, firstBlock << SHIFT, found);
            found = minOfValues(lastBlock << SHIFT, to, found);
            int level = 0;
            int a = firstBlock;
            int b = lastBlock;
            while (a < b) {
                if ((a & 1) == 1) {
                    found = Math.min(found, least[level][a++]);
                }
                if ((b & 1) == 1) {
                    found = Math.min(found, least[level][--b]);
                }
                a >>= 1;
                b >>= 1;
                level++;
            }
        }
        return found == Double.POSITIVE_INFINITY ? Double.NaN : found;
    }

    /** The greatest value of {@code [from, to)}; {@code NaN} where it holds none. */
    public double max(int from, int to) {
        double found = Double.NEGATIVE_INFINITY;
        int firstBlock = (from + BLOCK - 1) >> SHIFT;
        int lastBlock = to >> SHIFT;
        if (firstBlock >= lastBlock) {
            found = maxOfValues(from, to, found);
        } else {
            found = maxOfValues(from, firstBlock << SHIFT, found);
            found = maxOfValues(lastBlock << SHIFT, to, found);
            int level = 0;
            int a = firstBlock;
            int b = lastBlock;
            while (a < b) {
                if ((a & 1) == 1) {
                    found = Math.max(found, greatest[level][a++]);
                }
                if ((b & 1) == 1) {
                    found = Math.max(found, greatest[level][--b]);
                }
                a >>= 1;
                b >>= 1;
                level++;
            }
        }
        return found == Double.NEGATIVE_INFINITY ? Double.NaN : found;
    }

    private double minOfValues(int from, int to, double sofar) {
        double found = sofar;
        for (int i = from; i < to; i++) {
            found = values[i] < found ? values[i] : found;
        }
        return found;
    }

    private double maxOfValues(int from, int to, double sofar) {
        double found = sofar;
        for (int i = from; i < to; i++) {
            found = values[i] > found ? values[i] : found;
        }
        return found;
    }
}
