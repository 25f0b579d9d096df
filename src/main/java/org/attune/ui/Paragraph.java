package org.attune.ui;

import java.awt.event.ComponentAdapter;
import java.awt.event.ComponentEvent;
import javax.swing.JTextArea;

/** Sentences beside what matters, on as many lines as they need. Confined to the EDT. */
public final class Paragraph {
    private Paragraph() {}

    /** Reads as a label does: nothing in it can be chosen, and Tab passes it by. */
    public static JTextArea of(Look look, String words) {
        JTextArea area = new JTextArea(words);
        area.setEditable(false);
        area.setFocusable(false);
        area.setOpaque(false);
        area.setBorder(null);
        area.setLineWrap(true);
        area.setWrapStyleWord(true);
        area.setFont(look.type.regular(Typeface.BODY));
        area.setForeground(look.palette.text2);
        area.getAccessibleContext().setAccessibleName(words);
        area.addComponentListener(
                new ComponentAdapter() {
                    @Override
                    public void componentResized(ComponentEvent event) {
                        area.revalidate(); // how high it is depends on how wide it is
                    }
                });
        return area;
    }
}
