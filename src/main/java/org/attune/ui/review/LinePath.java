package org.attune.ui.review;

import java.awt.BasicStroke;
import java.awt.geom.Path2D;
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
    private static final double CROWDED = 2;

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

    /** Whether points crowd: then each pixel column is drawn from its least to its greatest. */
    private boolean crowded() {
        return size >= CROWDED * canvas.columns();
    }

    /**
     * The line, so thick.
     *
     * @param width pixels
     */
    Ink ink(double width) {
        return ink(width, index -> true);
    }

    /** Those parts of the line whose points are {@code wanted}. */
    Ink ink(double width, IntPredicate wanted) {
        if (crowded()) {
            return bars(width, 1, wanted, around(x -> width / 2));
        }
        // Round joins are not seen where points are a pixel apart, and cost an arc each.
        boolean close = size > canvas.columns();
        BasicStroke stroke =
                new BasicStroke(
                        (float) width,
                        close ? BasicStroke.CAP_BUTT : BasicStroke.CAP_ROUND,
                        close ? BasicStroke.JOIN_BEVEL : BasicStroke.JOIN_ROUND);
        return Ink.of(stroke.createStrokedShape(line(wanted)));
    }

    /** The same as dots; where points crowd, as bars with gaps between, so that peaks survive. */
    Ink dots(double width, double pitch, IntPredicate wanted) {
        if (crowded()) {
            int columns = (int) Math.max(2, Math.round(pitch));
            return bars(width, columns, wanted, around(x -> width / 2));
        }
        BasicStroke stroke =
                new BasicStroke(
                        (float) width,
                        BasicStroke.CAP_ROUND,
                        BasicStroke.JOIN_ROUND,
                        10,
                        new float[] {(float) (pitch / 20), (float) pitch},
                        0);
        Path2D line = line(wanted);
        return g -> {
            g.setStroke(stroke);
            g.draw(line);
        };
    }

    /** The band of {@code half} pixels to either side of the line, at each x. */
    Ink shade(DoubleUnaryOperator half) {
        return crowded() ? bars(1, 1, index -> true, around(half)) : Ink.of(shadeArea(half));
    }

    /** What is painted of a column in which the line reaches from {@code top} to {@code foot}. */
    @FunctionalInterface
    private interface Column {
        void paint(Ink.Bars bars, double x, double top, double foot);
    }

    /** So much to either side of the line. */
    private static Column around(DoubleUnaryOperator half) {
        return (bars, x, top, foot) -> {
            double over = half.applyAsDouble(x);
            bars.add(x, top - over, foot + over);
        };
    }

    /** From the line down to an edge, where the line is above it. */
    private static Column downTo(DoubleUnaryOperator edge) {
        return (bars, x, top, foot) -> {
            double base = edge.applyAsDouble(x);
            if (top < base) {
                bars.add(x, top, base);
            }
        };
    }

    /** A bar for every so many columns; each reaches to where the one before ended. */
    private Ink bars(double width, int columns, IntPredicate wanted, Column column) {
        Ink.Bars bars = new Ink.Bars(width);
        int i = 0;
        while (i < size) {
            boolean joined = i > 0 && !begins[i];
            double top = joined ? Math.min(ys[i], ys[i - 1]) : ys[i];
            double foot = joined ? Math.max(ys[i], ys[i - 1]) : ys[i];
            int end = i;
            while (end < size && xs[end] < xs[i] + columns - 0.5 && (end == i || !begins[end])) {
                top = Math.min(top, ys[end]);
                foot = Math.max(foot, ys[end]);
                end++;
            }
            if (wanted.test(i)) {
                column.paint(bars, xs[i], top, foot);
            }
            i = end;
        }
        return bars;
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
    Ink above(DoubleUnaryOperator edge) {
        return crowded() ? bars(1, 1, index -> true, downTo(edge)) : Ink.of(areaAbove(edge));
    }

    private Path2D areaAbove(DoubleUnaryOperator edge) {
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

    private Path2D shadeArea(DoubleUnaryOperator half) {
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
