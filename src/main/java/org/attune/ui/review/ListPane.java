package org.attune.ui.review;

import java.awt.BasicStroke;
import java.awt.Cursor;
import java.awt.Graphics2D;
import java.awt.event.FocusAdapter;
import java.awt.event.FocusEvent;
import java.awt.event.MouseAdapter;
import java.awt.event.MouseEvent;
import java.awt.geom.Rectangle2D;
import java.util.function.IntConsumer;
import org.attune.ui.Look;

/** Rows of which one can be chosen, by a click or by key. Confined to the EDT. */
abstract class ListPane extends ReviewPane {
    private static final long serialVersionUID = 1L;

    ListPane(Look look, ReviewWords words, ReviewView view, IntConsumer chosen) {
        super(look, words, view);
        setFocusable(true);
        setCursor(Cursor.getPredefinedCursor(Cursor.HAND_CURSOR));
        addMouseListener(
                new MouseAdapter() {
                    @Override
                    public void mousePressed(MouseEvent event) {
                        requestFocusInWindow();
                        int row = rowAt(event.getY());
                        if (row >= 0) {
                            chosen.accept(row);
                        }
                    }
                });
        addFocusListener(
                new FocusAdapter() {
                    @Override
                    public void focusGained(FocusEvent event) {
                        repaint();
                    }

                    @Override
                    public void focusLost(FocusEvent event) {
                        repaint();
                    }
                });
    }

    /** The row at that height; -1 where there is none. */
    abstract int rowAt(int y);

    /** The ground under the row that is chosen. */
    final void paintChosen(Graphics2D g, double top, double height) {
        g.setColor(look.palette.raised);
        g.fill(new Rectangle2D.Double(0, top, getWidth(), height));
        g.setColor(look.palette.focus);
        g.fill(new Rectangle2D.Double(-look.px(3), top, look.px(6), height));
    }

    /** The ring, while the keys are its own. */
    final void paintFocus(Graphics2D g) {
        if (isFocusOwner()) {
            g.setColor(look.palette.focus);
            g.setStroke(new BasicStroke((float) look.px(2)));
            g.draw(
                    new Rectangle2D.Double(
                            look.px(1),
                            look.px(1),
                            getWidth() - look.px(2),
                            getHeight() - look.px(4)));
        }
    }
}
