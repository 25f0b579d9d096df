package org.attune.review;

import java.util.Arrays;
import java.util.OptionalDouble;

/**
 * Values over a session, ready to be seen at any zoom. {@code NaN} is a hole: no line is drawn
 * across it. Immutable; any thread.
 *
 * <p>Of two kinds. On the grid, entry {@code i} belongs to session second {@code i}; otherwise each
 * entry has a time of its own.
 */
public final class Series {
    /** Columns closer than so many values are drawn value by value. */
    private static final int SPARSE = 4;

    private final double[] times;
    private final boolean grid;
    private final MinMaxPyramid pyramid;
    private final int[] runFrom;
    private final int[] runTo;

    private Series(double[] times, boolean grid, double[] values) {
        this.times = times;
        this.grid = grid;
        this.pyramid = MinMaxPyramid.over(values);
        int[] from = new int[16];
        int[] to = new int[16];
        int count = 0;
        for (int i = 0; i < values.length; i++) {
            if (Double.isNaN(values[i])) {
                continue;
            }
            if (i == 0 || Double.isNaN(values[i - 1])) {
                if (count == from.length) {
                    from = Arrays.copyOf(from, 2 * count);
                    to = Arrays.copyOf(to, 2 * count);
                }
                from[count++] = i;
            }
            to[count - 1] = i + 1;
        }
        this.runFrom = Arrays.copyOf(from, count);
        this.runTo = Arrays.copyOf(to, count);
    }

    /** One value for each second of the session, from second 0. */
    public static Series ofGrid(double[] values) {
        return new Series(new double[0], true, values.clone());
    }

    /**
     * Values at instants of their own.
     *
     * @param seconds when, session seconds, never falling
     * @param values as many
     */
    public static Series of(double[] seconds, double[] values) {
        return new Series(seconds.clone(), false, values.clone());
    }

    /** Without copies; nobody may change the arrays any more. */
    static Series sharing(double[] seconds, double[] values) {
        return new Series(seconds, false, values);
    }

    /** Without a copy; nobody may change the array any more. */
    static Series sharingGrid(double[] values) {
        return new Series(new double[0], true, values);
    }

    /** Takes a line as it is drawn. */
    public interface Pen {
        /** A line begins here. */
        void moveTo(double second, double value);

        /** It goes on to here. */
        void lineTo(double second, double value);
    }

    public int size() {
        return pyramid.size();
    }

    /** When entry {@code index} is, session seconds. */
    public double second(int index) {
        return grid ? index : times[index];
    }

    /** Entry {@code index}; {@code NaN} where it is a hole. */
    public double value(int index) {
        return pyramid.value(index);
    }

    /** Entry {@code index}; empty where it is a hole, or there is none. */
    public OptionalDouble at(int index) {
        return index < 0 || index >= size() || Double.isNaN(value(index))
                ? OptionalDouble.empty()
                : OptionalDouble.of(value(index));
    }

    /** The first entry not before {@code second}; {@link #size()} if there is none. */
    public int indexFrom(double second) {
        if (grid) {
            return (int) Math.max(0, Math.min(size(), Math.ceil(second)));
        }
        return indexBetween(second, 0, times.length);
    }

    /**
     * The same, looked for near {@code known}, which is not after it: columns follow each other.
     */
    private int indexFrom(double second, int known) {
        if (grid) {
            return indexFrom(second);
        }
        int reach = 1;
        while (known + reach < times.length && times[known + reach] < second) {
            reach *= 2;
        }
        return indexBetween(second, known + reach / 2, Math.min(times.length, known + reach + 1));
    }

    private int indexBetween(double second, int from, int to) {
        int low = from;
        int high = to;
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (times[middle] < second) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }

    /** The least value from {@code from}, inclusive, to {@code to}, exclusive, session seconds. */
    public OptionalDouble min(double from, double to) {
        return optional(pyramid.min(indexFrom(from), Math.max(indexFrom(from), indexFrom(to))));
    }

    /** The greatest value from {@code from}, inclusive, to {@code to}, exclusive. */
    public OptionalDouble max(double from, double to) {
        return optional(pyramid.max(indexFrom(from), Math.max(indexFrom(from), indexFrom(to))));
    }

    private static OptionalDouble optional(double value) {
        return Double.isNaN(value) ? OptionalDouble.empty() : OptionalDouble.of(value);
    }

    /**
     * Fills {@code columns} with the window from {@code from} to {@code to}, session seconds. A
     * column holds what falls from its left edge, inclusive, to its right, exclusive. Peaks survive
     * every zoom. Cost: proportional to the number of columns.
     */
    public void columns(double from, double to, Columns columns) {
        double step = (to - from) / columns.width();
        int begin = indexFrom(from);
        int run = firstRunEndingAfter(begin);
        int lastRun = -1;
        // A line that comes from before the window runs on into it.
        if (run < runFrom.length && runFrom[run] < begin) {
            lastRun = run;
        }
        for (int column = 0; column < columns.width(); column++) {
            int end = Math.max(begin, indexFrom(from + (column + 1) * step, begin));
            while (run < runTo.length && runTo[run] <= begin) {
                run++;
            }
            if (run == runFrom.length || Math.max(begin, runFrom[run]) >= end) {
                empty(columns, column);
            } else {
                int last = run;
                while (last + 1 < runFrom.length && runFrom[last + 1] < end) {
                    last++;
                }
                columns.first[column] = value(Math.max(begin, runFrom[run]));
                columns.last[column] = value(Math.min(end, runTo[last]) - 1);
                columns.least[column] = pyramid.min(begin, end);
                columns.greatest[column] = pyramid.max(begin, end);
                columns.joined[column] = run == lastRun;
                columns.whole[column] = run == last;
                lastRun = last;
                run = last;
            }
            begin = end;
        }
    }

    private static void empty(Columns columns, int column) {
        columns.first[column] = Double.NaN;
        columns.last[column] = Double.NaN;
        columns.least[column] = Double.NaN;
        columns.greatest[column] = Double.NaN;
        columns.joined[column] = false;
        columns.whole[column] = false;
    }

    private int firstRunEndingAfter(int index) {
        int found = Arrays.binarySearch(runTo, index + 1);
        return found >= 0 ? found : -found - 1;
    }

    /**
     * Draws the line of the window from {@code from} to {@code to}, session seconds, over the
     * columns given: every value where there are few, else first, least, greatest and last of each
     * column. A line that enters or leaves the window is drawn from the value before it, or to the
     * one after it. The line ends at every hole that is no narrower than a column can show.
     *
     * @param columns scratch memory, as wide as the window in pixels
     */
    public void draw(double from, double to, Columns columns, Pen pen) {
        int begin = Math.max(0, indexFrom(from) - 1);
        int end = Math.min(size(), indexFrom(to) + 1);
        if (end - begin <= SPARSE * columns.width()) {
            drawValues(begin, end, pen);
            return;
        }
        columns(from, to, columns);
        double step = (to - from) / columns.width();
        boolean down = false;
        for (int column = 0; column < columns.width(); column++) {
            if (columns.isEmpty(column)) {
                continue;
            }
            double x = from + (column + 0.5) * step;
            if (down && columns.isJoined(column)) {
                pen.lineTo(x, columns.first(column));
            } else {
                pen.moveTo(x, columns.first(column));
            }
            boolean rises = columns.last(column) >= columns.first(column);
            pen.lineTo(x, rises ? columns.min(column) : columns.max(column));
            pen.lineTo(x, rises ? columns.max(column) : columns.min(column));
            pen.lineTo(x, columns.last(column));
            down = true;
        }
    }

    private void drawValues(int begin, int end, Pen pen) {
        for (int i = begin; i < end; i++) {
            if (Double.isNaN(value(i))) {
                continue;
            }
            if (i > begin && !Double.isNaN(value(i - 1))) {
                pen.lineTo(second(i), value(i));
            } else {
                pen.moveTo(second(i), value(i));
            }
        }
    }
}
