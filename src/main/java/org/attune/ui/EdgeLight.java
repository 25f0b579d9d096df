package org.attune.ui;

import java.awt.Dimension;
import java.awt.Font;
import java.awt.Graphics2D;
import java.awt.geom.Rectangle2D;

/**
 * The strip without words: a band for each person, and nothing else. Only that a heart is simulated
 * is still written. Stateless.
 */
final class EdgeLight {
    private EdgeLight() {}

    static void paint(
            Graphics2D g, Look look, LiveView view, Dimension size, DisplaySettings.Edge edge) {
        int people = Math.max(1, view.lanes().size());
        boolean upright = edge.upright();
        double length = (upright ? size.height : size.width) / (double) people;
        double gap = people > 1 ? look.px(8) : 0;
        for (int i = 0; i < view.lanes().size(); i++) {
            LaneView lane = view.lanes().get(i);
            double from = i * length;
            Rectangle2D part =
                    upright
                            ? new Rectangle2D.Double(0, from, size.width, length - gap)
                            : new Rectangle2D.Double(from, 0, length - gap, size.height);
            g.setColor(look.palette.surface);
            g.fill(part);
            double end = lane.simulated() ? mark(g, look, part, upright) : 0;
            Rectangle2D band =
                    upright
                            ? new Rectangle2D.Double(0, from, size.width, length - gap - end)
                            : new Rectangle2D.Double(from, 0, length - gap - end, size.height);
            TurnedBand.paint(g, look, lane.state(), lane.progress(), band, edge);
        }
    }

    /** Writes that the heart is simulated at the end of {@code part}; the room this took. */
    private static double mark(Graphics2D g, Look look, Rectangle2D part, boolean upright) {
        Font font = look.type.semibold(Typeface.NOTE);
        String words = look.words.text(upright ? "simulated.sign" : "simulated.small");
        double width = Look.width(g, words, font) + look.px(16);
        double middle = upright ? part.getMaxY() - look.px(16) : part.getCenterY();
        double x = upright ? part.getCenterX() : part.getMaxX() - width / 2;
        double base = Look.baselineFor(g, font, middle);
        look.writeCentred(g, words, font, look.palette.text, x, base);
        return upright ? look.px(32) : width;
    }
}
