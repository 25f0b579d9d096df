package org.attune.ui;

import java.awt.Font;
import javax.swing.JLabel;

/** The labels of the pages on which keys and words are edited. Confined to the EDT. */
final class SetupText {
    private SetupText() {}

    static JLabel paragraph(Look look, String words) {
        return plain(words, look.type.regular(Typeface.LABEL));
    }

    static JLabel label(Look look, String words) {
        return plain(words, look.type.regular(Typeface.BODY));
    }

    static JLabel note(Look look, String words) {
        JLabel note = plain(words, look.type.regular(Typeface.NOTE));
        note.setForeground(look.palette.text2);
        return note;
    }

    /** Whatever it says, it is letters. */
    private static JLabel plain(String words, Font font) {
        JLabel label = new JLabel();
        label.putClientProperty("html.disable", true);
        label.setText(words);
        label.setFont(font);
        return label;
    }
}
