package org.attune.ui;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.Shape;
import java.awt.geom.Arc2D;
import java.awt.geom.Area;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Path2D;
import java.awt.geom.Rectangle2D;
import org.attune.regulation.RegulationState;

/**
 * The shape of each state, on a grid of 24 units with y downwards, in one ink: thickness tells how
 * far from usual, the notch tells the direction, and a broken outline tells that nothing is known.
 */
public final class StateGlyph {
    private static final double GRID = 24;

    private StateGlyph() {}

    /**
     * Paints the glyph of {@code state} into the square at {@code x, y}.
     *
     * @param size side of the square, pixels
     * @param progress how much of the learning is done, 0 to 1; only {@code LEARNING} shows it
     */
    public static void paint(
            Graphics2D g,
            RegulationState state,
            double x,
            double y,
            double size,
            Color ink,
            double progress) {
        Graphics2D inside = (Graphics2D) g.create();
        inside.translate(x, y);
        inside.scale(size / GRID, size / GRID);
        inside.setColor(ink);
        if (state == RegulationState.LEARNING) {
            // The track keeps its place by being thin and paler: two cues, never opacity alone.
            inside.setColor(paler(ink));
            inside.fill(ring(1.4));
            inside.setColor(ink);
        }
        inside.fill(shape(state, progress));
        inside.dispose();
    }

    /** The filled outline of the glyph on the 24-unit grid. */
    static Shape shape(RegulationState state, double progress) {
        return switch (state) {
            case UNKNOWN -> unknown();
            case LEARNING -> arc(progress);
            case USUAL -> new Rectangle2D.Double(1, 8, 22, 8);
            case RISING ->
                    joined(
                            new Rectangle2D.Double(1, 16, 22, 5.4),
                            triangle(12, 3, 20.5, 13, 3.5, 13));
            case HIGH ->
                    joined(
                            new Rectangle2D.Double(1, 18.6, 22, 4.4),
                            triangle(12, .8, 20.5, 8.6, 3.5, 8.6),
                            triangle(12, 8.6, 20.5, 16.4, 3.5, 16.4));
            case SETTLING ->
                    joined(
                            new Rectangle2D.Double(1, 2.6, 22, 5.4),
                            triangle(3.5, 11, 20.5, 11, 12, 21));
            case QUIET ->
                    joined(
                            new Rectangle2D.Double(2, 10.9, 20, 2.2),
                            new Rectangle2D.Double(.9, 7, 2.2, 10),
                            new Rectangle2D.Double(20.9, 7, 2.2, 10));
        };
    }

    private static Shape unknown() {
        Shape frame =
                new BasicStroke(
                                1.6f,
                                BasicStroke.CAP_BUTT,
                                BasicStroke.JOIN_MITER,
                                10,
                                new float[] {3, 2.33f},
                                1.5f)
                        .createStrokedShape(new Rectangle2D.Double(2, 2, 20, 20));
        return joined(frame, questionMark());
    }

    /** A question mark drawn by hand: the same in every font. */
    private static Shape questionMark() {
        Path2D hook = new Path2D.Double();
        hook.moveTo(8.9, 9.6);
        hook.curveTo(8.9, 7.6, 10.2, 6.4, 12.1, 6.4);
        hook.curveTo(14, 6.4, 15.3, 7.5, 15.3, 9.2);
        hook.curveTo(15.3, 11.8, 12.1, 11.7, 12.1, 14.6);
        Shape stroke =
                new BasicStroke(2.1f, BasicStroke.CAP_BUTT, BasicStroke.JOIN_ROUND)
                        .createStrokedShape(hook);
        return joined(stroke, new Ellipse2D.Double(10.8, 15.9, 2.6, 2.6));
    }

    private static Shape ring(double stroke) {
        return new BasicStroke((float) stroke)
                .createStrokedShape(new Ellipse2D.Double(3, 3, 18, 18));
    }

    private static Shape arc(double progress) {
        double done = Math.max(0, Math.min(1, progress));
        return new BasicStroke(3.4f, BasicStroke.CAP_BUTT, BasicStroke.JOIN_MITER)
                .createStrokedShape(new Arc2D.Double(3, 3, 18, 18, 90, -360 * done, Arc2D.OPEN));
    }

    private static Color paler(Color ink) {
        return Palette.faint(ink, 140);
    }

    private static Shape triangle(
            double x1, double y1, double x2, double y2, double x3, double y3) {
        Path2D path = new Path2D.Double();
        path.moveTo(x1, y1);
        path.lineTo(x2, y2);
        path.lineTo(x3, y3);
        path.closePath();
        return path;
    }

    private static Area joined(Shape... parts) {
        Area area = new Area();
        for (Shape part : parts) {
            area.add(new Area(part));
        }
        return area;
    }
}
