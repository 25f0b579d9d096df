package org.attune.ui;

import java.awt.Color;
import java.awt.Component;
import java.awt.Graphics;
import java.awt.Graphics2D;
import java.awt.Insets;
import java.awt.Rectangle;
import java.awt.event.FocusEvent;
import java.awt.event.FocusListener;
import java.awt.geom.Area;
import java.util.function.Supplier;
import javax.swing.JComponent;
import javax.swing.border.AbstractBorder;

/**
 * A frame that shows where the keyboard is: a ring of two pixels at 100 % around what has the
 * focus, a hairline or nothing around what has not. Confined to the EDT.
 */
public final class FocusRing extends AbstractBorder {
    private static final long serialVersionUID = 1L;

    private final transient Supplier<Look> look;
    private final transient Component watched;
    private final boolean framed;

    private FocusRing(Supplier<Look> look, Component watched, boolean framed) {
        this.look = look;
        this.watched = watched;
        this.framed = framed;
    }

    /** Frames {@code pane}; the ring is there while {@code inner} has the focus. */
    public static void frame(Look look, JComponent pane, JComponent inner) {
        pane.setBorder(new FocusRing(() -> look, inner, true));
        repaintWith(inner, pane);
    }

    /**
     * Lets Tab come to {@code pane}, which is only looked at: for whoever has it read aloud. The
     * ring lies upon it and takes no room.
     */
    static void reading(JComponent pane, Supplier<Look> look) {
        pane.setFocusable(true);
        pane.setBorder(new FocusRing(look, pane, false));
        repaintWith(pane, pane);
    }

    private static void repaintWith(Component watched, Component painted) {
        watched.addFocusListener(
                new FocusListener() {
                    @Override
                    public void focusGained(FocusEvent event) {
                        painted.repaint();
                    }

                    @Override
                    public void focusLost(FocusEvent event) {
                        painted.repaint();
                    }
                });
    }

    private int width() {
        return Math.max(2, look.get().whole(2));
    }

    @Override
    public Insets getBorderInsets(Component component, Insets insets) {
        int width = framed ? width() : 0;
        insets.set(width, width, width, width);
        return insets;
    }

    @Override
    public void paintBorder(Component component, Graphics g, int x, int y, int w, int h) {
        Palette palette = look.get().palette;
        if (watched.isFocusOwner()) {
            int width = width();
            frame(g, palette.focus, width, x, y, w, h);
            if (!framed) { // It may lie upon anything.
                frame(g, palette.surface, 1, x + width, y + width, w - 2 * width, h - 2 * width);
            }
        } else if (framed) {
            // The hairline lies at the inner edge of the ring's room.
            int out = width() - 1;
            frame(g, palette.ground, out, x, y, w, h);
            frame(g, palette.rule, 1, x + out, y + out, w - 2 * out, h - 2 * out);
        }
    }

    private static void frame(Graphics g, Color ink, int width, int x, int y, int w, int h) {
        Area frame = new Area(new Rectangle(x, y, w, h));
        frame.subtract(new Area(new Rectangle(x + width, y + width, w - 2 * width, h - 2 * width)));
        g.setColor(ink);
        ((Graphics2D) g).fill(frame);
    }
}
