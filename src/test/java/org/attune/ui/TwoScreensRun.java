package org.attune.ui;

import java.awt.Frame;
import java.awt.Robot;
import java.awt.Toolkit;
import java.awt.event.KeyEvent;
import java.io.File;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import javax.imageio.ImageIO;
import org.attune.live.LiveSnapshot;
import org.attune.ui.place.Displays;
import org.attune.ui.place.WindowPlaces;

/**
 * A process of its own with two screens: the strip on the second, then the client's view there. The
 * arguments are the folder for screenshots and the file of places.
 */
final class TwoScreensRun {
    private final PrintStream out = System.out;
    private final Robot robot = new Robot();
    private final File folder;
    private final NoCommands commands = new NoCommands();
    private final CountDownLatch closed = new CountDownLatch(1);

    private TwoScreensRun(File folder) throws java.awt.AWTException {
        this.folder = folder;
    }

    public static void main(String[] arguments) throws Exception {
        new TwoScreensRun(new File(arguments[0])).run(Path.of(arguments[1]));
    }

    private void run(Path places) throws Exception {
        DisplaySettings settings =
                DisplaySettings.DEFAULT
                        .withStripEdge(DisplaySettings.Edge.RIGHT)
                        .withStripScreen(2)
                        .withClientWords("Feet on the floor");
        LiveWindow window =
                Screens.onEdt(
                        () ->
                                LiveWindow.open(
                                        commands,
                                        settings,
                                        WindowPlaces.in(places),
                                        closed::countDown));
        out.println("screens " + Screens.onEdt(Displays::usable).size());
        show(window, SnapshotFixtures.high());
        settle(800);
        control(KeyEvent.VK_B);
        shoot("two-strip");
        press(KeyEvent.VK_S);
        out.println("with strip " + commands.marked + " windows " + showing());
        control(KeyEvent.VK_B);
        control(KeyEvent.VK_K);
        control(KeyEvent.VK_P);
        show(window, SnapshotFixtures.high());
        shoot("two-client");
        press(KeyEvent.VK_G);
        out.println("with client " + commands.marked + " windows " + showing());
        control(KeyEvent.VK_K);
        out.println("client closed, windows " + showing());
        control(KeyEvent.VK_P);
        control(KeyEvent.VK_Y);
        shoot("two-why");
        control(KeyEvent.VK_G);
        press(KeyEvent.VK_N);
        shoot("two-guard");
        control(KeyEvent.VK_U);
        shoot("two-budget");
        control(KeyEvent.VK_Q);
        out.println("closed " + closed.await(5, TimeUnit.SECONDS));
    }

    private static int showing() {
        int showing = 0;
        for (Frame frame : Frame.getFrames()) {
            showing += frame.isShowing() ? 1 : 0;
        }
        return showing;
    }

    private static void show(LiveWindow window, LiveSnapshot snapshot) {
        Screens.onEdt(
                () -> {
                    window.show(snapshot);
                    return snapshot;
                });
    }

    private void press(int key) {
        robot.keyPress(key);
        robot.keyRelease(key);
        settle(150);
    }

    private void control(int key) {
        robot.keyPress(KeyEvent.VK_CONTROL);
        press(key);
        robot.keyRelease(KeyEvent.VK_CONTROL);
        settle(300);
    }

    private void settle(long millis) {
        robot.delay((int) millis);
        Screens.onEdt(
                () -> {
                    Toolkit.getDefaultToolkit().sync();
                    return millis;
                });
    }

    private void shoot(String name) throws Exception {
        settle(500);
        var all = new java.awt.Rectangle(0, 0, 1440 + 800, 900);
        ImageIO.write(robot.createScreenCapture(all), "png", new File(folder, name + ".png"));
    }
}
