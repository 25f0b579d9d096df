package org.attune.ui.trend;

import java.util.List;
import java.util.function.IntConsumer;
import javax.swing.JPanel;
import org.attune.ui.Look;

/** The whole of the window: head, charts, sessions and foot. Confined to the EDT. */
final class TrendPanel extends JPanel {
    private static final long serialVersionUID = 1L;

    private final TrendHeadPane head;
    private final TrendGridPane grid;
    private final SessionListPane sessions;
    private final TrendFootPane foot;
    private final TrendKeysPane card;

    TrendPanel(
            Look look,
            TrendWindowWords words,
            TrendView view,
            TrendGridPane.Chosen chosen,
            IntConsumer session) {
        setLayout(null);
        head = new TrendHeadPane(look, words, view);
        grid = new TrendGridPane(look, words, view, chosen);
        sessions = new SessionListPane(look, words, view, session);
        foot = new TrendFootPane(look, words, view);
        card = new TrendKeysPane(look, words, view);
        add(card);
        add(head);
        add(grid);
        add(sessions);
        add(foot);
        show(look, words, view);
    }

    TrendGridPane grid() {
        return grid;
    }

    void show(Look look, TrendWindowWords words, TrendView view) {
        setBackground(look.palette.ground);
        for (TrendPane each : List.of(head, grid, sessions, foot, card)) {
            each.show(look, words, view);
        }
        doLayout();
        revalidate();
        repaint();
    }

    @Override
    public boolean isOptimizedDrawingEnabled() {
        return false; // the card lies over the charts
    }

    @Override
    public void doLayout() {
        int width = getWidth();
        int height = getHeight();
        int top = head.neededHeight(width);
        int bottom = Math.max(top, height - foot.neededHeight(width));
        int right = width - sessions.neededWidth(width);
        head.setBounds(0, 0, width, top);
        grid.setBounds(0, top, right, bottom - top);
        sessions.setBounds(right, top, width - right, bottom - top);
        foot.setBounds(0, bottom, width, height - bottom);
        int wide = Math.min(card.neededWidth(), width);
        int high = Math.min(card.neededHeight(), bottom - top);
        card.setBounds((width - wide) / 2, top + (bottom - top - high) / 2, wide, high);
        grid.doLayout();
    }
}
