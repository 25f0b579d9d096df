package org.attune.ui.trend;

import java.awt.Dimension;
import java.awt.Rectangle;
import java.awt.event.ComponentAdapter;
import java.awt.event.ComponentEvent;
import java.util.List;
import java.util.OptionalInt;
import java.util.function.IntConsumer;
import javax.swing.JPanel;
import javax.swing.JScrollPane;
import javax.swing.JViewport;
import javax.swing.SwingUtilities;
import org.attune.ui.Look;

/**
 * The whole of the window: the page, which is scrolled where there is little room, and under it the
 * answer of the chosen chart, which is always seen. Confined to the EDT.
 */
final class TrendPanel extends JPanel {
    private static final long serialVersionUID = 1L;

    private final TrendPage page;
    private final JScrollPane scroll;
    private final TrendFootPane foot;
    private final TrendKeysPane card;

    /** What was brought into sight last; what comes later by itself moves nothing. */
    private transient Seen seen = new Seen(new Dimension(), -1, false, OptionalInt.empty());

    private record Seen(Dimension room, int cell, boolean large, OptionalInt slot) {}

    TrendPanel(
            Look look,
            TrendWindowWords words,
            TrendView view,
            TrendGridPane.Chosen chosen,
            IntConsumer session) {
        setLayout(null);
        page = new TrendPage(look, words, view, chosen, session);
        scroll = new Scroll(page);
        foot = new TrendFootPane(look, words, view);
        card = new TrendKeysPane(look, words, view);
        add(card);
        add(scroll);
        add(foot);
        show(look, words, view);
        addComponentListener(
                new ComponentAdapter() {
                    @Override
                    public void componentResized(ComponentEvent event) {
                        settle(new Seen(getSize(), seen.cell(), seen.large(), seen.slot()));
                    }
                });
    }

    /** Whose keys are those of the window: arrows go from chart to chart, and it follows them. */
    private static final class Scroll extends JScrollPane {
        private static final long serialVersionUID = 1L;

        Scroll(TrendPage page) {
            super(page, VERTICAL_SCROLLBAR_AS_NEEDED, HORIZONTAL_SCROLLBAR_NEVER);
            setBorder(null);
            getVerticalScrollBar().setFocusable(false);
        }

        @Override
        public void updateUI() {
            super.updateUI();
            setBorder(null);
            SwingUtilities.replaceUIInputMap(this, WHEN_ANCESTOR_OF_FOCUSED_COMPONENT, null);
        }
    }

    TrendGridPane grid() {
        return page.grid;
    }

    /** Head, charts, sessions, limits, foot and the card of keys. */
    List<TrendPane> parts() {
        return List.of(page.head, page.grid, page.sessions, page.limits, foot, card);
    }

    void show(Look look, TrendWindowWords words, TrendView view) {
        setBackground(look.palette.ground);
        scroll.getViewport().setBackground(look.palette.ground);
        page.dress(look);
        for (TrendPane each : parts()) {
            each.show(look, words, view);
        }
        settle(new Seen(getSize(), view.chosen(), view.large(), view.slot()));
        repaint();
    }

    /** Lays all out, and scrolls to what was chosen, if something else is or has other room now. */
    private void settle(Seen now) {
        page.invalidate();
        doLayout();
        scroll.doLayout();
        scroll.getViewport().doLayout();
        page.doLayout();
        if (!now.equals(seen) && getHeight() > 0) {
            seen = now;
            page.showChosen();
        }
    }

    /** Goes on, or back, by what is seen at once. */
    void scroll(int by) {
        JViewport port = scroll.getViewport();
        Rectangle shown = port.getViewRect();
        shown.y += by * page.getScrollableBlockIncrement(shown, 0, by);
        shown.y = Math.max(0, Math.min(page.getHeight() - shown.height, shown.y));
        port.setViewPosition(shown.getLocation());
    }

    @Override
    public boolean isOptimizedDrawingEnabled() {
        return false; // the card lies over the charts
    }

    @Override
    public void doLayout() {
        int width = getWidth();
        int height = getHeight();
        int bottom = Math.max(0, height - foot.neededHeight(width));
        scroll.setBounds(0, 0, width, bottom);
        foot.setBounds(0, bottom, width, height - bottom);
        card.fitInto(width, bottom);
        int wide = card.neededWidth();
        int high = card.neededHeight();
        card.setBounds((width - wide) / 2, Math.max(0, (bottom - high) / 2), wide, high);
    }
}
