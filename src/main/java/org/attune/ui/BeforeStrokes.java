package org.attune.ui;

import java.awt.BasicStroke;
import java.awt.Graphics2D;
import java.awt.geom.Line2D;
import java.awt.geom.Rectangle2D;
import java.util.List;

/** The beats of the last half minute, one stroke each: contact is seen without a number. */
final class BeforeStrokes {
    private static final double SECONDS = 30;
    private static final double HEIGHT = 15;

    private BeforeStrokes() {}

    /**
     * @param ago how long ago each fell, seconds
     * @param place left, top and width
     */
    static void paint(Graphics2D g, Look look, List<Double> ago, Rectangle2D place) {
        double middle = place.getY() + look.px(10.5);
        g.setColor(look.palette.grid);
        g.setStroke(new BasicStroke((float) look.px(1)));
        g.draw(new Line2D.Double(place.getX(), middle, place.getMaxX(), middle));
        g.setColor(look.palette.data);
        g.setStroke(new BasicStroke((float) look.px(1.6)));
        for (double seconds : ago) {
            if (seconds >= 0 && seconds <= SECONDS) {
                double x = place.getMaxX() - place.getWidth() * seconds / SECONDS;
                g.draw(new Line2D.Double(x, place.getY(), x, place.getY() + look.px(HEIGHT)));
            }
        }
    }
}
