package org.attune.app;

import java.awt.Component;
import java.awt.Container;
import java.awt.Frame;
import java.awt.KeyboardFocusManager;
import java.awt.Point;
import java.awt.Window;
import java.awt.event.InputEvent;
import java.awt.event.KeyEvent;
import java.io.File;
import java.io.OutputStreamWriter;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import javax.accessibility.AccessibleContext;
import javax.swing.JDialog;
import javax.swing.JFileChooser;
import org.attune.ui.Hand;
import org.attune.ui.Screens;

/**
 * A command that opens the review window, on whatever display it is given, and a hand at the keys:
 * the therapist's own review, or a supervisor's. Tells what a screen reader would be told. The
 * arguments are the journey, a folder, and the command.
 */
final class ReviewJourneyRun {
    private final PrintStream out = System.out;
    private final Hand hand;
    private final File folder;

    private ReviewJourneyRun(File folder) throws Exception {
        this.folder = folder;
        this.hand = new Hand(folder, 30, 30);
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
        await("opened", "LanesPane", this::focused);
        if (journey.equals("therapist")) {
            therapist();
        } else {
            comment("hm");
            hand.press(KeyEvent.VK_S);
            hand.press(KeyEvent.VK_N);
            out.println("nothing is asked: " + focused());
        }
        hand.with(KeyEvent.VK_CONTROL, KeyEvent.VK_Q);
        out.println("ended with " + code.get(20, TimeUnit.SECONDS));
    }

    private void therapist() throws Exception {
        hand.press(KeyEvent.VK_V);
        await("numbers", "In numbers ", this::all);
        out.println("in numbers: " + all());
        hand.press(KeyEvent.VK_ESCAPE);
        hand.press(KeyEvent.VK_M);
        hand.press(KeyEvent.VK_ENTER);
        await("two minutes", "from 2:20 to 4:20", this::all);
        hand.press(KeyEvent.VK_G);
        choose("seen.svg");
        await("picture", "printed: ", this::all);
        hand.press(KeyEvent.VK_2);
        hand.press(KeyEvent.VK_G);
        choose("other.png");
        await("refused", "no consent to 'report'", this::all);
        hand.press(KeyEvent.VK_1);
        hand.press(KeyEvent.VK_Y);
        await("why", "3:20 ", this::all);
        hand.press(KeyEvent.VK_Y);
        hand.with(KeyEvent.VK_CONTROL, KeyEvent.VK_RIGHT);
        hand.with(KeyEvent.VK_CONTROL, KeyEvent.VK_RIGHT);
        hand.press(KeyEvent.VK_ENTER);
        await("moved", "stands there now", this::all);
        hand.press(KeyEvent.VK_W);
        await("what if", "Every conclusion is the same.", this::all);
        hand.press(KeyEvent.VK_ESCAPE);
        hand.press(KeyEvent.VK_D);
        await("two people", "Two people, experimental", this::all);
        hand.press(KeyEvent.VK_ESCAPE);
        comment("ok");
        span();
        comment("fuss");
        hand.press(KeyEvent.VK_E);
        await("which", "JList", this::focused);
        hand.press(KeyEvent.VK_DOWN);
        hand.press(KeyEvent.VK_ENTER);
        await("marked", "Kept: the mark", this::all);
        await("back", "LanesPane", this::focused);
    }

    /** Names a file in the dialog that asks for one. */
    private void choose(String name) {
        await(
                "asked for a file",
                "yes",
                () -> Screens.onEdt(() -> chooser().isPresent() ? "yes" : "no"));
        Screens.onEdt(
                () -> {
                    chooser().orElseThrow().setSelectedFile(new File(folder, name));
                    return name;
                });
        hand.press(KeyEvent.VK_ENTER);
        await("back", "LanesPane", this::focused);
    }

    /** On the EDT. */
    private static Optional<JFileChooser> chooser() {
        return Arrays.stream(Window.getWindows())
                .filter(each -> each.isShowing() && each instanceof JDialog)
                .map(each -> ((JDialog) each).getContentPane().getComponent(0))
                .filter(JFileChooser.class::isInstance)
                .map(JFileChooser.class::cast)
                .findFirst();
    }

    private void comment(String text) {
        hand.press(KeyEvent.VK_C);
        await("asked", "JTextArea", this::focused);
        for (char each : text.toUpperCase(java.util.Locale.ROOT).toCharArray()) {
            hand.press(each);
        }
        hand.with(KeyEvent.VK_CONTROL, KeyEvent.VK_ENTER);
        await("commented", "Kept: a comment", this::all);
        await("back", "LanesPane", this::focused);
    }

    /** A drag with Control over the chart. */
    private void span() {
        Point corner =
                Screens.onEdt(
                        () ->
                                KeyboardFocusManager.getCurrentKeyboardFocusManager()
                                        .getFocusOwner()
                                        .getLocationOnScreen());
        hand.robot().keyPress(KeyEvent.VK_CONTROL);
        hand.robot().mouseMove(corner.x + 400, corner.y + 150);
        hand.robot().mousePress(InputEvent.BUTTON1_DOWN_MASK);
        hand.settle(40);
        hand.robot().mouseMove(corner.x + 450, corner.y + 150);
        hand.settle(40);
        hand.robot().mouseMove(corner.x + 500, corner.y + 150);
        hand.settle(40);
        hand.robot().mouseRelease(InputEvent.BUTTON1_DOWN_MASK);
        hand.robot().keyRelease(KeyEvent.VK_CONTROL);
        hand.settle(60);
    }

    private void await(String what, String words, Supplier<String> where) {
        for (int i = 0; i < 300 && !where.get().contains(words); i++) {
            hand.settle(50);
        }
        boolean seen = where.get().contains(words);
        out.println(what + (seen ? ": " + words : ": never " + words + " but " + where.get()));
    }

    private String focused() {
        return Screens.onEdt(
                () -> {
                    Component owner =
                            KeyboardFocusManager.getCurrentKeyboardFocusManager().getFocusOwner();
                    return owner == null ? "nobody" : owner.getClass().getSimpleName();
                });
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
