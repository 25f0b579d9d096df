package org.attune.ui.trend;

import java.awt.Container;
import java.awt.Frame;
import java.awt.event.KeyEvent;
import java.io.File;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.function.Predicate;
import javax.accessibility.AccessibleContext;
import javax.swing.JFrame;
import org.attune.review.trend.TrendSession;
import org.attune.ui.DisplaySettings;
import org.attune.ui.Hand;
import org.attune.ui.Screens;

/**
 * A process of its own that opens the trends of invented sessions on whatever display it is given,
 * and goes through them by keys. Tells what a screen reader would be told. The argument is the
 * folder for screenshots.
 */
final class TrendWindowRun {
    private static final CountDownLatch CLOSED = new CountDownLatch(1);
    private static final CountDownLatch GO = new CountDownLatch(1);

    private TrendWindowRun() {}

    public static void main(String[] arguments) throws Exception {
        Hand hand = new Hand(new File(arguments[0]), 80, 60);
        DisplaySettings settings =
                DisplaySettings.DEFAULT
                        .withTheme(DisplaySettings.Theme.LIGHT)
                        .withLanguage(DisplaySettings.Language.EN);
        Screens.onEdt(() -> TrendWindow.open(late(), settings, CLOSED::countDown));
        await(hand, "the first seven", told -> told.contains("7 of 12 sessions are done"));
        tell("opened", told(0));
        GO.countDown();
        await(hand, "the others", told -> !told.contains("sessions are done"));
        await(hand, "a comparison", told -> told.contains("is higher than"));
        tell("worked out", told(1));
        hand.press(KeyEvent.VK_RIGHT);
        hand.press(KeyEvent.VK_RIGHT);
        tell("working", told(1));
        hand.press(KeyEvent.VK_PAGE_UP);
        tell("newest", told(2));
        hand.press(KeyEvent.VK_HOME);
        tell("oldest", told(2));
        hand.shoot("window-trend", 200);
        hand.press(KeyEvent.VK_ENTER);
        hand.shoot("window-trend-large", 200);
        hand.press(KeyEvent.VK_ESCAPE);
        hand.with(KeyEvent.VK_CONTROL, KeyEvent.VK_L);
        hand.with(KeyEvent.VK_CONTROL, KeyEvent.VK_Q);
        tell("closed", String.valueOf(CLOSED.await(10, TimeUnit.SECONDS)));
    }

    /** Five of twelve sessions come late. */
    private static TrendQuestions late() {
        List<TrendSession> all = TrendFixtures.year(12);
        return new TrendQuestions() {
            @Override
            public Start begin() {
                return TrendFixtures.start(all, 7);
            }

            @Override
            public void workOut(Consumer<TrendSession> found) {
                try {
                    boolean went = GO.await(1, TimeUnit.MINUTES);
                    all.subList(0, went ? 5 : 0).forEach(found);
                } catch (InterruptedException e) {
                    Thread.currentThread().interrupt();
                }
            }
        };
    }

    private static void await(Hand hand, String what, Predicate<String> seen) {
        if (!hand.until(() -> seen.test(told(0) + told(1) + told(2)), 30_000)) {
            tell("waited in vain for", what);
        }
    }

    /** Head, charts or sessions, as they are named and described. */
    private static String told(int part) {
        return Screens.onEdt(
                () -> {
                    for (Frame frame : Frame.getFrames()) {
                        if (frame instanceof JFrame window && window.isShowing()) {
                            Container content = window.getContentPane();
                            AccessibleContext context =
                                    ((TrendPanel) content).parts().get(part).getAccessibleContext();
                            return context.getAccessibleName()
                                    + " | "
                                    + context.getAccessibleDescription();
                        }
                    }
                    return "";
                });
    }

    private static void tell(String when, String what) {
        System.out.println(when + ": " + what);
    }
}
