package org.attune.ui.desk;

import java.awt.GridBagConstraints;
import java.awt.GridBagLayout;
import java.awt.Insets;
import java.util.function.Consumer;
import javax.swing.JComponent;
import javax.swing.JLabel;
import javax.swing.JPanel;
import javax.swing.JPasswordField;
import javax.swing.JTextArea;
import org.attune.ui.Look;
import org.attune.ui.Typeface;

/**
 * All that a locked desk shows: that it is locked, and where the passphrase goes. Confined to the
 * EDT.
 */
final class LockPage extends JPanel {
    private static final long serialVersionUID = 1L;
    private final transient Look look;
    private final JPasswordField passphrase = new JPasswordField(24);
    private final JTextArea told = new JTextArea(2, 24);
    private final PlainButton unlock;
    private int line;

    /**
     * @param tried given what was typed, the receiver's to overwrite
     */
    LockPage(Look look, DeskWords words, Consumer<char[]> tried) {
        super(new GridBagLayout());
        this.look = look;
        setBackground(look.palette.ground);
        JLabel title = new JLabel(words.of("lock"));
        title.setFont(look.type.semibold(26));
        title.setForeground(look.palette.text);
        put(title, 6);
        JLabel lead = new JLabel(words.of("lock.lead"));
        lead.setFont(look.type.regular(Typeface.BODY));
        lead.setForeground(look.palette.text2);
        put(lead, 24);
        JLabel label = new JLabel(words.of("lock.passphrase"));
        label.setFont(look.type.regular(Typeface.BODY));
        label.setForeground(look.palette.text2);
        label.setLabelFor(passphrase);
        put(label, 6);
        passphrase.setFont(look.type.regular(Typeface.BODY));
        passphrase.getAccessibleContext().setAccessibleName(words.of("lock.passphrase"));
        put(passphrase, 14);
        unlock = new PlainButton(look, words.of("lock.unlock"));
        unlock.setFont(look.type.semibold(Typeface.BODY));
        unlock.setPreferredSize(new java.awt.Dimension(look.whole(180), look.whole(44)));
        put(unlock, 14);
        told.setEditable(false);
        told.setFocusable(false);
        told.setOpaque(false);
        told.setBorder(null); // in line with all above it
        told.setLineWrap(true);
        told.setWrapStyleWord(true);
        told.setFont(look.type.regular(Typeface.BODY));
        told.setForeground(look.palette.text);
        put(told, 0);
        unlock.addActionListener(event -> attempt(words, tried));
        passphrase.addActionListener(event -> attempt(words, tried));
        getAccessibleContext().setAccessibleName(words.of("lock"));
    }

    private void put(JComponent part, int below) {
        boolean field = part instanceof JPasswordField || part instanceof JTextArea;
        add(
                part,
                new GridBagConstraints(
                        0,
                        line++,
                        1,
                        1,
                        0,
                        0,
                        GridBagConstraints.LINE_START,
                        field ? GridBagConstraints.HORIZONTAL : GridBagConstraints.NONE,
                        new Insets(0, 0, look.whole(below), 0),
                        0,
                        part == passphrase ? look.whole(10) : 0));
    }

    private void attempt(DeskWords words, Consumer<char[]> tried) {
        char[] typed = passphrase.getPassword();
        passphrase.setText("");
        if (typed.length == 0 || !unlock.isEnabled()) {
            return;
        }
        unlock.setEnabled(false);
        told.setText(words.of("working"));
        tried.accept(typed);
    }

    /** Says why it stays locked; another attempt is free. */
    void refused(String because) {
        told.setText(because);
        told.getAccessibleContext().setAccessibleDescription(because);
        unlock.setEnabled(true);
        passphrase.requestFocusInWindow();
    }

    /** Puts the caret where the passphrase goes. */
    void await() {
        passphrase.requestFocusInWindow();
    }
}
