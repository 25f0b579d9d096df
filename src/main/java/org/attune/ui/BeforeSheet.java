package org.attune.ui;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Font;
import java.awt.Graphics2D;
import java.awt.geom.Rectangle2D;
import java.awt.geom.RoundRectangle2D;
import java.util.List;

/**
 * The page before the session as it was drawn: places in pixels of the drawing, at 100 %, wherever
 * and however large it stands in the window.
 *
 * @param look colours, fonts and size
 * @param left where the drawing's left margin lies
 * @param top where its upper edge lies
 */
record BeforeSheet(Look look, double left, double top) {
    /** The left margin in the drawing. */
    static final double LEFT = 268;

    double x(double drawn) {
        return left + look.px(drawn - LEFT);
    }

    double y(double drawn) {
        return top + look.px(drawn);
    }

    /** Where in the drawing a painted {@code x} lies. */
    double drawn(double x) {
        return LEFT + (x - left) / look.scale;
    }

    Rectangle2D box(double x, double y, double width, double height) {
        return new Rectangle2D.Double(x(x), y(y), look.px(width), look.px(height));
    }

    /** {@code words} on lines no wider than {@code room} in the drawing. */
    List<String> lines(Graphics2D g, String words, Font font, double room) {
        return Look.wrap(g.getFontMetrics(font), words, look.px(room));
    }

    /** Writes centred on a height. */
    void text(Graphics2D g, String words, double size, Color ink, double x, double middle) {
        write(g, words, look.type.regular(size), ink, x, middle);
    }

    /** The same, heavier. */
    void bold(Graphics2D g, String words, double size, double x, double middle) {
        write(g, words, look.type.semibold(size), look.palette.text, x, middle);
    }

    private void write(Graphics2D g, String words, Font font, Color ink, double x, double middle) {
        look.write(g, words, font, ink, x(x), Look.baselineFor(g, font, y(middle)));
    }

    void outline(Graphics2D g, Rectangle2D box, Color ink, double width, double round) {
        g.setColor(ink);
        g.setStroke(new BasicStroke((float) look.px(width)));
        g.draw(rounded(box, look.px(round)));
    }

    static RoundRectangle2D rounded(Rectangle2D box, double round) {
        return new RoundRectangle2D.Double(
                box.getX(), box.getY(), box.getWidth(), box.getHeight(), round, round);
    }
}
