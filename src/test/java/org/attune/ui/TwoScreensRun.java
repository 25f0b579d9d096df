package org.attune.ui;

import java.awt.Rectangle;
import java.awt.event.KeyEvent;
import java.io.File;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.attune.ui.place.Displays;
import org.attune.ui.place.WindowPlaces;

/**
 * A process of its own with two screens: the strip on the second, then the client's view there. The
 * arguments are the folder for screenshots and the file of places.
 */
final class TwoScreensRun {
    private static final Rectangle BOTH = new Rectangle(0, 0, 1440 + 800, 900);
    private final PrintStream out = System.out;
    private final Hand hand;
    private final NoCommands commands = new NoCommands();
    private final CountDownLatch closed = new CountDownLatch(1);

    private TwoScreensRun(File folder) throws java.awt.AWTException {
        this.hand = new Hand(folder, 150, 300);
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
        Hand.show(window, SnapshotFixtures.high());
        hand.settle(800);
        hand.with(KeyEvent.VK_CONTROL, KeyEvent.VK_B);
        hand.shoot("two-strip", 500, BOTH);
        hand.press(KeyEvent.VK_S);
        out.println("with strip " + commands.marked + " windows " + Hand.showing());
        hand.with(KeyEvent.VK_CONTROL, KeyEvent.VK_B);
        hand.with(KeyEvent.VK_CONTROL, KeyEvent.VK_K);
        hand.with(KeyEvent.VK_CONTROL, KeyEvent.VK_P);
        Hand.show(window, SnapshotFixtures.high());
        hand.shoot("two-client", 500, BOTH);
        hand.press(KeyEvent.VK_G);
        out.println("with client " + commands.marked + " windows " + Hand.showing());
        hand.with(KeyEvent.VK_CONTROL, KeyEvent.VK_K);
        out.println("client closed, windows " + Hand.showing());
        hand.with(KeyEvent.VK_CONTROL, KeyEvent.VK_P);
        hand.with(KeyEvent.VK_CONTROL, KeyEvent.VK_Y);
        hand.shoot("two-why", 500, BOTH);
        hand.with(KeyEvent.VK_CONTROL, KeyEvent.VK_G);
        hand.press(KeyEvent.VK_N);
        hand.shoot("two-guard", 500, BOTH);
        hand.with(KeyEvent.VK_CONTROL, KeyEvent.VK_U);
        hand.shoot("two-budget", 500, BOTH);
        hand.with(KeyEvent.VK_CONTROL, KeyEvent.VK_Q);
        out.println("closed " + closed.await(5, TimeUnit.SECONDS));
    }
}
