package org.attune.ui.place;

import java.awt.GraphicsConfiguration;
import java.awt.GraphicsDevice;
import java.awt.GraphicsEnvironment;
import java.awt.Insets;
import java.awt.Rectangle;
import java.awt.Toolkit;
import java.util.ArrayList;
import java.util.List;

/** The screens of the machine as they are now. Call on the EDT. */
public final class Displays {
    private Displays() {}

    /** The room for windows on each screen, the first screen first; none without a display. */
    public static List<Rectangle> usable() {
        if (GraphicsEnvironment.isHeadless()) {
            return List.of();
        }
        GraphicsEnvironment here = GraphicsEnvironment.getLocalGraphicsEnvironment();
        List<Rectangle> screens = new ArrayList<>();
        GraphicsDevice first = here.getDefaultScreenDevice();
        screens.add(usable(first.getDefaultConfiguration()));
        for (GraphicsDevice device : here.getScreenDevices()) {
            if (!device.equals(first)) {
                screens.add(usable(device.getDefaultConfiguration()));
            }
        }
        return screens;
    }

    /** The room on screen {@code number}, counted from 1; on the first where it is not there. */
    public static Rectangle usable(int number) {
        return pick(usable(), number);
    }

    static Rectangle pick(List<Rectangle> screens, int number) {
        return screens.get(number >= 1 && number <= screens.size() ? number - 1 : 0);
    }

    /** What is left of a screen beside panels and docks. */
    public static Rectangle usable(GraphicsConfiguration screen) {
        Rectangle bounds = screen.getBounds();
        Insets insets = Toolkit.getDefaultToolkit().getScreenInsets(screen);
        return new Rectangle(
                bounds.x + insets.left,
                bounds.y + insets.top,
                bounds.width - insets.left - insets.right,
                bounds.height - insets.top - insets.bottom);
    }

    /** Whether two screens show the same place: what one sees, the other sees. */
    static boolean mirrored(List<Rectangle> screens) {
        for (int i = 0; i < screens.size(); i++) {
            if (screens.subList(i + 1, screens.size()).contains(screens.get(i))) {
                return true;
            }
        }
        return false;
    }

    /**
     * Whether others may see {@code window}: it stands on a screen beside the first, or the first
     * is mirrored.
     */
    public static boolean maySeeOthers(Rectangle window) {
        return shared(usable(), window);
    }

    static boolean shared(List<Rectangle> screens, Rectangle window) {
        if (mirrored(screens)) {
            return true;
        }
        if (screens.isEmpty()) {
            return false;
        }
        Rectangle first = screens.get(0).intersection(window);
        long onFirst = area(first);
        return screens.stream().skip(1).anyMatch(s -> area(s.intersection(window)) > onFirst);
    }

    /** The last screen that {@code window} does not stand on, from 0; -1 where there is none. */
    public static int beside(List<Rectangle> screens, Rectangle window) {
        for (int i = screens.size() - 1; i >= 0 && !mirrored(screens); i--) {
            if (!screens.get(i).intersects(window)) {
                return i;
            }
        }
        return -1;
    }

    private static long area(Rectangle r) {
        return r.isEmpty() ? 0 : (long) r.width * r.height;
    }
}
