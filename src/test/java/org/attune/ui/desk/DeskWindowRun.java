package org.attune.ui.desk;

import java.awt.Component;
import java.awt.Container;
import java.awt.Dimension;
import java.awt.Frame;
import java.awt.Rectangle;
import java.awt.Robot;
import java.awt.Toolkit;
import java.awt.Window;
import java.awt.event.MouseEvent;
import java.awt.event.WindowEvent;
import java.io.File;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import javax.imageio.ImageIO;
import javax.swing.AbstractButton;
import javax.swing.JComboBox;
import javax.swing.JFileChooser;
import javax.swing.JLabel;
import javax.swing.JTextArea;
import javax.swing.JTextField;
import javax.swing.SwingUtilities;
import org.attune.ui.DisplaySettings;

/**
 * A process of its own that opens the desk on whatever display it is given, goes through its pages
 * as a hand would, and tells on standard output what the desk was asked. Arguments: the folder for
 * screenshots, the theme.
 */
final class DeskWindowRun {
    private final PaperDesk desk = new PaperDesk();
    private final CountDownLatch closed = new CountDownLatch(1);
    private final File folder;
    private final DisplaySettings.Theme theme;
    private final Robot robot = new Robot();

    private DeskWindowRun(File folder, DisplaySettings.Theme theme) throws Exception {
        this.folder = folder;
        this.theme = theme;
    }

    public static void main(String[] arguments) throws Exception {
        try {
            new DeskWindowRun(new File(arguments[0]), DisplaySettings.Theme.valueOf(arguments[1]))
                    .run();
        } catch (Exception | AssertionError failed) {
            failed.printStackTrace();
            System.exit(1); // or the window would keep the process until somebody looks
        }
    }

    private void run() throws Exception {
        SwingUtilities.invokeAndWait(
                () ->
                        DeskWindow.open(
                                desk,
                                desk,
                                DisplaySettings.DEFAULT.withTheme(theme),
                                Locale.ENGLISH,
                                closed::countDown));
        await(() -> shown("Shown during sessions"));
        clockPutBack();
        shoot("people");
        press("Withdraw consent");
        shoot("people-withdraw");
        press("Stop, keep what is there");
        await(() -> desk.told().contains("withdrawn K-07, kept"));
        press("Legal hold");
        await(() -> desk.told().contains("held K-07"));
        type("Code, if new", "N-01");
        type("Supervisor, if any", "Dr B. Lindqvist");
        press("Ask for consent");
        await(() -> !all(TickBox.class).isEmpty());
        press(0, TickBox.class);
        press(1, TickBox.class);
        sign();
        shoot("consent");
        press("Agree to what I ticked");
        await(() -> desk.told().contains("agreed N-01 form 3, English [live, store]"));
        press("Sessions");
        await(() -> shown("Erase session"));
        settle();
        shoot("sessions");
        press("Keep …");
        shoot("keep");
        press("Back");
        report();
        press("Export …");
        await(() -> shown("What leaves"));
        type("Recipient", "anyone at all");
        await(() -> shown("no consent names"));
        System.out.println("refused: button open " + isEnabled("Export …"));
        type("Recipient", "Dr B. Lindqvist");
        await(() -> shown("3,512 beats"));
        System.out.println("permitted: button open " + isEnabled("Export …"));
        shoot("export");
        notes();
        supervision();
        press("Vault");
        await(() -> shown("recording closed"));
        type("In force", "old one");
        type("New", "new passphrase");
        type("New, again", "other passphrase");
        press("Change");
        await(() -> shown("not written the same twice"));
        press("Check all");
        await(() -> shown("sound: 3 people"));
        shoot("vault");
        idle();
        desk.told().forEach(System.out::println);
        SwingUtilities.invokeAndWait(
                () -> {
                    Frame frame = frame();
                    frame.dispatchEvent(new WindowEvent(frame, WindowEvent.WINDOW_CLOSING));
                });
        System.out.println("closed " + closed.await(5, TimeUnit.SECONDS));
    }

    /** Where the page goes is asked: whoever leaves that makes none. */
    private void report() throws Exception {
        JFileChooser left = asked("Report …");
        SwingUtilities.invokeAndWait(left::cancelSelection);
        await(() -> !left.isShowing());
        JFileChooser taken = asked("Report …");
        System.out.println("report: suggested " + taken.getSelectedFile().getName());
        SwingUtilities.invokeAndWait(
                () -> {
                    taken.setSelectedFile(new File("/tmp/page.pdf"));
                    taken.approveSelection();
                });
        await(() -> desk.told().stream().anyMatch(line -> line.endsWith(" /tmp/page.pdf")));
    }

    /** The choice of a file that a button asks for; the button's own call ends with it. */
    private static JFileChooser asked(String words) throws Exception {
        SwingUtilities.invokeLater(() -> button(words).doClick(0));
        List<JFileChooser> found = new ArrayList<>();
        await(
                () -> {
                    SwingUtilities.invokeAndWait(
                            () -> {
                                for (Window each : Window.getWindows()) {
                                    if (each.isShowing()) {
                                        collect(each, JFileChooser.class, found);
                                    }
                                }
                            });
                    return !found.isEmpty();
                });
        return found.get(0);
    }

    private void clockPutBack() throws Exception {
        await(() -> shown("before 30 Nov 2026 09:00"));
        System.out.println("clock back: windows " + windows());
        shoot("clock");
        press("The clock is right");
        await(() -> !shown("before 30 Nov 2026 09:00"));
        System.out.println("clock confirmed: no line any more");
    }

    private void supervision() throws Exception {
        press("Supervision");
        await(() -> shown("name the supervisor"));
        type("Supervisor, as in the consent", "Dr B. Lindqvist");
        await(() -> shown("session.log, for Dr B. Lindqvist") && isEnabled("Write the file"));
        shoot("supervision");
        type("File (.zip, sealed .zip.age)", "/tmp/s.zip");
        press("Write the file");
        await(() -> shown("written: /tmp/s.zip"));
        type("File", "/tmp/s-answer.txt");
        press("Take in what came back");
        await(() -> shown("session s-1: 1 new word"));
        press("Open a session that was sent to you");
        await(() -> windows() == 2);
        System.out.println("supervised: windows 2");
        press("Open a session that was sent to you");
        await(() -> desk.told().stream().filter("opened /tmp/s-answer.txt"::equals).count() == 2);
    }

    private void notes() throws Exception {
        press("Notes");
        await(() -> choose("On", "K-07", false));
        System.out.println("notes: nobody's shown at first " + !shown("Long silence"));
        choose("On", "K-07", true);
        await(() -> shown("Long silence"));
        write("A new note", "The move is in March.");
        press("Keep note on K-07");
        await(() -> shown("24 Nov 2026 15:20"));
        type("Recipient", "anyone at all");
        press("Look what leaves");
        await(() -> shown("no consent to notes-export"));
        System.out.println("notes refused: button open " + isEnabled("Export …"));
        type("Recipient", "Dr B. Lindqvist");
        press("Look what leaves");
        await(() -> shown("the very text"));
        System.out.println("notes permitted: button open " + isEnabled("Export …"));
        shoot("notes");
        type("Recipient", "Dr B. Lindqvist's friend");
        System.out.println("notes, asked anew: button open " + isEnabled("Export …"));
    }

    /** Whether there is such a choice; takes it if told to. */
    private static boolean choose(String label, String item, boolean take) throws Exception {
        boolean[] found = new boolean[1];
        SwingUtilities.invokeAndWait(
                () -> {
                    for (JComboBox<?> box : all(JComboBox.class)) {
                        for (int i = 0; i < box.getItemCount(); i++) {
                            boolean named =
                                    label.equals(box.getAccessibleContext().getAccessibleName());
                            if (named && item.equals(box.getItemAt(i))) {
                                found[0] = true;
                                if (take) {
                                    box.setSelectedIndex(i);
                                }
                            }
                        }
                    }
                });
        return found[0];
    }

    private static void write(String name, String text) throws Exception {
        SwingUtilities.invokeAndWait(
                () ->
                        all(JTextArea.class).stream()
                                .filter(
                                        area ->
                                                name.equals(
                                                        area.getAccessibleContext()
                                                                .getAccessibleName()))
                                .forEach(area -> area.setText(text)));
    }

    /** What is on the screen when the vault was locked behind the desk's back, and after. */
    private void idle() throws Exception {
        press("People");
        await(() -> shown("Shown during sessions"));
        int before = desk.touches();
        robot.mouseMove(300, 300);
        robot.mouseMove(320, 320);
        await(() -> desk.touches() > before);
        System.out.println("a hand on the mouse is somebody there");
        press("Sessions");
        await(() -> shown("Erase session"));
        press("Review");
        await(() -> windows() == 2);
        System.out.println("review: windows 2");
        shoot("review");
        desk.lock();
        await(() -> shown("The keys are forgotten"));
        System.out.println("locked: windows " + windows());
        System.out.println(
                "locked: codes shown "
                        + (shown("Shown during") || shown("K-07") || !all(NavTab.class).isEmpty()));
        shoot("locked");
        type("Passphrase", "a wrong one");
        press("Unlock");
        await(() -> shown("the passphrase is wrong"));
        shoot("locked-wrong");
        type("Passphrase", "the right one");
        press("Unlock");
        await(() -> shown("Shown during sessions"));
        System.out.println("unlocked: the people are back");
    }

    private interface Condition {
        boolean holds() throws Exception;
    }

    private static void await(Condition condition) throws Exception {
        for (int i = 0; i < 400; i++) {
            if (condition.holds()) {
                return;
            }
            TimeUnit.MILLISECONDS.sleep(50);
        }
        throw new AssertionError("waited in vain");
    }

    // Robot.waitForIdle would wait for an EDT without any event, which the timer of the lock does
    // not leave it.
    private void settle() throws Exception {
        robot.delay(150);
        SwingUtilities.invokeAndWait(() -> Toolkit.getDefaultToolkit().sync());
        robot.delay(150);
    }

    private static Frame frame() {
        for (Frame frame : Frame.getFrames()) {
            if (frame.isShowing()) {
                return frame;
            }
        }
        throw new AssertionError("no window is shown");
    }

    private static int windows() throws Exception {
        int[] found = new int[1];
        SwingUtilities.invokeAndWait(
                () -> {
                    for (Frame frame : Frame.getFrames()) {
                        found[0] += frame.isShowing() ? 1 : 0;
                    }
                });
        return found[0];
    }

    private static <T extends Component> List<T> all(Class<T> kind) {
        List<T> found = new ArrayList<>();
        collect(frame(), kind, found);
        return found;
    }

    private static <T extends Component> void collect(Container in, Class<T> kind, List<T> found) {
        for (Component child : in.getComponents()) {
            if (kind.isInstance(child) && child.isShowing()) {
                found.add(kind.cast(child));
            }
            if (child instanceof Container container) {
                collect(container, kind, found);
            }
        }
    }

    private static boolean shown(String words) throws Exception {
        boolean[] found = new boolean[1];
        SwingUtilities.invokeAndWait(
                () -> {
                    Predicate<Component> says =
                            component -> {
                                String text =
                                        component instanceof javax.swing.text.JTextComponent area
                                                ? area.getText()
                                                : component instanceof JLabel label
                                                        ? label.getText()
                                                        : component instanceof AbstractButton button
                                                                ? button.getText()
                                                                : "";
                                return text != null && text.contains(words);
                            };
                    found[0] = all(Component.class).stream().anyMatch(says);
                });
        return found[0];
    }

    private static AbstractButton button(String words) {
        return all(AbstractButton.class).stream()
                .filter(button -> button.getText().equals(words))
                .findFirst()
                .orElseThrow(
                        () ->
                                new AssertionError(
                                        "no button says: "
                                                + words
                                                + " but "
                                                + all(AbstractButton.class).stream()
                                                        .map(AbstractButton::getText)
                                                        .toList()));
    }

    private static boolean isEnabled(String words) throws Exception {
        boolean[] enabled = new boolean[1];
        SwingUtilities.invokeAndWait(() -> enabled[0] = button(words).isEnabled());
        return enabled[0];
    }

    private void press(String words) throws Exception {
        SwingUtilities.invokeAndWait(() -> button(words).doClick(0));
        settle();
    }

    private void press(int index, Class<? extends AbstractButton> kind) throws Exception {
        SwingUtilities.invokeAndWait(() -> all(kind).get(index).doClick(0));
    }

    private static void type(String label, String text) throws Exception {
        SwingUtilities.invokeAndWait(
                () ->
                        all(JTextField.class).stream()
                                .filter(
                                        field ->
                                                label.equals(
                                                        field.getAccessibleContext()
                                                                .getAccessibleName()))
                                .findFirst()
                                .orElseThrow(() -> new AssertionError("no field: " + label))
                                .setText(text));
    }

    private static void sign() throws Exception {
        SwingUtilities.invokeAndWait(
                () -> {
                    SignaturePad pad = all(SignaturePad.class).get(0);
                    draw(pad, MouseEvent.MOUSE_PRESSED, 10, 20);
                    draw(pad, MouseEvent.MOUSE_DRAGGED, 60, 30);
                    draw(pad, MouseEvent.MOUSE_DRAGGED, 90, 12);
                });
    }

    private static void draw(Component pad, int kind, int x, int y) {
        pad.dispatchEvent(
                new MouseEvent(pad, kind, 0, MouseEvent.BUTTON1_DOWN_MASK, x, y, 1, false, 1));
    }

    private void shoot(String name) throws Exception {
        settle();
        Dimension screen = Toolkit.getDefaultToolkit().getScreenSize();
        ImageIO.write(
                robot.createScreenCapture(new Rectangle(screen)),
                "png",
                new File(folder, "desk-" + name + "-" + theme + ".png"));
    }
}
