package org.attune.ui.review;

import java.awt.Font;
import java.awt.Graphics2D;
import org.attune.ui.Look;
import org.attune.ui.Typeface;

/** What the lanes are called, in the column to their left. Confined to the EDT. */
record LaneNames(Look look, ReviewWords words) {
    /** Where the charts begin, in units of the look. */
    static final double LEFT = 150;

    static final double LABELS_LEFT = 24;

    void label(Graphics2D g, String key, double middle, String noteKey) {
        Font font = look.type.regular(Typeface.LABEL);
        double x = look.px(LABELS_LEFT);
        look.write(
                g,
                Look.fit(g, words.of(key), font, look.px(LEFT - LABELS_LEFT - 8)),
                font,
                look.palette.text2,
                x,
                Look.baselineFor(g, font, middle));
        if (!noteKey.isEmpty()) {
            note(g, words.of(noteKey), middle + look.px(17));
        }
    }

    void note(Graphics2D g, String said, double middle) {
        Font font = look.type.regular(Typeface.NOTE);
        look.write(
                g,
                Look.fit(g, said, font, look.px(LEFT - LABELS_LEFT - 30)),
                font,
                look.palette.text3,
                look.px(LABELS_LEFT),
                Look.baselineFor(g, font, middle));
    }
}
