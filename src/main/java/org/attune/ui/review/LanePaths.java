package org.attune.ui.review;

import java.awt.geom.Path2D;
import java.awt.geom.PathIterator;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.DoubleUnaryOperator;
import org.attune.review.Columns;
import org.attune.review.Timeline;

/**
 * The lines of one person at one zoom, made once and painted as often as need be; a new zoom or
 * size makes them anew. Confined to the EDT.
 */
final class LanePaths {
    /** A straight line may pass so far beside its values, pixels; nobody sees that. */
    private static final double UNSEEN = 0.1;

    private Columns columns = new Columns(1);
    private Optional<Canvas> rateOn = Optional.empty();
    private Optional<Rate> rate = Optional.empty();
    private Optional<Canvas> variationOn = Optional.empty();
    private Optional<Variation> variation = Optional.empty();
    private Optional<Canvas> movementOn = Optional.empty();
    private Path2D movement = new Path2D.Double();

    /**
     * Heart rate against the range it was judged against.
     *
     * @param bandArea the usual range; not there while it was learned
     */
    record Rate(Ink line, Ink above, Path2D bandArea, List<Path2D> bandEdges) {}

    /** Variability with its doubt: a line where it is sure, dots where it is not. */
    record Variation(Ink sure, Ink unsure, Ink shade) {}

    /**
     * @param width of the line, pixels
     */
    Rate rate(Timeline lane, Canvas canvas, double width) {
        if (rate.isEmpty() || !rateOn.equals(Optional.of(canvas))) {
            LinePath points = LinePath.of(lane.rate(), canvas, columns(canvas));
            Path2D area = new Path2D.Double();
            List<Path2D> edges = new ArrayList<>();
            band(lane, canvas, area, edges);
            DoubleUnaryOperator upper =
                    x -> canvas.y(lane.upperBpm((int) Math.ceil(canvas.second(x))));
            rateOn = Optional.of(canvas);
            rate = Optional.of(new Rate(points.ink(width), points.above(upper), area, edges));
        }
        return rate.orElseThrow();
    }

    /** It may follow the person, so it is laid column by column. */
    private static void band(Timeline lane, Canvas canvas, Path2D area, List<Path2D> edges) {
        int columns = canvas.columns();
        double[] tops = new double[columns];
        double[] feet = new double[columns];
        double last = canvas.bounded(lane.lastSecond()) - canvas.area().getX();
        int from = -1;
        for (int column = 0; column <= columns; column++) {
            Optional<Timeline.Band> here =
                    column < Math.min(columns, last)
                            ? lane.band(
                                    (int)
                                            Math.ceil(
                                                    canvas.second(
                                                            canvas.area().getX() + column + 0.5)))
                            : Optional.empty();
            if (here.isPresent()) {
                tops[column] = canvas.y(here.get().upperBpm());
                feet[column] = canvas.y(here.get().lowerBpm());
                from = from < 0 ? column : from;
            } else if (from >= 0) {
                double left = canvas.area().getX();
                Path2D top = edge(tops, from, column, left);
                Path2D foot = edge(feet, from, column, left);
                edges.add(top);
                edges.add(foot);
                area.append(between(top, foot), false);
                from = -1;
            }
        }
    }

    /** A line through the columns, with a point only where it bends. */
    private static Path2D edge(double[] ys, int from, int to, double left) {
        Path2D path = new Path2D.Double();
        path.moveTo(left + from, ys[from]);
        int last = from;
        double least = Double.NEGATIVE_INFINITY;
        double greatest = Double.POSITIVE_INFINITY;
        for (int i = from + 1; i < to; i++) {
            double slope = (ys[i] - ys[last]) / (i - last);
            if (slope < least || slope > greatest) {
                last = i - 1;
                path.lineTo(left + last, ys[last]);
                slope = ys[i] - ys[last];
                least = slope - UNSEEN;
                greatest = slope + UNSEEN;
            } else {
                double play = UNSEEN / (i - last);
                least = Math.max(least, slope - play);
                greatest = Math.min(greatest, slope + play);
            }
        }
        path.lineTo(left + to - 1, ys[to - 1]);
        path.lineTo(left + to, ys[to - 1]);
        return path;
    }

    private static Path2D between(Path2D top, Path2D foot) {
        List<double[]> back = new ArrayList<>();
        for (PathIterator i = foot.getPathIterator(null); !i.isDone(); i.next()) {
            double[] point = new double[2];
            int unused = i.currentSegment(point);
            back.add(point);
        }
        Path2D path = new Path2D.Double(top);
        for (int i = back.size() - 1; i >= 0; i--) {
            path.lineTo(back.get(i)[0], back.get(i)[1]);
        }
        path.closePath();
        return path;
    }

    /**
     * @param width of the line, pixels
     */
    Variation variation(Timeline lane, Canvas canvas, double width) {
        if (variation.isEmpty() || !variationOn.equals(Optional.of(canvas))) {
            LinePath points = LinePath.of(lane.variation(), canvas, columns(canvas));
            double perUnit = canvas.area().getHeight() / (canvas.upper() - canvas.lower());
            DoubleUnaryOperator half =
                    x -> perUnit * lane.variationDoubt(second(canvas, x)).orElse(0);
            variationOn = Optional.of(canvas);
            variation =
                    Optional.of(
                            new Variation(
                                    points.ink(width, i -> sure(lane, canvas, points.x(i))),
                                    points.dots(
                                            width,
                                            3 * width,
                                            i -> !sure(lane, canvas, points.x(i))),
                                    points.shade(half)));
        }
        return variation.orElseThrow();
    }

    private static int second(Canvas canvas, double x) {
        return (int) Math.round(canvas.second(x));
    }

    private static boolean sure(Timeline lane, Canvas canvas, double x) {
        return lane.doubt(second(canvas, x)).orElse(Timeline.Doubt.SURE) == Timeline.Doubt.SURE;
    }

    Path2D movement(Timeline lane, Canvas canvas) {
        if (!movementOn.equals(Optional.of(canvas))) {
            movementOn = Optional.of(canvas);
            LinePath points = LinePath.of(lane.movement(), canvas, columns(canvas));
            movement = points.areaTo(canvas.area().getMaxY());
        }
        return movement;
    }

    /** Scratch memory of the right width. */
    private Columns columns(Canvas canvas) {
        if (columns.width() != canvas.columns()) {
            columns = new Columns(canvas.columns());
        }
        return columns;
    }
}
