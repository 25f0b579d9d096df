package org.attune.ui;

import java.awt.Dimension;
import java.awt.Rectangle;
import javax.swing.JComponent;
import javax.swing.JPanel;
import javax.swing.JTextArea;
import javax.swing.Scrollable;

/**
 * A page of what is set up: as wide as the window, as high as it needs then, scrolled upright only.
 * Confined to the EDT.
 */
abstract class SetupPage extends JPanel implements Scrollable {
    private static final long serialVersionUID = 1L;

    final transient Look look;

    SetupPage(Look look, String name) {
        super(null);
        this.look = look;
        setBackground(look.palette.ground);
        getAccessibleContext().setAccessibleName(name);
    }

    /** Places everything for a page so wide; how high that is, in pixels. */
    abstract int place(int width);

    final int margin() {
        return look.whole(32);
    }

    /** Words over the whole width, on as many lines as they need; where they end. */
    final int lead(JTextArea words, int width, int top) {
        int room = Math.max(look.whole(200), width - 2 * margin());
        words.setSize(room, Short.MAX_VALUE);
        int height = words.getPreferredSize().height;
        words.setBounds(margin(), top, room, height);
        return top + height;
    }

    /** Stands {@code part} in the middle of a row. */
    static void centred(JComponent part, int x, int width, int top, int row) {
        int height = part.getPreferredSize().height;
        part.setBounds(x, top + (row - height) / 2, width, height);
    }

    @Override
    public void doLayout() {
        int unused = place(getWidth());
    }

    @Override
    public Dimension getPreferredSize() {
        int width = getParent() == null ? look.whole(900) : getParent().getWidth();
        return new Dimension(width, place(width));
    }

    @Override
    public Dimension getPreferredScrollableViewportSize() {
        return getPreferredSize();
    }

    @Override
    public int getScrollableUnitIncrement(Rectangle visible, int orientation, int direction) {
        return look.whole(24);
    }

    @Override
    public int getScrollableBlockIncrement(Rectangle visible, int orientation, int direction) {
        return visible.height - look.whole(24);
    }

    @Override
    public boolean getScrollableTracksViewportWidth() {
        return true;
    }

    @Override
    public boolean getScrollableTracksViewportHeight() {
        return false;
    }
}
