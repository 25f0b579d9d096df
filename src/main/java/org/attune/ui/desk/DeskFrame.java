package org.attune.ui.desk;

import javax.swing.BorderFactory;
import javax.swing.JLabel;
import javax.swing.JScrollPane;
import org.attune.ui.FocusOrder;
import org.attune.ui.Look;
import org.attune.ui.Typeface;

/** What holds the pages of the desk, and its line at the foot. */
final class DeskFrame {
    private DeskFrame() {}

    /** The line at the foot, with nothing said yet. */
    static JLabel foot(Look look) {
        JLabel foot = new JLabel(" ");
        foot.setFont(look.type.regular(Typeface.BODY));
        foot.setForeground(look.palette.text2);
        foot.setBorder(
                BorderFactory.createCompoundBorder(
                        BorderFactory.createMatteBorder(1, 0, 0, 0, look.palette.rule),
                        BorderFactory.createEmptyBorder(
                                look.whole(8), look.whole(40), look.whole(8), look.whole(40))));
        return foot;
    }

    /** A page that is scrolled where there is little room. */
    static JScrollPane scrolled(DeskPage page, Look look) {
        JScrollPane scroll = new JScrollPane(page);
        scroll.setBorder(null);
        scroll.setHorizontalScrollBarPolicy(JScrollPane.HORIZONTAL_SCROLLBAR_NEVER);
        scroll.getViewport().setBackground(look.palette.ground);
        FocusOrder.keepInSight(page);
        return scroll;
    }
}
