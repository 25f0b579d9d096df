package org.attune.ui;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Font;
import java.awt.Graphics2D;
import java.awt.geom.RoundRectangle2D;

/** An outlined box with a few letters: a person's code, a key, the mark of a simulated client. */
public final class Chip {
    private static final double PADDING = 9;

    private Chip() {}

    /** How wide the chip of {@code words} is, pixels. */
    public static double width(Graphics2D g, Look look, String words, Font font) {
        return Look.width(g, words, font) + look.px(2 * PADDING);
    }

    /** Paints the chip so that it ends at {@code right}; returns where it begins. */
    public static double paintEnding(
            Graphics2D g,
            Look look,
            String words,
            Font font,
            Color outline,
            double right,
            double middle,
            double height) {
        double width = width(g, look, words, font);
        paint(g, look, words, font, outline, right - width, middle, height);
        return right - width;
    }

    /** Paints the chip from {@code left}. */
    public static void paint(
            Graphics2D g,
            Look look,
            String words,
            Font font,
            Color outline,
            double left,
            double middle,
            double height) {
        double width = width(g, look, words, font);
        g.setColor(outline);
        g.setStroke(new BasicStroke((float) look.px(1.6)));
        g.draw(
                new RoundRectangle2D.Double(
                        left, middle - height / 2, width, height, look.px(7), look.px(7)));
        look.writeCentred(
                g,
                words,
                font,
                look.palette.text,
                left + width / 2,
                Look.baselineFor(g, font, middle));
    }
}
