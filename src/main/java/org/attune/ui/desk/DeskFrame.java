package org.attune.ui.desk;

import java.awt.Dimension;
import java.awt.Rectangle;
import java.awt.event.WindowAdapter;
import java.awt.event.WindowEvent;
import javax.swing.BorderFactory;
import javax.swing.JFrame;
import javax.swing.JLabel;
import javax.swing.JScrollPane;
import javax.swing.WindowConstants;
import org.attune.ui.FocusOrder;
import org.attune.ui.Look;
import org.attune.ui.Typeface;
import org.attune.ui.place.Displays;

/** What holds the desk: a frame no larger than the screen, and its line at the foot. */
final class DeskFrame {
    private DeskFrame() {}

    /**
     * Gives the frame its size and its end. Call on the EDT.
     *
     * @param close what is done when somebody closes it
     */
    static void prepare(JFrame frame, Look look, Runnable close) {
        frame.setDefaultCloseOperation(WindowConstants.DO_NOTHING_ON_CLOSE);
        frame.addWindowListener(
                new WindowAdapter() {
                    @Override
                    public void windowClosing(WindowEvent event) {
                        close.run();
                    }
                });
        frame.setMinimumSize(new Dimension(900, 600));
        Rectangle screen = Displays.usable(frame.getGraphicsConfiguration());
        frame.setSize(
                Math.min(look.whole(1440), screen.width), Math.min(look.whole(900), screen.height));
        frame.setLocationRelativeTo(null);
    }

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
