package org.attune.ui;

import java.awt.Component;
import java.awt.Container;
import java.awt.EventQueue;
import java.awt.Toolkit;
import java.awt.event.KeyEvent;
import java.io.File;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import javax.swing.JFrame;
import javax.swing.JTabbedPane;
import javax.swing.JTextField;
import javax.swing.SwingUtilities;
import org.attune.testkit.ToldCommands;
import org.attune.ui.place.WindowPlaces;

/** Somebody edits keys and words in a real window, then works a session with them. */
final class SetupWindowRun {
    private final PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
    private final Hand hand;
    private DisplaySettings saved =
            DisplaySettings.DEFAULT.withLanguage(DisplaySettings.Language.EN);

    private SetupWindowRun(File folder) throws Exception {
        hand = new Hand(folder, 60, 100);
    }

    public static void main(String... arguments) throws Exception {
        new SetupWindowRun(new File(arguments[0])).run();
        System.exit(0);
    }

    private void run() throws Exception {
        edit();
        session();
    }

    private void edit() throws Exception {
        JFrame frame =
                Screens.onEdt(
                        () ->
                                SetupWindow.open(
                                                saved,
                                                wanted -> {
                                                    saved = wanted;
                                                    out.println("saved");
                                                    return Optional.empty();
                                                },
                                                () -> out.println("closed"))
                                        .frame());
        hand.settle(900);
        focus(frame, "slow");
        hand.press(KeyEvent.VK_G);
        hand.shoot("setup-shared", 300);
        out.println("save enabled " + enabled(frame, "Save"));
        hand.press(KeyEvent.VK_J);
        focus(frame, "why this state");
        hand.with(KeyEvent.VK_CONTROL, KeyEvent.VK_E);
        out.println("why " + text(frame, "why this state"));
        hand.shoot("setup-keys", 300);
        Screens.onEdt(
                () -> {
                    find(frame, JTabbedPane.class, each -> true).setSelectedIndex(1);
                    return frame;
                });
        focus(frame, "High, still climbing");
        for (int key : new int[] {KeyEvent.VK_M, KeyEvent.VK_U, KeyEvent.VK_C, KeyEvent.VK_H}) {
            hand.press(key);
        }
        hand.shoot("setup-words", 300);
        out.println("save enabled " + enabled(frame, "Save"));
        click(frame, "Close");
        out.println("showing " + frame.isShowing());
        click(frame, "Save");
        click(frame, "Close");
    }

    private void session() throws Exception {
        LiveWindow window =
                Screens.onEdt(
                        () ->
                                LiveWindow.open(
                                        new ToldCommands(out::println, List.of(), () -> false),
                                        saved,
                                        WindowPlaces.none(),
                                        () -> out.println("ended")));
        Hand.show(window, SnapshotFixtures.high());
        hand.settle(900);
        hand.press(KeyEvent.VK_S);
        hand.press(KeyEvent.VK_J);
        hand.press(KeyEvent.VK_NUMPAD4);
        // The toolkit's robot cannot turn the lock for numbers: what arrives without it is sent.
        pad(KeyEvent.VK_HOME, KeyEvent.KEY_LOCATION_NUMPAD);
        pad(KeyEvent.VK_HOME, KeyEvent.KEY_LOCATION_STANDARD);
        pad(KeyEvent.VK_BEGIN, KeyEvent.KEY_LOCATION_NUMPAD);
        pad(KeyEvent.VK_KP_LEFT, KeyEvent.KEY_LOCATION_NUMPAD);
        hand.with(KeyEvent.VK_SHIFT, KeyEvent.VK_SLASH);
        hand.shoot("setup-card", 600);
        hand.with(KeyEvent.VK_CONTROL, KeyEvent.VK_Q);
    }

    private void pad(int code, int location) throws Exception {
        Screens.onEdt(
                () -> {
                    Component focused = Focus.owner();
                    EventQueue queue = Toolkit.getDefaultToolkit().getSystemEventQueue();
                    queue.postEvent(
                            new KeyEvent(
                                    focused,
                                    KeyEvent.KEY_PRESSED,
                                    System.currentTimeMillis(),
                                    0,
                                    code,
                                    KeyEvent.CHAR_UNDEFINED,
                                    location));
                    return code;
                });
        hand.settle(100);
    }

    private void focus(JFrame frame, String name) {
        Screens.onEdt(() -> field(frame, name).requestFocusInWindow());
        hand.settle(150);
    }

    private static JTextField field(JFrame frame, String name) {
        return find(
                frame,
                JTextField.class,
                each -> name.equals(each.getAccessibleContext().getAccessibleName()));
    }

    private static String text(JFrame frame, String name) {
        return Screens.onEdt(() -> field(frame, name).getText());
    }

    private static boolean enabled(JFrame frame, String button) {
        return Screens.onEdt(() -> button(frame, button).isEnabled());
    }

    private void click(JFrame frame, String button) {
        Screens.onEdt(
                () -> {
                    button(frame, button).doClick();
                    return button;
                });
        hand.settle(100);
    }

    private static javax.swing.JButton button(JFrame frame, String words) {
        return find(frame, javax.swing.JButton.class, each -> words.equals(each.getText()));
    }

    private static <T extends Component> T find(
            Container in, Class<T> kind, java.util.function.Predicate<T> wanted) {
        return all(in).stream()
                .filter(kind::isInstance)
                .map(kind::cast)
                .filter(wanted)
                .findFirst()
                .orElseThrow();
    }

    private static List<Component> all(Container in) {
        List<Component> all = new java.util.ArrayList<>();
        for (Component each : in.getComponents()) {
            all.add(each);
            if (each instanceof Container container) {
                all.addAll(all(container));
            }
        }
        SwingUtilities.getRoot(in);
        return all;
    }
}
