package org.attune.ui;

import java.awt.AWTException;
import java.awt.Frame;
import java.awt.Rectangle;
import java.awt.Robot;
import java.awt.Toolkit;
import java.io.File;
import java.io.IOException;
import javax.imageio.ImageIO;
import org.attune.live.LiveSnapshot;

/**
 * A hand at the keyboard of whatever display there is, and an eye that keeps what it sees. Not for
 * the EDT.
 */
public final class Hand {
    private final Robot robot;
    private final File folder;
    private final int afterKey;
    private final int afterModifier;

    /**
     * @param folder for what is seen
     * @param afterKey how long it waits after a key, ms
     * @param afterModifier and how much longer after one that was pressed with another, ms
     */
    public Hand(File folder, int afterKey, int afterModifier) throws AWTException {
        this.robot = new Robot();
        this.folder = folder;
        this.afterKey = afterKey;
        this.afterModifier = afterModifier;
    }

    /** For the mouse. */
    public Robot robot() {
        return robot;
    }

    public void press(int key) {
        robot.keyPress(key);
        robot.keyRelease(key);
        settle(afterKey);
    }

    public void with(int modifier, int key) {
        robot.keyPress(modifier);
        press(key);
        robot.keyRelease(modifier);
        settle(afterModifier);
    }

    // Robot.waitForIdle would wait for an EDT without any event; a window that repaints itself each
    // second may keep it waiting until what is on the screen is stale.
    public void settle(long millis) {
        robot.delay((int) millis);
        Screens.onEdt(
                () -> {
                    Toolkit.getDefaultToolkit().sync();
                    return millis;
                });
    }

    /** Keeps what is on the first screen after {@code millis}. */
    public void shoot(String name, int millis) throws IOException {
        shoot(name, millis, new Rectangle(Toolkit.getDefaultToolkit().getScreenSize()));
    }

    /** Keeps what is in {@code area} after {@code millis}. */
    public void shoot(String name, int millis, Rectangle area) throws IOException {
        settle(millis);
        ImageIO.write(robot.createScreenCapture(area), "png", new File(folder, name + ".png"));
    }

    /** How many windows are seen. */
    static int showing() {
        int showing = 0;
        for (Frame frame : Frame.getFrames()) {
            showing += frame.isShowing() ? 1 : 0;
        }
        return showing;
    }

    static void show(LiveWindow window, LiveSnapshot snapshot) {
        Screens.onEdt(
                () -> {
                    window.show(snapshot);
                    return snapshot;
                });
    }
}
