package org.attune.ui.review;

import java.awt.BorderLayout;
import java.awt.FlowLayout;
import java.awt.Window;
import java.awt.event.ActionEvent;
import java.awt.event.InputEvent;
import java.awt.event.KeyEvent;
import java.util.function.Consumer;
import javax.swing.AbstractAction;
import javax.swing.BorderFactory;
import javax.swing.JButton;
import javax.swing.JComponent;
import javax.swing.JDialog;
import javax.swing.JLabel;
import javax.swing.JPanel;
import javax.swing.JScrollPane;
import javax.swing.JTextArea;
import javax.swing.KeyStroke;
import org.attune.ui.FocusOrder;

/**
 * A few sentences, written and kept or left. Control and Enter keeps, Escape leaves; what was left
 * is forgotten. Confined to the EDT.
 */
final class SayDialog {
    private final JDialog dialog;
    private final JTextArea text = new JTextArea(6, 44);
    private final Consumer<String> kept;

    private SayDialog(Window owner, ReviewWords words, String title, Consumer<String> kept) {
        this.dialog = new JDialog(owner, title);
        this.kept = kept;
        text.setLineWrap(true);
        text.setWrapStyleWord(true);
        FocusOrder.tabLeaves(text);
        text.getAccessibleContext().setAccessibleName(title);
        JPanel content = new JPanel(new BorderLayout(0, 12));
        content.setBorder(BorderFactory.createEmptyBorder(16, 16, 16, 16));
        content.add(new JLabel(title), BorderLayout.NORTH);
        content.add(new JScrollPane(text), BorderLayout.CENTER);
        content.add(buttons(words), BorderLayout.SOUTH);
        bind(content, KeyEvent.VK_ESCAPE, 0, this::leave);
        bind(content, KeyEvent.VK_ENTER, InputEvent.CTRL_DOWN_MASK, this::keep);
        dialog.setContentPane(content);
        dialog.setDefaultCloseOperation(JDialog.DISPOSE_ON_CLOSE);
    }

    /** Opens one; {@code before} stands in it already. */
    static void open(
            Window owner, ReviewWords words, String title, String before, Consumer<String> kept) {
        SayDialog say = new SayDialog(owner, words, title, kept);
        say.text.setText(before);
        say.dialog.pack();
        say.dialog.setLocationRelativeTo(owner);
        say.dialog.setVisible(true);
        say.text.requestFocusInWindow();
    }

    private JPanel buttons(ReviewWords words) {
        JPanel row = new JPanel(new FlowLayout(FlowLayout.TRAILING, 12, 0));
        JButton leave = new JButton(words.of("say.leave"));
        leave.addActionListener(event -> leave());
        JButton keep = new JButton(words.of("say.keep"));
        keep.addActionListener(event -> keep());
        row.add(leave);
        row.add(keep);
        return row;
    }

    private static void bind(JComponent pane, int key, int modifiers, Runnable then) {
        KeyStroke stroke = KeyStroke.getKeyStroke(key, modifiers);
        pane.getInputMap(JComponent.WHEN_ANCESTOR_OF_FOCUSED_COMPONENT)
                .put(stroke, stroke.toString());
        pane.getActionMap()
                .put(
                        stroke.toString(),
                        new AbstractAction() {
                            private static final long serialVersionUID = 1L;

                            @Override
                            public void actionPerformed(ActionEvent event) {
                                then.run();
                            }
                        });
    }

    private void leave() {
        text.setText("");
        dialog.dispose();
    }

    private void keep() {
        String said = text.getText().strip();
        leave();
        if (!said.isEmpty()) {
            kept.accept(said);
        }
    }
}
