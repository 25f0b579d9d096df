package org.attune.ui;

import java.awt.Dimension;
import java.awt.Rectangle;
import java.awt.event.WindowAdapter;
import java.awt.event.WindowEvent;
import javax.swing.JFrame;
import javax.swing.WindowConstants;
import org.attune.ui.place.Displays;

/** What the frames of all large windows have in common. Call on the EDT. */
public final class WindowFrame {
    private WindowFrame() {}

    /**
     * Lays a frame in the middle of its screen, no larger than there is room, and leaves its end to
     * the window.
     *
     * @param least size it may be drawn to, pixels
     * @param width wanted, at a scale of 1
     * @param height wanted, at a scale of 1
     * @param close what is done when somebody closes it
     */
    public static void prepare(
            JFrame frame, Look look, Dimension least, int width, int height, Runnable close) {
        frame.setDefaultCloseOperation(WindowConstants.DO_NOTHING_ON_CLOSE);
        frame.addWindowListener(
                new WindowAdapter() {
                    @Override
                    public void windowClosing(WindowEvent event) {
                        close.run();
                    }
                });
        frame.setMinimumSize(least);
        Rectangle screen = Displays.usable(frame.getGraphicsConfiguration());
        frame.setSize(
                Math.min(look.whole(width), screen.width),
                Math.min(look.whole(height), screen.height));
        frame.setLocationRelativeTo(null);
    }
}
