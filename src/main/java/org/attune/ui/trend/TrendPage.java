package org.attune.ui.trend;

import java.awt.Dimension;
import java.awt.Rectangle;
import java.util.function.IntConsumer;
import javax.swing.JPanel;
import javax.swing.Scrollable;
import org.attune.ui.Look;

/**
 * All that may be scrolled: head, charts, sessions and limits. Where there is room for all, it is
 * as high as the window. Confined to the EDT.
 */
final class TrendPage extends JPanel implements Scrollable {
    private static final long serialVersionUID = 1L;
    private static final double WIDE = 1000;

    final TrendHeadPane head;
    final TrendGridPane grid;
    final SessionListPane sessions;
    final TrendLimitsPane limits;
    private transient Look look;

    TrendPage(
            Look look,
            TrendWindowWords words,
            TrendView view,
            TrendGridPane.Chosen chosen,
            IntConsumer session) {
        super(null);
        this.look = look;
        head = new TrendHeadPane(look, words, view);
        grid = new TrendGridPane(look, words, view, chosen);
        sessions = new SessionListPane(look, words, view, session);
        limits = new TrendLimitsPane(look, words, view);
        add(head);
        add(grid);
        add(sessions);
        add(limits);
    }

    /** Whether there is room for the sessions beside the charts. */
    static boolean isWide(Look look, int width) {
        return width >= look.px(WIDE);
    }

    void dress(Look newLook) {
        look = newLook;
        setBackground(look.palette.ground);
    }

    private int neededHeight(int width) {
        int middle =
                isWide(look, width)
                        ? grid.neededHeight(width - sessions.besideWidth())
                        : grid.neededHeight(width) + sessions.neededHeight(width);
        return head.neededHeight(width) + middle + limits.neededHeight(width);
    }

    @Override
    public void doLayout() {
        int width = getWidth();
        int top = head.neededHeight(width);
        int foot = limits.neededHeight(width);
        int high = Math.max(0, getHeight() - top - foot);
        head.setBounds(0, 0, width, top);
        if (isWide(look, width)) {
            int list = sessions.besideWidth();
            grid.setBounds(0, top, width - list, high);
            sessions.setBounds(width - list, top, list, high);
        } else {
            int list = Math.min(high, sessions.neededHeight(width));
            grid.setBounds(0, top, width, high - list);
            sessions.setBounds(0, top + high - list, width, list);
        }
        limits.setBounds(0, top + high, width, foot);
        grid.doLayout();
    }

    /** Scrolls so far that the chosen chart is seen; of the uppermost, what stands above it too. */
    void showChosen() {
        grid.chosenPlace()
                .ifPresent(
                        place -> {
                            boolean uppermost = place.y <= look.px(100);
                            int top = uppermost ? 0 : grid.getY() + place.y;
                            int foot = grid.getY() + place.y + place.height;
                            int seen = Math.min(foot - top, getParent().getHeight());
                            Rectangle wanted = new Rectangle(0, top, 1, seen);
                            scrollRectToVisible(wanted);
                        });
    }

    @Override
    public Dimension getPreferredSize() {
        int width = getParent() == null ? getWidth() : getParent().getWidth();
        return new Dimension(width, neededHeight(width));
    }

    @Override
    public Dimension getPreferredScrollableViewportSize() {
        return getPreferredSize();
    }

    @Override
    public boolean getScrollableTracksViewportWidth() {
        return true;
    }

    @Override
    public boolean getScrollableTracksViewportHeight() {
        return getParent() == null || getParent().getHeight() >= getPreferredSize().height;
    }

    @Override
    public int getScrollableUnitIncrement(Rectangle visible, int axis, int direction) {
        return look.whole(24);
    }

    @Override
    public int getScrollableBlockIncrement(Rectangle visible, int axis, int direction) {
        return Math.max(1, visible.height - look.whole(24));
    }
}
