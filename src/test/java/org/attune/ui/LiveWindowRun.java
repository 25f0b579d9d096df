package org.attune.ui;

import java.awt.Frame;
import java.awt.event.KeyEvent;
import java.io.File;
import java.io.PrintStream;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.attune.live.LiveSnapshot;
import org.attune.testkit.ToldCommands;
import org.attune.ui.place.WindowPlaces;

/**
 * A process of its own that opens the window on whatever display it is given, presses keys as a
 * hand would, and tells on standard output which commands came out. The argument is the folder for
 * screenshots.
 */
final class LiveWindowRun {
    private final PrintStream out = System.out;
    private final Hand hand;
    private final CountDownLatch closed = new CountDownLatch(1);

    private LiveWindowRun(File folder) throws Exception {
        this.hand = new Hand(folder, 150, 150);
    }

    public static void main(String[] arguments) throws Exception {
        new LiveWindowRun(new File(arguments[0])).run();
    }

    private void run() throws Exception {
        LiveWindow window =
                Screens.onEdt(
                        () ->
                                LiveWindow.open(
                                        new ToldCommands(out::println, List.of(), this::deleted),
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
            Hand.show(window, snapshot);
            hand.settle(200);
        }
        hand.settle(1500);
        out.println("rests on " + Focus.kind());
        hand.press(KeyEvent.VK_TAB);
        out.println("Tab leads to " + Focus.kind());
        hand.with(KeyEvent.VK_SHIFT, KeyEvent.VK_TAB);
        hand.shoot("window", 600);
        hand.press(KeyEvent.VK_S);
        hand.press(KeyEvent.VK_6);
        hand.press(KeyEvent.VK_W);
        Hand.show(window, SnapshotFixtures.high());
        hand.shoot("window-marked", 600);
        hand.press(KeyEvent.VK_U);
        hand.press(KeyEvent.VK_F4);
        hand.with(KeyEvent.VK_CONTROL, KeyEvent.VK_S);
        hand.settle(500);
        hand.with(KeyEvent.VK_CONTROL, KeyEvent.VK_S);
        hand.press(KeyEvent.VK_SPACE);
        hand.shoot("window-hidden", 600);
        out.println("hidden, rests on " + Focus.kind());
        hand.press(KeyEvent.VK_SPACE);
        out.println("back, rests on " + Focus.kind());
        hand.with(KeyEvent.VK_SHIFT, KeyEvent.VK_SLASH);
        hand.shoot("window-card", 600);
        hand.press(KeyEvent.VK_G);
        hand.with(KeyEvent.VK_CONTROL, KeyEvent.VK_L);
        Hand.show(window, SnapshotFixtures.settling());
        hand.shoot("window-light", 600);
        hand.with(KeyEvent.VK_CONTROL, KeyEvent.VK_B);
        hand.settle(700);
        hand.shoot("window-strip", 600);
        hand.press(KeyEvent.VK_I);
        hand.shoot("window-strip-marked", 600);
        hand.with(KeyEvent.VK_CONTROL, KeyEvent.VK_B);
        hand.settle(700);
        out.println("title " + titles());
        hand.settle((long) (Standing.STALE_SECONDS * 1000) + 1500);
        hand.shoot("window-overdue", 600);
        hand.with(KeyEvent.VK_CONTROL, KeyEvent.VK_W);
        hand.shoot("window-withdrawn", 600);
        hand.with(KeyEvent.VK_CONTROL, KeyEvent.VK_D);
        hand.with(KeyEvent.VK_CONTROL, KeyEvent.VK_Q);
        out.println("closed " + closed.await(5, TimeUnit.SECONDS));
        out.println("showing " + Hand.showing());
    }

    /** The page before the session: its keys ask, marks do not count yet, Enter begins. */
    private void before(LiveWindow window) throws Exception {
        Screens.onEdt(
                () -> {
                    window.prepare(new Prepared(), BeforePresenterTest.facts(false, false));
                    return window;
                });
        Hand.show(window, SnapshotFixtures.learning());
        hand.shoot("window-before", 600);
        hand.press(KeyEvent.VK_S);
        hand.press(KeyEvent.VK_L);
        hand.press(KeyEvent.VK_B);
        hand.press(KeyEvent.VK_ESCAPE);
        hand.shoot("window-before-choice", 600);
        hand.press(KeyEvent.VK_DOWN);
        hand.press(KeyEvent.VK_UP);
        hand.press(KeyEvent.VK_ENTER);
        hand.press(KeyEvent.VK_ENTER);
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

    private boolean deleted() {
        out.println("delete");
        return true;
    }

    private static String titles() {
        for (Frame frame : Frame.getFrames()) {
            if (frame.isShowing()) {
                return frame.getTitle();
            }
        }
        return "none";
    }
}
