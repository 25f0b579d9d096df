package org.attune.ui.review;

import javax.swing.JPanel;
import org.attune.ui.Look;

/**
 * A part of the window that paints what stands in the view, and tells a screen reader of it.
 * Confined to the EDT.
 */
abstract class ReviewPane extends JPanel {
    private static final long serialVersionUID = 1L;

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

    /** Names and describes it to those who do not see it. */
    abstract void tell();
}
