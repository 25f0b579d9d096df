package org.attune.ui;

import java.awt.BasicStroke;
import java.awt.Graphics2D;
import java.awt.Shape;
import java.awt.geom.Path2D;
import java.awt.geom.Point2D;
import java.awt.geom.Rectangle2D;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** How each kind of trace is painted. */
final class Brushes {
    private Brushes() {}

    /**
     * Heart rate: one neutral line, and one neutral tone for the amount above the band. Where it
     * leaves the axis it is cut, with an open triangle at the edge.
     */
    static RunRenderer.Brush rate(Look look, Optional<LaneView.Band> band) {
        return (g, points, trace, first, canvas) -> {
            band.ifPresent(b -> paintAbove(g, look, points, canvas, canvas.y(b.upper())));
            g.setColor(look.palette.data);
            g.setStroke(line(look.px(2)));
            g.draw(RunRenderer.line(points));
            paintCuts(g, look, points, canvas.area());
        };
    }

    private static void paintAbove(
            Graphics2D g, Look look, List<Point2D> points, RunRenderer.Canvas canvas, double edge) {
        Rectangle2D area = canvas.area();
        Graphics2D inside = (Graphics2D) g.create();
        inside.clip(
                new Rectangle2D.Double(
                        area.getX(), area.getY(), area.getWidth(), edge - area.getY()));
        inside.setColor(Palette.faint(look.palette.above, 204));
        inside.fill(RunRenderer.areaTo(points, edge));
        inside.dispose();
    }

    private static void paintCuts(Graphics2D g, Look look, List<Point2D> points, Rectangle2D area) {
        int i = 0;
        while (i < points.size()) {
            int side = outside(points.get(i), area);
            int from = i;
            Point2D furthest = points.get(i);
            while (i < points.size() && outside(points.get(i), area) == side) {
                Point2D point = points.get(i);
                if ((point.getY() - furthest.getY()) * side > 0) {
                    furthest = point;
                }
                i++;
            }
            if (side != 0) {
                double y = side < 0 ? area.getMinY() + look.px(2) : area.getMaxY() - look.px(2);
                g.setStroke(line(look.px(1.4)));
                g.draw(triangle(furthest.getX(), y, look.px(9), -side));
            }
            i = Math.max(i, from + 1);
        }
    }

    private static int outside(Point2D point, Rectangle2D area) {
        return point.getY() < area.getMinY() ? -1 : point.getY() > area.getMaxY() ? 1 : 0;
    }

    private static Shape triangle(double x, double tip, double size, int direction) {
        Path2D path = new Path2D.Double();
        path.moveTo(x, tip);
        path.lineTo(x - size / 2, tip + direction * size);
        path.lineTo(x + size / 2, tip + direction * size);
        path.closePath();
        return path;
    }

    /**
     * Variability: a line in a shade as wide as the doubt; dots instead of a line where it is to be
     * read with care.
     *
     * @param doubt half-width of the shade in the unit of the trace, at the same seconds or more
     */
    static RunRenderer.Brush variation(Look look, Trace doubt, List<LaneView.Stretch> care) {
        return (g, points, trace, first, canvas) -> {
            g.setColor(look.palette.sure);
            g.fill(shade(points, trace, first, doubt, canvas));
            g.setColor(look.palette.text2);
            int i = 0;
            while (i < points.size()) {
                boolean careful = inside(care, trace.second(first + i));
                int from = i;
                while (i < points.size() && inside(care, trace.second(first + i)) == careful) {
                    i++;
                }
                // One point beyond, so that line and dots meet.
                List<Point2D> part = points.subList(from, Math.min(points.size(), i + 1));
                g.setStroke(careful ? dots(look) : line(look.px(1.6)));
                g.draw(RunRenderer.line(part));
            }
            paintCuts(g, look, points, canvas.area());
        };
    }

    private static Shape shade(
            List<Point2D> points, Trace trace, int first, Trace doubt, RunRenderer.Canvas canvas) {
        List<Point2D> upper = new ArrayList<>();
        List<Point2D> lower = new ArrayList<>();
        int beside = 0;
        for (int i = 0; i < points.size(); i++) {
            double second = trace.second(first + i);
            while (beside + 1 < doubt.size() && doubt.second(beside) < second) {
                beside++;
            }
            double half = doubt.size() == 0 ? 0 : doubt.value(beside);
            double x = points.get(i).getX();
            upper.add(new Point2D.Double(x, canvas.y(trace.value(first + i) + half)));
            lower.add(0, new Point2D.Double(x, canvas.y(trace.value(first + i) - half)));
        }
        upper.addAll(lower);
        Path2D path = RunRenderer.line(upper);
        path.closePath();
        return path;
    }

    private static boolean inside(List<LaneView.Stretch> stretches, double second) {
        return stretches.stream().anyMatch(s -> second >= s.from() && second <= s.to());
    }

    /** Movement: an area on the foot of its lane. */
    static RunRenderer.Brush movement(Look look) {
        return (g, points, trace, first, canvas) -> {
            double foot = canvas.area().getMaxY();
            g.setColor(Palette.faint(look.palette.hatch, 190));
            g.fill(RunRenderer.areaTo(points, foot));
        };
    }

    private static BasicStroke line(double width) {
        return new BasicStroke((float) width, BasicStroke.CAP_ROUND, BasicStroke.JOIN_ROUND);
    }

    private static BasicStroke dots(Look look) {
        return new BasicStroke(
                (float) look.px(1.6),
                BasicStroke.CAP_ROUND,
                BasicStroke.JOIN_ROUND,
                10,
                new float[] {(float) look.px(.2), (float) look.px(4.2)},
                0);
    }
}
