package org.attune.ui;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.Shape;
import java.awt.geom.Area;
import java.awt.geom.Path2D;
import java.awt.geom.Rectangle2D;
import org.attune.regulation.RegulationState;

/**
 * The band of the edge strip: seen from the corner of the eye, without reading. Measures are those
 * of a strip of 40 pixels and grow with it.
 */
final class StateBand {
    private static final double STRIP = 40;

    private StateBand() {}

    static void paint(
            Graphics2D g, Look look, RegulationState state, double progress, Rectangle2D area) {
        Palette palette = look.palette;
        double unit = area.getHeight() / STRIP;
        if (state == RegulationState.UNKNOWN) {
            Hatch.paint(g, area, palette.hatch, Hatch.PITCH * unit, Hatch.STROKE * unit);
            return;
        }
        if (state == RegulationState.LEARNING) {
            paintProgress(g, palette.ink(state), progress, area, unit);
            return;
        }
        Shape shape = shape(state, area, unit);
        g.setColor(palette.fill(state));
        if (state == RegulationState.QUIET) {
            g.setColor(palette.ink(state));
        }
        g.fill(shape);
        if (palette.outlinesFills() && StateTile.filled(state)) {
            g.setColor(palette.ink(state));
            g.setStroke(new BasicStroke((float) unit));
            g.draw(shape);
        }
    }

    private static void paintProgress(
            Graphics2D g, Color ink, double progress, Rectangle2D area, double unit) {
        double middle = area.getCenterY();
        g.setColor(ink);
        g.setStroke(new BasicStroke((float) (1.4 * unit)));
        g.draw(
                new Rectangle2D.Double(
                        area.getX() + unit,
                        middle - 7 * unit,
                        area.getWidth() - 2 * unit,
                        14 * unit));
        double room = area.getWidth() - 9 * unit;
        g.fill(
                new Rectangle2D.Double(
                        area.getX() + 4.5 * unit,
                        middle - 3.5 * unit,
                        room * Math.max(0, Math.min(1, progress)),
                        7 * unit));
    }

    private static Shape shape(RegulationState state, Rectangle2D area, double unit) {
        double left = area.getX();
        double width = area.getWidth();
        double top = area.getY();
        double middle = area.getCenterX();
        return switch (state) {
            case UNKNOWN, LEARNING -> throw new IllegalArgumentException("not a bar: " + state);
            case USUAL ->
                    new Rectangle2D.Double(left, area.getCenterY() - 4 * unit, width, 8 * unit);
            case RISING -> bar(left, width, top + 25.5 * unit, 12 * unit, unit, -1, middle);
            case HIGH ->
                    bar(
                            left,
                            width,
                            top + 16.5 * unit,
                            21 * unit,
                            unit,
                            -1,
                            middle - 36 * unit,
                            middle + 36 * unit);
            case SETTLING -> bar(left, width, top + 2.5 * unit, 12 * unit, unit, 1, middle);
            case QUIET -> quiet(left, width, area.getCenterY(), unit);
        };
    }

    /** A bar with notches of 17 by 52 (14 high where there are two) at {@code middles}. */
    private static Shape bar(
            double left,
            double width,
            double top,
            double height,
            double unit,
            int direction,
            double... middles) {
        Path2D path = new Path2D.Double(Path2D.WIND_NON_ZERO);
        path.append(new Rectangle2D.Double(left, top, width, height), false);
        Area area = new Area(path);
        double foot = direction < 0 ? top : top + height;
        double rise = (middles.length > 1 ? 14 : 17) * unit * direction;
        for (double middle : middles) {
            Path2D notch = new Path2D.Double();
            notch.moveTo(middle - 26 * unit, foot);
            notch.lineTo(middle, foot + rise);
            notch.lineTo(middle + 26 * unit, foot);
            notch.closePath();
            area.add(new Area(notch));
        }
        area.intersect(new Area(new Rectangle2D.Double(left, top - 40 * unit, width, 100 * unit)));
        return area;
    }

    private static Shape quiet(double left, double width, double middle, double unit) {
        Path2D path = new Path2D.Double(Path2D.WIND_NON_ZERO);
        path.append(new Rectangle2D.Double(left, middle - 1.25 * unit, width, 2.5 * unit), false);
        path.append(new Rectangle2D.Double(left, middle - 8 * unit, 2.5 * unit, 16 * unit), false);
        path.append(
                new Rectangle2D.Double(
                        left + width - 2.5 * unit, middle - 8 * unit, 2.5 * unit, 16 * unit),
                false);
        return path;
    }
}
