package org.attune.ui.review;

import java.awt.BasicStroke;
import java.awt.Shape;
import java.awt.geom.Path2D;
import java.awt.geom.Rectangle2D;
import java.util.Arrays;
import java.util.function.DoubleUnaryOperator;
import java.util.function.IntPredicate;
import org.attune.review.Columns;
import org.attune.review.Series;

/**
 * A series as points on the screen, in runs: nothing leads from one run to the next. Confined to
 * the EDT.
 */
final class LinePath implements Series.Pen {
    /** From so many points for each pixel column on they crowd. */
    private static final double CROWDED = 3;

    private final Canvas canvas;
    private double[] xs = new double[1024];
    private double[] ys = new double[1024];
    private boolean[] begins = new boolean[1024];
    private int size;

    private LinePath(Canvas canvas) {
        this.canvas = canvas;
    }

    /** The part of {@code series} that {@code canvas} shows; least and greatest survive. */
    static LinePath of(Series series, Canvas canvas, Columns columns) {
        LinePath path = new LinePath(canvas);
        series.draw(canvas.window().from(), canvas.window().to(), columns, path);
        return path;
    }

    @Override
    public void moveTo(double second, double value) {
        add(second, value, true);
    }

    @Override
    public void lineTo(double second, double value) {
        add(second, value, false);
    }

    private void add(double second, double value, boolean begin) {
        double x = canvas.x(second);
        double y = canvas.y(value);
        if (!begin && size > 0 && xs[size - 1] == x && ys[size - 1] == y) {
            return;
        }
        if (size == xs.length) {
            xs = Arrays.copyOf(xs, 2 * size);
            ys = Arrays.copyOf(ys, 2 * size);
            begins = Arrays.copyOf(begins, 2 * size);
        }
        xs[size] = x;
        ys[size] = y;
        begins[size++] = begin;
    }

    int size() {
        return size;
    }

    double x(int index) {
        return xs[index];
    }

    double y(int index) {
        return ys[index];
    }

    boolean begins(int index) {
        return begins[index];
    }

    /** Where the run that begins at {@code index} ends, exclusive. */
    int endOf(int index) {
        int end = index + 1;
        while (end < size && !begins[end]) {
            end++;
        }
        return end;
    }

    /** The line; a lone point becomes a short stroke. */
    Path2D line() {
        return line(index -> true);
    }

    /**
     * The line as an area to be filled, so thick. Where points crowd, which a stroke would take
     * long for, each pixel column is filled from its least to its greatest; else it is the stroke
     * itself.
     *
     * @param width of the line, pixels
     */
    Shape outline(double width) {
        return outline(width, index -> true);
    }

    /** The same of those parts whose points are {@code wanted}. */
    Shape outline(double width, IntPredicate wanted) {
        if (size < CROWDED * canvas.columns()) {
            return new BasicStroke((float) width, BasicStroke.CAP_ROUND, BasicStroke.JOIN_ROUND)
                    .createStrokedShape(line(wanted));
        }
        Path2D path = new Path2D.Double(Path2D.WIND_NON_ZERO);
        int i = 0;
        while (i < size) {
            int end = endOf(i);
            envelope(path, i, end, width / 2, wanted);
            i = end;
        }
        return path;
    }

    /** A bar for each column, as thick as the line; each reaches to where the one before ended. */
    private void envelope(Path2D path, int from, int to, double half, IntPredicate wanted) {
        double side = Math.max(0.5, half);
        int i = from;
        while (i < to) {
            double top = i > from ? Math.min(ys[i], ys[i - 1]) : ys[i];
            double foot = i > from ? Math.max(ys[i], ys[i - 1]) : ys[i];
            int end = i;
            while (end < to && xs[end] == xs[i]) {
                top = Math.min(top, ys[end]);
                foot = Math.max(foot, ys[end]);
                end++;
            }
            if (wanted.test(i)) {
                path.append(
                        new Rectangle2D.Double(
                                xs[i] - side, top - half, 2 * side, foot - top + 2 * half),
                        false);
            }
            i = end;
        }
    }

    /** Those parts of the line whose points are {@code wanted}, up to the next that is not. */
    Path2D line(IntPredicate wanted) {
        Path2D path = new Path2D.Double(Path2D.WIND_NON_ZERO, size + 2);
        boolean down = false;
        for (int i = 0; i < size; i++) {
            if (begins[i] || !down) {
                down = wanted.test(i);
                if (down) {
                    path.moveTo(xs[i], ys[i]);
                    if (i + 1 == size || begins[i + 1]) {
                        path.lineTo(xs[i] + 0.5, ys[i]);
                    }
                }
            } else {
                path.lineTo(xs[i], ys[i]);
                down = wanted.test(i);
            }
        }
        return path;
    }

    /**
     * The area between the line and the height {@code edge} gives for each x, where the line is
     * above it; run by run, so that nothing is filled across a hole.
     */
    Path2D above(DoubleUnaryOperator edge) {
        Path2D path = new Path2D.Double();
        int i = 0;
        while (i < size) {
            int end = endOf(i);
            aboveRun(path, i, end, edge);
            i = end;
        }
        return path;
    }

    /**
     * Only stretches that reach above are part of the area; the rest would be thousands of hairs.
     */
    private void aboveRun(Path2D path, int from, int to, DoubleUnaryOperator edge) {
        int i = from;
        while (i < to) {
            if (!(ys[i] < edge.applyAsDouble(xs[i]))) {
                i++;
                continue;
            }
            int end = i;
            while (end < to && ys[end] < edge.applyAsDouble(xs[end])) {
                end++;
            }
            double left = i > from ? crossing(i - 1, i, edge) : xs[i];
            double right = end < to ? crossing(end - 1, end, edge) : xs[end - 1];
            path.moveTo(left, edge.applyAsDouble(left));
            for (int k = i; k < end; k++) {
                path.lineTo(xs[k], ys[k]);
            }
            path.lineTo(right, edge.applyAsDouble(right));
            for (int k = end - 1; k >= i; k--) {
                path.lineTo(xs[k], edge.applyAsDouble(xs[k]));
            }
            path.closePath();
            i = end;
        }
    }

    /** Where the line between two neighbours meets the edge. */
    private double crossing(int a, int b, DoubleUnaryOperator edge) {
        double over = ys[a] - edge.applyAsDouble(xs[a]);
        double under = ys[b] - edge.applyAsDouble(xs[b]);
        double share = over == under ? 0.5 : over / (over - under);
        return xs[a] + share * (xs[b] - xs[a]);
    }

    /** The area from the line to the horizontal at {@code foot}. */
    Path2D areaTo(double foot) {
        Path2D path = new Path2D.Double();
        int i = 0;
        while (i < size) {
            int end = endOf(i);
            path.moveTo(xs[i], foot);
            for (int k = i; k < end; k++) {
                path.lineTo(xs[k], ys[k]);
            }
            path.lineTo(xs[end - 1] + (end - i == 1 ? 1 : 0), foot);
            path.closePath();
            i = end;
        }
        return path;
    }

    /** The band of {@code half} pixels to either side of the line, at each x. */
    Path2D shade(DoubleUnaryOperator half) {
        Path2D path = new Path2D.Double();
        int i = 0;
        while (i < size) {
            int end = endOf(i);
            path.moveTo(xs[i], ys[i] - half.applyAsDouble(xs[i]));
            for (int k = i + 1; k < end; k++) {
                path.lineTo(xs[k], ys[k] - half.applyAsDouble(xs[k]));
            }
            for (int k = end - 1; k >= i; k--) {
                path.lineTo(xs[k], ys[k] + half.applyAsDouble(xs[k]));
            }
            path.closePath();
            i = end;
        }
        return path;
    }
}
