package org.attune.ui.review;

import java.awt.BorderLayout;
import java.awt.Component;
import java.awt.FlowLayout;
import java.awt.KeyboardFocusManager;
import java.awt.Window;
import java.awt.event.ActionEvent;
import java.awt.event.KeyEvent;
import java.awt.event.WindowAdapter;
import java.awt.event.WindowEvent;
import javax.swing.AbstractAction;
import javax.swing.BorderFactory;
import javax.swing.JButton;
import javax.swing.JComponent;
import javax.swing.JDialog;
import javax.swing.JLabel;
import javax.swing.JPanel;
import javax.swing.KeyStroke;
import org.jspecify.annotations.Nullable;

/** Asks for one thing, which is kept or left; Escape leaves. Used once. Confined to the EDT. */
final class AskDialog {
    private final JDialog dialog;
    private final ReviewWords words;
    private final String title;

    AskDialog(Window owner, ReviewWords words, String title) {
        this.dialog = new JDialog(owner, title);
        this.words = words;
        this.title = title;
    }

    /**
     * Shows it.
     *
     * @param content what is answered in
     * @param place of it, as a {@link BorderLayout} names it
     * @param first where the keys go
     * @param modifiers those that Enter needs, so as to keep
     * @param keep keeps the answer
     * @param leave forgets it; called in any case
     */
    void show(
            JComponent content,
            String place,
            JComponent first,
            int modifiers,
            Runnable keep,
            Runnable leave) {
        Runnable kept =
                () -> {
                    dialog.dispose();
                    keep.run();
                    leave.run();
                };
        Runnable left =
                () -> {
                    leave.run();
                    dialog.dispose();
                };
        @Nullable Component before =
                KeyboardFocusManager.getCurrentKeyboardFocusManager().getFocusOwner();
        first.getAccessibleContext().setAccessibleName(title);
        JPanel all = new JPanel(new BorderLayout(0, 12));
        all.setBorder(BorderFactory.createEmptyBorder(16, 16, 16, 16));
        all.add(new JLabel(title), BorderLayout.NORTH);
        all.add(content, place);
        all.add(buttons(kept, left), BorderLayout.SOUTH);
        bind(all, KeyEvent.VK_ESCAPE, 0, left);
        bind(all, KeyEvent.VK_ENTER, modifiers, kept);
        dialog.setContentPane(all);
        dialog.setDefaultCloseOperation(JDialog.DISPOSE_ON_CLOSE);
        dialog.addWindowListener(
                new WindowAdapter() {
                    @Override
                    public void windowOpened(WindowEvent event) {
                        first.requestFocusInWindow();
                    }

                    // Where no window manager does it, nobody gives the keys back.
                    @Override
                    public void windowClosed(WindowEvent event) {
                        if (before != null) {
                            before.requestFocus();
                        }
                    }
                });
        dialog.pack();
        dialog.setLocationRelativeTo(dialog.getOwner());
        dialog.setVisible(true);
        first.requestFocusInWindow();
    }

    private JPanel buttons(Runnable kept, Runnable left) {
        JPanel row = new JPanel(new FlowLayout(FlowLayout.TRAILING, 12, 0));
        JButton leave = new JButton(words.of("say.leave"));
        leave.addActionListener(event -> left.run());
        JButton keep = new JButton(words.of("say.keep"));
        keep.addActionListener(event -> kept.run());
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
}
