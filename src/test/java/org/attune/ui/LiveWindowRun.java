package org.attune.ui;

import java.awt.Frame;
import java.awt.Rectangle;
import java.awt.Robot;
import java.awt.Toolkit;
import java.awt.event.KeyEvent;
import java.io.File;
import java.io.PrintStream;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import javax.imageio.ImageIO;
import org.attune.live.LiveSnapshot;
import org.attune.live.SessionCommands;
import org.attune.session.MarkKind;
import org.attune.session.Phase;
import org.attune.ui.place.WindowPlaces;

/**
 * A process of its own that opens the window on whatever display it is given, presses keys as a
 * hand would, and tells on standard output which commands came out. The argument is the folder for
 * screenshots.
 */
final class LiveWindowRun {
    private final PrintStream out = System.out;
    private final Robot robot;
    private final File folder;
    private final CountDownLatch closed = new CountDownLatch(1);

    private LiveWindowRun(File folder) throws Exception {
        this.robot = new Robot();
        this.folder = folder;
    }

    public static void main(String[] arguments) throws Exception {
        new LiveWindowRun(new File(arguments[0])).run();
    }

    private void run() throws Exception {
        LiveWindow window =
                Screens.onEdt(
                        () ->
                                LiveWindow.open(
                                        new Told(),
                                        DisplaySettings.DEFAULT,
                                        WindowPlaces.none(),
                                        closed::countDown));
        before(window);
        for (LiveSnapshot snapshot :
                List.of(
                        SnapshotFixtures.learning(),
                        SnapshotFixtures.usual(),
                        SnapshotFixtures.rising(),
                        SnapshotFixtures.high())) {
            show(window, snapshot);
            settle(200);
        }
        settle(1500);
        shoot("window");
        press(KeyEvent.VK_S);
        press(KeyEvent.VK_6);
        press(KeyEvent.VK_W);
        show(window, SnapshotFixtures.high());
        shoot("window-marked");
        press(KeyEvent.VK_U);
        press(KeyEvent.VK_F4);
        with(KeyEvent.VK_CONTROL, KeyEvent.VK_S);
        settle(500);
        with(KeyEvent.VK_CONTROL, KeyEvent.VK_S);
        press(KeyEvent.VK_SPACE);
        shoot("window-hidden");
        press(KeyEvent.VK_SPACE);
        with(KeyEvent.VK_SHIFT, KeyEvent.VK_SLASH);
        shoot("window-card");
        press(KeyEvent.VK_G);
        with(KeyEvent.VK_CONTROL, KeyEvent.VK_L);
        show(window, SnapshotFixtures.settling());
        shoot("window-light");
        with(KeyEvent.VK_CONTROL, KeyEvent.VK_B);
        settle(700);
        shoot("window-strip");
        press(KeyEvent.VK_I);
        shoot("window-strip-marked");
        with(KeyEvent.VK_CONTROL, KeyEvent.VK_B);
        settle(700);
        out.println("title " + titles());
        settle((long) (Standing.STALE_SECONDS * 1000) + 1500);
        shoot("window-overdue");
        with(KeyEvent.VK_CONTROL, KeyEvent.VK_W);
        shoot("window-withdrawn");
        with(KeyEvent.VK_CONTROL, KeyEvent.VK_D);
        with(KeyEvent.VK_CONTROL, KeyEvent.VK_Q);
        out.println("closed " + closed.await(5, TimeUnit.SECONDS));
        out.println("showing " + showing());
    }

    /** The page before the session: its keys ask, marks do not count yet, Enter begins. */
    private void before(LiveWindow window) throws Exception {
        Screens.onEdt(
                () -> {
                    window.prepare(new Prepared(), BeforePresenterTest.facts(false, false));
                    return window;
                });
        show(window, SnapshotFixtures.learning());
        shoot("window-before");
        press(KeyEvent.VK_S);
        press(KeyEvent.VK_L);
        press(KeyEvent.VK_B);
        press(KeyEvent.VK_ESCAPE);
        shoot("window-before-choice");
        press(KeyEvent.VK_DOWN);
        press(KeyEvent.VK_UP);
        press(KeyEvent.VK_ENTER);
        press(KeyEvent.VK_ENTER);
    }

    /** Tells what the page asks for. */
    private final class Prepared implements PrepareCommands {
        @Override
        public void begin() {
            out.println("begin");
        }

        @Override
        public void liveOnly() {
            out.println("live only");
        }

        @Override
        public void earlierRange() {
            out.println("earlier range");
        }

        @Override
        public void someoneElse(String code) {
            out.println("someone else " + code);
        }
    }

    private static String titles() {
        for (Frame frame : Frame.getFrames()) {
            if (frame.isShowing()) {
                return frame.getTitle();
            }
        }
        return "none";
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

    private void with(int modifier, int key) {
        robot.keyPress(modifier);
        press(key);
        robot.keyRelease(modifier);
        settle(150);
    }

    // Robot.waitForIdle would wait for an EDT without any event; a window that repaints itself each
    // second may keep it waiting until what is on the screen is stale.
    private void settle(long millis) {
        robot.delay((int) millis);
        Screens.onEdt(
                () -> {
                    Toolkit.getDefaultToolkit().sync();
                    return millis;
                });
    }

    private void shoot(String name) throws Exception {
        settle(600);
        Rectangle screen = new Rectangle(Toolkit.getDefaultToolkit().getScreenSize());
        ImageIO.write(robot.createScreenCapture(screen), "png", new File(folder, name + ".png"));
    }

    /** Tells what the window asks for. */
    private final class Told implements SessionCommands {
        @Override
        public void mark(MarkKind kind) {
            out.println("mark " + kind);
        }

        @Override
        public void mark(MarkKind kind, String detail) {
            out.println("mark " + kind + " " + detail);
        }

        @Override
        public void undo() {
            out.println("undo");
        }

        @Override
        public void phase(Phase phase) {
            out.println("phase " + phase);
        }

        @Override
        public void snooze(Duration duration) {
            out.println("snooze " + duration);
        }

        @Override
        public List<String> profiles() {
            return List.of();
        }

        @Override
        public void withdraw() {
            out.println("withdraw");
        }

        @Override
        public boolean delete() {
            out.println("delete");
            return true;
        }
    }
}
