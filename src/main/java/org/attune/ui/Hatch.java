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
        // One path: each line by itself would be rendered through a mask as large as the area.
        Path2D lines = new Path2D.Double();
        for (double x = first; x <= bounds.x + bounds.width; x += step) {
            lines.moveTo(x, bounds.y + bounds.height);
            lines.lineTo(x + bounds.height, bounds.y);
        }
        inside.draw(lines);
        inside.dispose();
    }
}
