package org.attune.ui;

import java.awt.AWTException;
import java.awt.Frame;
import java.awt.Point;
import java.awt.Rectangle;
import java.awt.Robot;
import java.awt.Toolkit;
import java.awt.event.InputEvent;
import java.awt.event.KeyEvent;
import java.awt.event.MouseEvent;
import java.awt.image.BufferedImage;
import java.io.File;
import java.io.IOException;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import javax.imageio.ImageIO;
import org.attune.live.LiveSnapshot;

/**
 * A hand at the keyboard and the mouse of whatever display there is, and an eye that keeps what it
 * sees. What it does has arrived at the windows when a call returns, however busy the machine is.
 * Not for the EDT.
 */
public final class Hand {
    private final Robot robot;
    private final Arrivals arrivals = Arrivals.listening();
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

    public void press(int key) {
        awaitFocus();
        Arrivals.Awaited pressed = arrivals.next(KeyEvent.KEY_PRESSED);
        Arrivals.Awaited released = arrivals.next(KeyEvent.KEY_RELEASED);
        robot.keyPress(key);
        robot.keyRelease(key); // at once, or a slow machine's server would repeat the key
        pressed.await();
        released.awaitBriefly();
        settle(afterKey);
    }

    public void with(int modifier, int key) {
        hold(modifier);
        press(key);
        loose(modifier);
        settle(afterModifier);
    }

    /** Without a focus the server would have nobody to give a key to. */
    private void awaitFocus() {
        boolean unused = until(() -> !Focus.kind().equals("nobody"), 3000);
    }

    /** Waits for so many milliseconds at most; whether it came to be seen. */
    public boolean until(BooleanSupplier seen, int most) {
        long end = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(most);
        while (!seen.getAsBoolean()) {
            if (System.nanoTime() > end) {
                return false;
            }
            settle(10);
        }
        return true;
    }

    /** Keeps a key down. */
    public void hold(int key) {
        awaitFocus();
        Arrivals.Awaited come = arrivals.next(KeyEvent.KEY_PRESSED);
        robot.keyPress(key);
        come.await();
    }

    /** Lets go of a key that is down. */
    public void loose(int key) {
        Arrivals.Awaited come = arrivals.next(KeyEvent.KEY_RELEASED);
        robot.keyRelease(key);
        come.awaitBriefly();
    }

    /** Points there, without a click. */
    public void point(int x, int y) {
        robot.mouseMove(x, y);
        settle(60);
    }

    /** A click where it points. */
    public void click() {
        robot.mousePress(InputEvent.BUTTON1_DOWN_MASK);
        Arrivals.Awaited come = arrivals.next(MouseEvent.MOUSE_RELEASED);
        robot.mouseRelease(InputEvent.BUTTON1_DOWN_MASK);
        come.await();
        settle(80);
    }

    /** Turns the wheel where it points; negative is away from the hand. */
    public void wheel(int notches) {
        Arrivals.Awaited come = arrivals.next(MouseEvent.MOUSE_WHEEL);
        robot.mouseWheel(notches);
        come.await();
        settle(60);
    }

    /** Takes hold at {@code from}, and lets go at {@code to}, with a stop half way. */
    public void drag(Point from, Point to) {
        robot.mouseMove(from.x, from.y);
        Arrivals.Awaited taken = arrivals.next(MouseEvent.MOUSE_PRESSED);
        robot.mousePress(InputEvent.BUTTON1_DOWN_MASK);
        taken.await();
        dragTo((from.x + to.x) / 2, (from.y + to.y) / 2);
        dragTo(to.x, to.y);
        Arrivals.Awaited left = arrivals.next(MouseEvent.MOUSE_RELEASED);
        robot.mouseRelease(InputEvent.BUTTON1_DOWN_MASK);
        left.await();
        settle(60);
    }

    private void dragTo(int x, int y) {
        Arrivals.Awaited come = arrivals.next(MouseEvent.MOUSE_DRAGGED);
        robot.mouseMove(x, y);
        come.await();
        settle(40);
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

    /** What is seen in {@code area}. */
    public BufferedImage see(Rectangle area) {
        return robot.createScreenCapture(area);
    }

    /** Keeps what is on the first screen after {@code millis}. */
    public void shoot(String name, int millis) throws IOException {
        shoot(name, millis, new Rectangle(Toolkit.getDefaultToolkit().getScreenSize()));
    }

    /** Keeps what is in {@code area} after {@code millis}. */
    public void shoot(String name, int millis, Rectangle area) throws IOException {
        settle(millis);
        ImageIO.write(see(area), "png", new File(folder, name + ".png"));
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
