package org.attune.ui;

import java.awt.Color;
import java.awt.Component;
import java.awt.Container;
import java.awt.Rectangle;
import java.awt.Window;
import java.awt.event.KeyEvent;
import java.awt.image.BufferedImage;
import java.io.File;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import javax.swing.AbstractButton;
import javax.swing.JComboBox;
import javax.swing.JLabel;
import javax.swing.JList;
import javax.swing.JScrollPane;
import javax.swing.JTabbedPane;
import javax.swing.JTable;
import javax.swing.JViewport;
import javax.swing.RootPaneContainer;
import javax.swing.SwingUtilities;
import javax.swing.text.JTextComponent;
import org.attune.ui.review.SaidInMemory;

/**
 * Looks at every window as those do who need the keyboard, large letters, contrast or a voice, and
 * tells what is wrong with it, a line each. Arguments: the folder for pictures; how it is looked
 * at, theme, language and scale, with colons between, as often as wanted; and names of windows if
 * not all.
 */
final class EveryWindowRun {
    /** A ring, a frame or a bar; a caret alone is less. */
    private static final int LEAST_CHANGED = 100;

    private static final double GRAPHICS = 3;
    private final PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
    private final DisplaySettings settings;
    private final Set<String> looks;
    private final Hand hand;
    private final List<String> wanted;
    private String scene = "";

    private EveryWindowRun(File folder, String wish, List<String> wanted) throws Exception {
        String[] wishes = wish.split(":");
        looks = Set.of(wishes[0].split(","));
        settings =
                DisplaySettings.DEFAULT
                        .withTheme(DisplaySettings.Theme.valueOf(wishes[1]))
                        .withLanguage(DisplaySettings.Language.valueOf(wishes[2]))
                        .withScale(Double.parseDouble(wishes[3]));
        hand = new Hand(folder, 5, 5);
        this.wanted = wanted;
    }

    public static void main(String... arguments) throws Exception {
        try {
            List<String> all = List.of(arguments).subList(1, arguments.length);
            List<String> names = all.stream().filter(each -> !each.contains(":")).toList();
            SaidInMemory saying = new SaidInMemory(line -> {});
            for (String wish : all) {
                if (wish.contains(":")) {
                    new EveryWindowRun(new File(arguments[0]), wish, names).run(saying);
                }
            }
        } catch (Exception | AssertionError failed) {
            failed.printStackTrace();
            System.exit(1); // or the windows would keep the process until somebody looks
        }
        System.exit(0);
    }

    private void run(SaidInMemory saying) throws Exception {
        EveryWindow windows = new EveryWindow(settings, saying);
        for (String name : wanted.isEmpty() ? windows.names() : wanted) {
            scene = name;
            long began = System.nanoTime();
            Runnable close = windows.open(name);
            hand.settle(80);
            Window front = Screens.onEdt(EveryWindow::front);
            if (looks.contains("shoot")) {
                hand.shoot(
                        name.replace(' ', '-')
                                + "-"
                                + settings.theme()
                                + "-"
                                + settings.language()
                                + "-"
                                + settings.scale(),
                        100);
            }
            if (looks.contains("names")) {
                names(front);
            }
            if (looks.contains("focus")) {
                focus(front);
            }
            if (looks.contains("cut")) {
                cut(front);
            }
            if (looks.contains("contrast")) {
                contrast(front);
            }
            close.run();
            hand.settle(30);
            out.println("looked at " + name + " " + (System.nanoTime() - began) / 1000000);
        }
    }

    private void wrong(String kind, String what) {
        out.println("wrong: " + kind + " of " + scene + ": " + what);
    }

    // ---- names

    private void names(Window front) {
        for (Component each : Screens.onEdt(() -> meant(front))) {
            String name = name(each);
            if (name.isBlank() && !onlyHolds(each)) {
                wrong("names", "no name: " + kind(each));
            }
            if (name.isBlank()) {
                continue; // what it holds speaks for itself
            }
            out.println("name: " + scene + " | " + kind(each) + " | " + name);
        }
    }

    /** Whether all it has to say is said by what it holds. */
    private static boolean onlyHolds(Component each) {
        return each instanceof Container holder && holder.getComponentCount() > 0 && !worked(each);
    }

    private static String name(Component each) {
        String name =
                each.getAccessibleContext() == null
                        ? null
                        : each.getAccessibleContext().getAccessibleName();
        return name == null ? "" : name;
    }

    private static String kind(Component each) {
        return each.getClass().getName().replaceAll(".*\\.", "");
    }

    /** What can be worked with, and what is painted by ourselves. */
    private static List<Component> meant(Container in) {
        return EveryWindow.all(in).stream()
                .filter(Component::isShowing)
                .filter(each -> worked(each) || own(each))
                .toList();
    }

    private static boolean own(Component each) {
        return each.getClass().getName().startsWith("org.attune.ui.")
                && !(each instanceof JLabel)
                && each.getWidth() > 0
                && each.getHeight() > 0;
    }

    /** What a hand works with. */
    private static boolean worked(Component each) {
        boolean toolkits =
                each instanceof AbstractButton
                        || each instanceof JTextComponent
                        || each instanceof JComboBox
                        || each instanceof JList
                        || each instanceof JTable
                        || each instanceof JTabbedPane;
        boolean ours =
                own(each)
                        && ((Container) each).getComponentCount() == 0
                        && each.getFocusListeners().length > 0;
        return (toolkits || ours)
                && each.isShowing()
                && each.isEnabled()
                && each.isFocusable()
                && SwingUtilities.getAncestorOfClass(javax.swing.JScrollBar.class, each) == null
                && SwingUtilities.getAncestorOfClass(JComboBox.class, each) == null;
    }

    // ---- focus

    private void focus(Window front) throws Exception {
        Set<Component> all =
                Screens.onEdt(
                        () -> {
                            Set<Component> found = new LinkedHashSet<>();
                            EveryWindow.all(front).stream()
                                    .filter(EveryWindowRun::worked)
                                    .forEach(found::add);
                            return found;
                        });
        boolean unused = hand.until(() -> Screens.onEdt(front::isFocused), 2000);
        List<Component> walked = new ArrayList<>();
        List<BufferedImage> seen = new ArrayList<>();
        for (int i = 0; i <= all.size() + 3; i++) {
            Component owner = tab(false);
            seen.add(capture(front));
            if (owner == null || walked.contains(owner)) {
                break;
            }
            walked.add(owner);
        }
        for (Component each : all) {
            if (!walked.contains(each)) {
                wrong("focus", "Tab does not reach " + kind(each) + " " + name(each));
            }
        }
        for (int i = 0; i < walked.size(); i++) {
            Component each = walked.get(i);
            if (!all.contains(each)) {
                continue; // where the keyboard rests
            }
            int changed =
                    changed(seen.get(i), seen.get(i + 1), Screens.onEdt(() -> place(each, front)));
            out.println("ring: " + scene + " | " + kind(each) + " | " + name(each) + " " + changed);
            if (walked.size() > 1 && changed < LEAST_CHANGED) {
                wrong(
                        "focus",
                        "focus is hardly seen, " + changed + ": " + kind(each) + " " + name(each));
            }
        }
        if (!walked.isEmpty()) {
            back(walked);
        }
    }

    /** Shift and Tab goes the same way back: nothing holds the focus. */
    private void back(List<Component> walked) {
        for (int i = 0; i < walked.size() && walked.size() > 1; i++) {
            Component before = owner();
            if (tab(true) == before) {
                wrong("focus", "Shift and Tab does not leave " + kind(before) + " " + name(before));
            }
        }
    }

    /** Presses Tab, and waits until the focus moved; who has it then. */
    private Component tab(boolean back) {
        Component before = owner();
        if (back) {
            hand.with(KeyEvent.VK_SHIFT, KeyEvent.VK_TAB);
        } else {
            hand.press(KeyEvent.VK_TAB);
        }
        boolean unused = hand.until(() -> owner() != before, 200);
        return owner();
    }

    private static Component owner() {
        return Screens.onEdt(Focus::owner);
    }

    private BufferedImage capture(Window front) {
        hand.settle(15);
        return hand.see(front.getBounds());
    }

    private static Rectangle place(Component each, Window front) {
        Component framed = each;
        if (each.getParent() instanceof JViewport view
                && view.getParent() instanceof JScrollPane pane) {
            framed = pane;
        }
        Rectangle place =
                SwingUtilities.convertRectangle(framed.getParent(), framed.getBounds(), front);
        return place.intersection(new Rectangle(front.getSize()));
    }

    private static int changed(BufferedImage with, BufferedImage without, Rectangle place) {
        int changed = 0;
        for (int y = place.y; y < place.y + place.height; y++) {
            for (int x = place.x; x < place.x + place.width; x++) {
                Color now = new Color(with.getRGB(x, y));
                Color then = new Color(without.getRGB(x, y));
                changed += Palette.contrast(now, then) >= GRAPHICS ? 1 : 0;
            }
        }
        return changed;
    }

    // ---- cut

    private void cut(Window front) {
        Container pane = ((RootPaneContainer) front).getContentPane();
        Screens.onEdt(() -> Legible.cut(pane, Painted.of(pane, pane.getWidth(), pane.getHeight())))
                .forEach(each -> wrong("cut", each));
    }

    // ---- contrast

    private void contrast(Window front) {
        Container pane = ((RootPaneContainer) front).getContentPane();
        Painted painted = Screens.onEdt(() -> Painted.of(pane, pane.getWidth(), pane.getHeight()));
        PaintedContrast measured = new PaintedContrast(Palette.of(settings.theme()));
        measured.look(scene, painted);
        measured.poor().forEach(each -> wrong("contrast", each));
        out.println("measured: " + scene + " " + measured.words() + " " + measured.shapes());
    }
}
