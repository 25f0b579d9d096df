package org.attune.ui.review;

import java.awt.BorderLayout;
import java.awt.Window;
import java.awt.event.InputEvent;
import java.util.function.Consumer;
import javax.swing.JScrollPane;
import javax.swing.JTextArea;
import org.attune.ui.FocusOrder;

/**
 * A few sentences, written and kept or left. Control and Enter keeps, Escape leaves; what was left
 * is forgotten. Confined to the EDT.
 */
final class SayDialog {
    private SayDialog() {}

    /** Opens one; {@code before} stands in it already. */
    static void open(
            Window owner, ReviewWords words, String title, String before, Consumer<String> kept) {
        JTextArea text = new JTextArea(before, 6, 44);
        text.setLineWrap(true);
        text.setWrapStyleWord(true);
        FocusOrder.tabLeaves(text);
        new AskDialog(owner, words, title)
                .show(
                        new JScrollPane(text),
                        BorderLayout.CENTER,
                        text,
                        InputEvent.CTRL_DOWN_MASK,
                        () -> {
                            String said = text.getText().strip();
                            if (!said.isEmpty()) {
                                kept.accept(said);
                            }
                        },
                        () -> text.setText(""));
    }
}
