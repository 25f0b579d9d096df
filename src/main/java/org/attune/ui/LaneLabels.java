package org.attune.ui;

import java.awt.Color;
import java.awt.Font;
import java.awt.Graphics2D;

/**
 * The words at both sides of the charts: names at the left, what is read at the right.
 *
 * @param width of the whole lane, pixels
 */
record LaneLabels(Look look, int width) {
    /** The name of a row. */
    void label(Graphics2D g, String words, double middle) {
        Font font = look.type.regular(Typeface.LABEL);
        double x = look.px(24);
        String fitted = Look.fit(g, words, font, look.px(TimeScale.LABELS_LEFT) - x);
        look.write(g, fitted, font, look.palette.text2, x, Look.baselineFor(g, font, middle));
    }

    /** A smaller line under it. */
    void note(Graphics2D g, String words, double middle) {
        Font font = look.type.regular(Typeface.NOTE);
        double x = look.px(24);
        String fitted = Look.fit(g, words, font, look.px(TimeScale.LABELS_LEFT) - x);
        look.write(g, fitted, font, look.palette.text3, x, Look.baselineFor(g, font, middle));
    }

    /** Words right of the newest second. */
    void right(Graphics2D g, String words, Font font, Color colour, double x, double middle) {
        String fitted = Look.fit(g, words, font, width - x - look.px(4));
        look.write(g, fitted, font, colour, x, Look.baselineFor(g, font, middle));
    }
}
