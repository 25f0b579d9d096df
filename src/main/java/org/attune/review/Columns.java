package org.attune.review;

import java.util.Arrays;
import org.attune.Limits;

/**
 * What a series looks like in a window of so many pixels: first, least, greatest and last value of
 * each column, and where the line is broken. Filled by {@link Series#columns}, again and again
 * without new memory. Confined to the thread that paints.
 */
public final class Columns {
    private static final int MOST = 100_000;

    final double[] first;
    final double[] least;
    final double[] greatest;
    final double[] last;
    final boolean[] joined;
    final boolean[] whole;

    /**
     * @param width number of columns, 1 to 100000
     */
    public Columns(int width) {
        Limits.within("width", width, 1, MOST);
        first = new double[width];
        least = new double[width];
        greatest = new double[width];
        last = new double[width];
        joined = new boolean[width];
        whole = new boolean[width];
        Arrays.fill(first, Double.NaN);
    }

    public int width() {
        return first.length;
    }

    /** Whether no value falls into the column. */
    public boolean isEmpty(int column) {
        return Double.isNaN(first[column]);
    }

    /** The first value in the column; {@code NaN} where it is empty. */
    public double first(int column) {
        return first[column];
    }

    /** The least value in the column; {@code NaN} where it is empty. */
    public double min(int column) {
        return least[column];
    }

    /** The greatest value in the column; {@code NaN} where it is empty. */
    public double max(int column) {
        return greatest[column];
    }

    /** The last value in the column; {@code NaN} where it is empty. */
    public double last(int column) {
        return last[column];
    }

    /** Whether the line runs on from the value before into this column's first without a hole. */
    public boolean isJoined(int column) {
        return joined[column];
    }

    /** Whether there is no hole between this column's first and last value. */
    public boolean isWhole(int column) {
        return whole[column];
    }
}
