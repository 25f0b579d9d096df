package org.attune.app;

import java.awt.Component;
import java.awt.Container;
import java.awt.Frame;
import java.awt.Point;
import java.awt.event.KeyEvent;
import java.io.File;
import java.io.OutputStreamWriter;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import javax.accessibility.AccessibleContext;
import javax.swing.JTextArea;
import org.assertj.swing.core.BasicRobot;
import org.assertj.swing.core.MouseButton;
import org.assertj.swing.core.Robot;
import org.assertj.swing.exception.WaitTimedOutError;
import org.assertj.swing.finder.JFileChooserFinder;
import org.assertj.swing.fixture.JFileChooserFixture;
import org.assertj.swing.fixture.JTextComponentFixture;
import org.assertj.swing.timing.Condition;
import org.assertj.swing.timing.Pause;
import org.assertj.swing.timing.Timeout;
import org.attune.ui.Focus;
import org.attune.ui.Screens;

/**
 * A command that opens the review window, on whatever display it is given, and AssertJ Swing's
 * robot at keys and mouse: the therapist's own review, or a supervisor's. Tells what a screen
 * reader would be told. The arguments are the journey, a folder, and the command.
 */
final class ReviewJourneyRun {
    private static final Timeout PATIENCE = Timeout.timeout(15, TimeUnit.SECONDS);

    private final PrintStream out = System.out;
    private final Robot robot = BasicRobot.robotWithCurrentAwtHierarchy();
    private final File folder;

    private ReviewJourneyRun(File folder) {
        this.folder = folder;
        robot.settings().delayBetweenEvents(15);
        robot.settings().eventPostingDelay(15);
    }

    public static void main(String[] arguments) throws Exception {
        try {
            List<String> command = List.of(arguments).subList(2, arguments.length);
            new ReviewJourneyRun(new File(arguments[1])).run(arguments[0], command);
        } finally {
            System.exit(0); // a window that did not close would keep it waiting for ever
        }
    }

    private void run(String journey, List<String> command) throws Exception {
        PrintWriter printed =
                new PrintWriter(new OutputStreamWriter(out, StandardCharsets.UTF_8), true);
        CompletableFuture<Integer> code =
                CompletableFuture.supplyAsync(
                        () -> Main.run(printed, printed, command.toArray(String[]::new)));
        await("opened", "LanesPane", Focus::kind);
        if (journey.equals("therapist")) {
            therapist();
        } else {
            comment("hm");
            press(KeyEvent.VK_S);
            press(KeyEvent.VK_N);
            out.println("nothing is asked: " + Focus.kind());
        }
        with(KeyEvent.VK_CONTROL, KeyEvent.VK_Q);
        out.println("ended with " + code.get(20, TimeUnit.SECONDS));
    }

    private void therapist() throws Exception {
        press(KeyEvent.VK_V);
        await("numbers", "In numbers ", this::all);
        out.println("in numbers: " + all());
        press(KeyEvent.VK_ESCAPE);
        press(KeyEvent.VK_M);
        press(KeyEvent.VK_ENTER);
        await("two minutes", "from 2:20 to 4:20", this::all);
        press(KeyEvent.VK_G);
        choose("seen.svg");
        await("picture", "printed: ", this::all);
        press(KeyEvent.VK_2);
        press(KeyEvent.VK_G);
        choose("other.png");
        await("refused", "no consent to 'report'", this::all);
        press(KeyEvent.VK_1);
        press(KeyEvent.VK_Y);
        await("why", "3:20 ", this::all);
        press(KeyEvent.VK_Y);
        with(KeyEvent.VK_CONTROL, KeyEvent.VK_RIGHT);
        with(KeyEvent.VK_CONTROL, KeyEvent.VK_RIGHT);
        press(KeyEvent.VK_ENTER);
        await("moved", "stands there now", this::all);
        press(KeyEvent.VK_W);
        await("what if", "Every conclusion is the same.", this::all);
        press(KeyEvent.VK_ESCAPE);
        press(KeyEvent.VK_D);
        await("two people", "Two people, experimental", this::all);
        press(KeyEvent.VK_ESCAPE);
        comment("ok");
        span();
        comment("fuss");
        press(KeyEvent.VK_E);
        await("which", "JList", Focus::kind);
        press(KeyEvent.VK_DOWN);
        press(KeyEvent.VK_ENTER);
        await("marked", "Kept: the mark", this::all);
        await("back", "LanesPane", Focus::kind);
    }

    private void press(int key) {
        robot.pressAndReleaseKeys(key);
    }

    private void with(int modifier, int key) {
        robot.pressKey(modifier);
        robot.pressAndReleaseKeys(key);
        robot.releaseKey(modifier);
        robot.waitForIdle();
    }

    /** Names a file in the dialog that asks for one. */
    private void choose(String name) {
        JFileChooserFixture chooser =
                JFileChooserFinder.findFileChooser()
                        .withTimeout(PATIENCE.duration())
                        .using(robot)
                        .setCurrentDirectory(folder);
        chooser.fileNameTextBox().setText(name);
        press(KeyEvent.VK_ENTER);
        await("back", "LanesPane", Focus::kind);
    }

    private void comment(String text) {
        press(KeyEvent.VK_C);
        await("asked", "JTextArea", Focus::kind);
        JTextArea asks = robot.finder().findByType(JTextArea.class, true);
        new JTextComponentFixture(robot, asks).enterText(text);
        with(KeyEvent.VK_CONTROL, KeyEvent.VK_ENTER);
        await("commented", "Kept: a comment", this::all);
        await("back", "LanesPane", Focus::kind);
    }

    /** A drag with Control over the chart. */
    private void span() {
        Component chart = Objects.requireNonNull(Focus.owner());
        robot.pressKey(KeyEvent.VK_CONTROL);
        robot.moveMouse(chart, new Point(400, 150));
        robot.pressMouse(MouseButton.LEFT_BUTTON);
        robot.moveMouse(chart, new Point(450, 150));
        robot.moveMouse(chart, new Point(500, 150));
        robot.releaseMouse(MouseButton.LEFT_BUTTON);
        robot.releaseKey(KeyEvent.VK_CONTROL);
        robot.waitForIdle();
    }

    private void await(String what, String words, Supplier<String> where) {
        Condition seen =
                new Condition(what) {
                    @Override
                    public boolean test() {
                        return where.get().contains(words);
                    }
                };
        try {
            Pause.pause(seen, PATIENCE);
            out.println(what + ": " + words);
        } catch (WaitTimedOutError e) {
            out.println(what + ": never " + words + " but " + where.get());
        }
    }

    /** All that is told of what is on the screen. */
    private String all() {
        return Screens.onEdt(
                () -> {
                    List<String> told = new ArrayList<>();
                    for (Frame frame : Frame.getFrames()) {
                        collect(frame, told);
                    }
                    return String.join(" | ", told);
                });
    }

    private static void collect(Container in, List<String> told) {
        for (Component each : in.getComponents()) {
            AccessibleContext context = each.getAccessibleContext();
            if (each.isShowing() && context != null) {
                told.add(context.getAccessibleName() + " " + context.getAccessibleDescription());
            }
            if (each instanceof Container inner) {
                collect(inner, told);
            }
        }
    }
}
