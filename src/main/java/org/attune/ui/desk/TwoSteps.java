package org.attune.ui.desk;

import java.awt.BorderLayout;
import java.awt.Dimension;
import java.util.ArrayList;
import java.util.List;
import java.util.function.IntConsumer;
import javax.swing.JPanel;

/**
 * A button for what cannot be undone: pressed once, it opens into its answers and a way back, in
 * the same place and without a dialog. Confined to the EDT.
 */
final class TwoSteps extends JPanel {
    private static final long serialVersionUID = 1L;
    private final transient DeskPage page;
    private final PlainButton first;
    private final transient List<PlainButton> answers = new ArrayList<>();
    private final PlainButton back;

    /**
     * @param chosen told which of the {@code answerKeys} was pressed, by its place
     */
    TwoSteps(DeskPage page, String key, List<String> answerKeys, IntConsumer chosen) {
        super(new BorderLayout());
        this.page = page;
        setOpaque(false);
        first = page.button(key, this::open);
        back = page.button("back", this::calm);
        for (int i = 0; i < answerKeys.size(); i++) {
            int place = i;
            answers.add(
                    page.button(
                            answerKeys.get(i),
                            () -> {
                                calm();
                                chosen.accept(place);
                            }));
        }
        getAccessibleContext().setAccessibleName(first.getText());
        calm();
    }

    /** Back to the first step. */
    void calm() {
        show(first);
    }

    private void open() {
        List<PlainButton> all = new ArrayList<>(answers);
        all.add(back);
        show(all.toArray(PlainButton[]::new));
        back.requestFocusInWindow();
    }

    private void show(PlainButton... buttons) {
        removeAll();
        if (buttons.length == 1) {
            add(buttons[0]);
        } else {
            add(page.row(buttons));
        }
        revalidate();
        repaint();
    }

    @Override
    public Dimension getMaximumSize() {
        return getPreferredSize();
    }
}
