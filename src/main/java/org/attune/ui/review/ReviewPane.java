package org.attune.ui.review;

import java.awt.Color;
import java.awt.Font;
import java.awt.Graphics2D;
import javax.swing.JPanel;
import org.attune.ui.Look;
import org.attune.ui.Typeface;

/**
 * A part of the window that paints what stands in the view, and tells a screen reader of it.
 * Confined to the EDT.
 */
abstract class ReviewPane extends JPanel {
    private static final long serialVersionUID = 1L;
    private static final double LINE = 19;

    transient Look look;
    transient ReviewWords words;
    transient ReviewView view;

    ReviewPane(Look look, ReviewWords words, ReviewView view) {
        this.look = look;
        this.words = words;
        this.view = view;
        setOpaque(true);
    }

    final void show(Look newLook, ReviewWords newWords, ReviewView newView) {
        leave(newView);
        look = newLook;
        words = newWords;
        view = newView;
        tell();
        repaint();
    }

    /** Drops what was made for the view until now and does not serve {@code next}. */
    void leave(ReviewView next) {}

    /**
     * Writes words from the left edge on, over as many lines as they need.
     *
     * @param first base of the first line
     * @return base of the line after the last
     */
    final double writeWrapped(Graphics2D g, String said, Color ink, double first) {
        Font font = look.type.regular(Typeface.LABEL);
        double y = first;
        for (String line : Look.wrap(getFontMetrics(font), said, getWidth())) {
            look.write(g, line, font, ink, 0, y);
            y += look.px(LINE);
        }
        return y;
    }

    /** Names and describes it to those who do not see it. */
    abstract void tell();
}
