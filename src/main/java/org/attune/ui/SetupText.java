package org.attune.ui;

import java.awt.Color;
import java.awt.Font;
import javax.swing.JLabel;

/** The labels of the pages on which keys and sayings are edited. Confined to the EDT. */
final class SetupText {
    private SetupText() {}

    static JLabel heading(Look look, String words) {
        return plain(words, look.type.semibold(Typeface.SENTENCE), look.palette.text);
    }

    static JLabel label(Look look, String words) {
        return plain(words, look.type.regular(Typeface.BODY), look.palette.text);
    }

    static JLabel note(Look look, String words) {
        return plain(words, look.type.regular(Typeface.LABEL), look.palette.text2);
    }

    /** Whatever it says, it is letters. */
    private static JLabel plain(String words, Font font, Color ink) {
        JLabel label = new JLabel();
        label.putClientProperty("html.disable", true);
        label.setText(words);
        label.setFont(font);
        label.setForeground(ink);
        return label;
    }
}
