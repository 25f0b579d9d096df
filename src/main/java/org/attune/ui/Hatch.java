package org.attune.ui;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.Rectangle;
import java.awt.Shape;
import java.awt.geom.Path2D;

/** Lines at 45 degrees: the texture of what is not known. */
public final class Hatch {
    public static final double PITCH = 6;
    public static final double STROKE = 1.2;

    private Hatch() {}

    /**
     * Hatches {@code area}.
     *
     * @param pitch distance between lines, pixels
     * @param stroke width of a line, pixels
     */
    public static void paint(Graphics2D g, Shape area, Color colour, double pitch, double stroke) {
        Graphics2D inside = (Graphics2D) g.create();
        inside.clip(area);
        inside.setColor(colour);
        inside.setStroke(new BasicStroke((float) stroke));
        Rectangle bounds = area.getBounds();
        // Lines hang on the grid of the screen, so that neighbouring areas join and nothing crawls.
        double step = pitch * Math.sqrt(2);
        double first = Math.floor((bounds.x - bounds.height) / step) * step;
        // One path, cut to the area: each line by itself, or in full, would be rendered through a
        // mask as wide as it is high.
        Path2D lines = new Path2D.Double();
        double right = bounds.x + bounds.width;
        double foot = bounds.y + bounds.height;
        for (double x = first; x <= right; x += step) {
            double begin = Math.max(x, bounds.x - stroke);
            double end = Math.min(x + bounds.height, right + stroke);
            if (end > begin) {
                lines.moveTo(begin, foot - (begin - x));
                lines.lineTo(end, foot - (end - x));
            }
        }
        inside.draw(lines);
        inside.dispose();
    }
}
