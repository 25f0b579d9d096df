package org.attune.ui.review;

import java.awt.Point;
import java.awt.Rectangle;
import java.awt.event.KeyEvent;
import java.io.File;
import java.io.IOException;
import java.io.PrintStream;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.attune.session.LaneId;
import org.attune.ui.DisplaySettings;
import org.attune.ui.Focus;
import org.attune.ui.Hand;
import org.attune.ui.Screens;

/**
 * A process of its own that opens the review of a simulated session on whatever display it is
 * given, and goes through it as a hand would. Tells what a screen reader would be told. The
 * arguments are the folder for screenshots and the theme.
 */
final class ReviewWindowRun {
    private final PrintStream out = System.out;
    private final Hand hand;
    private final String theme;
    private final CountDownLatch closed = new CountDownLatch(1);
    private final CountDownLatch played = new CountDownLatch(1);

    private ReviewWindowRun(File folder, String theme) throws Exception {
        this.hand = new Hand(folder, 80, 60);
        this.theme = theme;
    }

    public static void main(String[] arguments) throws Exception {
        try {
            new ReviewWindowRun(new File(arguments[0]), arguments[1]).run();
        } finally {
            System.exit(0); // a window that did not close would keep it waiting for ever
        }
    }

    private void run() throws Exception {
        DisplaySettings settings =
                DisplaySettings.DEFAULT
                        .withTheme(DisplaySettings.Theme.valueOf(theme))
                        .withLanguage(DisplaySettings.Language.EN);
        SaidInMemory saying = new SaidInMemory(line -> out.println("kept " + line));
        ReviewSession session = saying.read();
        Screens.onEdt(
                () ->
                        ReviewWindow.open(
                                session,
                                Optional.of(actions(session, saying)),
                                settings,
                                closed::countDown));
        hand.settle(400);
        shoot("review");
        tell("opened", ToldReview.chart());
        hand.press(KeyEvent.VK_DOWN);
        tell("chosen", ToldReview.list());
        hand.press(KeyEvent.VK_ENTER);
        tell("two minutes", ToldReview.chart());
        shoot("review-near");
        hand.press(KeyEvent.VK_MINUS);
        tell("wider", ToldReview.chart());
        hand.press(KeyEvent.VK_RIGHT);
        tell("later", ToldReview.chart());
        hand.press(KeyEvent.VK_HOME);
        tell("whole", ToldReview.chart());
        mouse();
        hand.press(KeyEvent.VK_A);
        shoot("review-beats");
        hand.press(KeyEvent.VK_A);
        tell("own hidden", ToldReview.own());
        hand.press(KeyEvent.VK_T);
        tell("own shown", ToldReview.own());
        shoot("review-own");
        hand.press(KeyEvent.VK_T);
        tell("own hidden again", ToldReview.own());
        hand.press(KeyEvent.VK_P);
        out.println("played " + played.await(5, TimeUnit.SECONDS));
        whatIf();
        numbers();
        say();
        hand.with(KeyEvent.VK_SHIFT, KeyEvent.VK_SLASH);
        shoot("review-keys");
        hand.press(KeyEvent.VK_ESCAPE);
        hand.with(KeyEvent.VK_CONTROL, KeyEvent.VK_Q);
        out.println("closed " + closed.await(5, TimeUnit.SECONDS));
    }

    private ReviewActions actions(ReviewSession session, ReviewSaying saying) {
        WhatIfQuestions questions =
                new WhatIfFixture(
                        session, ReviewFixtures.twoHearts(), LaneId.CLIENT, LaneId.THERAPIST);
        return new ReviewActions() {
            @Override
            public void playBack() {
                played.countDown();
            }

            @Override
            public Optional<ReviewSaying> saying() {
                return Optional.of(saying);
            }

            @Override
            public Optional<WhatIfQuestions> whatIf() {
                return Optional.of(questions);
            }
        };
    }

    /** A span by drag, a comment on it, a mark, one moved, two people asked for. */
    private void say() throws Exception {
        Rectangle lanes = Screens.onEdt(() -> ToldReview.panel().lanes().getBounds());
        Point corner = Screens.onEdt(() -> ToldReview.panel().getLocationOnScreen());
        int middle = corner.y + lanes.y + 200;
        hand.press(KeyEvent.VK_HOME);
        hand.hold(KeyEvent.VK_CONTROL);
        hand.drag(new Point(corner.x + 400, middle), new Point(corner.x + 500, middle));
        hand.loose(KeyEvent.VK_CONTROL);
        hand.press(KeyEvent.VK_C);
        tell("asked", focused("JTextArea"));
        hand.press(KeyEvent.VK_H);
        hand.press(KeyEvent.VK_I);
        hand.with(KeyEvent.VK_CONTROL, KeyEvent.VK_ENTER);
        tell("commented", foot("Kept: a comment"));
        shoot("review-span");
        tell("back", focused("LanesPane"));
        hand.press(KeyEvent.VK_M);
        hand.press(KeyEvent.VK_E);
        tell("which", focused("JList"));
        hand.press(KeyEvent.VK_ENTER);
        tell("marked", foot("Kept: the mark"));
        hand.press(KeyEvent.VK_M);
        hand.with(KeyEvent.VK_CONTROL, KeyEvent.VK_RIGHT);
        hand.press(KeyEvent.VK_ENTER);
        tell("moved", foot("stands there now"));
        hand.press(KeyEvent.VK_K);
        tell("read", foot("you: hi"));
        hand.press(KeyEvent.VK_F);
        tell("shared", foot("who supervises"));
        hand.press(KeyEvent.VK_ESCAPE);
    }

    /** Waits until something of that kind has the keys. */
    private String focused(String kind) {
        boolean unused = hand.until(() -> Focus.kind().equals(kind), 5000);
        return Focus.kind();
    }

    private String foot(String words) {
        boolean unused = hand.until(() -> ToldReview.foot().contains(words), 5000);
        return ToldReview.foot();
    }

    /** The budget of cues turned to nothing, and back. */
    private void whatIf() throws Exception {
        hand.press(KeyEvent.VK_W);
        tell("what if", answered("Every conclusion is the same."));
        for (int i = 0; i < 7; i++) {
            hand.press(KeyEvent.VK_DOWN);
        }
        for (int i = 0; i < 3; i++) {
            hand.press(KeyEvent.VK_LEFT);
        }
        tell("no cues", answered("cued never"));
        shoot("review-what-if");
        hand.press(KeyEvent.VK_BACK_SPACE);
        tell("turned back", answered("Every conclusion is the same."));
        hand.press(KeyEvent.VK_ESCAPE);
    }

    /** All figures: one found by arrow keys and opened, one by a click. */
    private void numbers() throws Exception {
        hand.press(KeyEvent.VK_V);
        tell("numbers", ToldReview.told(NumbersPane.class));
        for (int i = 0; i < 40 && !ToldReview.told(NumbersPane.class).contains("| 10:30"); i++) {
            hand.press(KeyEvent.VK_DOWN);
        }
        tell("number by key", ToldReview.told(NumbersPane.class));
        hand.press(KeyEvent.VK_ENTER);
        tell("opened by key", ToldReview.chart());
        hand.press(KeyEvent.VK_HOME);
        Point slow = Screens.onEdt(() -> ToldReview.placeOf("slow"));
        hand.point(slow.x, slow.y);
        hand.click();
        tell("number by click", ToldReview.told(NumbersPane.class));
        shoot("review-numbers");
        hand.press(KeyEvent.VK_ENTER);
        tell("opened by click", ToldReview.chart());
        hand.press(KeyEvent.VK_ESCAPE);
        tell("numbers closed", ToldReview.told(NumbersPane.class));
        hand.press(KeyEvent.VK_HOME);
    }

    private String answered(String words) {
        boolean unused =
                hand.until(() -> ToldReview.told(WhatIfPane.class).contains(words), 10_000);
        return ToldReview.told(WhatIfPane.class);
    }

    /** Wheel, drag, drag with Shift, a click on the ribbon. */
    private void mouse() throws Exception {
        Rectangle lanes = Screens.onEdt(() -> ToldReview.panel().lanes().getBounds());
        Point corner = Screens.onEdt(() -> ToldReview.panel().getLocationOnScreen());
        int x = corner.x + lanes.x + 150 + 874 * 700 / 1440;
        int middle = corner.y + lanes.y + 200;
        Point there = new Point(x, middle);
        Point earlier = new Point(x - 100, middle);
        hand.point(x, middle);
        hand.wheel(-1);
        tell("wheel", ToldReview.chart());
        hand.drag(there, earlier);
        tell("dragged", ToldReview.chart());
        hand.press(KeyEvent.VK_HOME);
        hand.hold(KeyEvent.VK_SHIFT);
        hand.drag(earlier, new Point(x + 100, middle));
        hand.loose(KeyEvent.VK_SHIFT);
        tell("stretch", ToldReview.chart());
        hand.press(KeyEvent.VK_HOME);
        hand.point(x, corner.y + lanes.y + 24 + 11);
        hand.click();
        tell("why", ToldReview.foot());
        shoot("review-why");
        hand.press(KeyEvent.VK_Y);
        tell("why closed", ToldReview.foot());
    }

    private void tell(String what, String told) {
        out.println(what + ": " + told);
    }

    private void shoot(String name) throws IOException {
        hand.shoot("window-" + name + "-" + theme, 150);
    }
}
