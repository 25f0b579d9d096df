package org.attune.ui;

import java.awt.Component;
import java.awt.Container;
import java.awt.Rectangle;
import java.awt.geom.Rectangle2D;
import java.util.ArrayList;
import java.util.List;
import javax.swing.JComponent;
import javax.swing.JViewport;
import javax.swing.SwingUtilities;

/** What of a picture cannot be read, a line each. Call on the EDT. */
public final class Legible {
    private Legible() {}

    /** Words that are cut, shortened, or lie on others; what is only scrolled away is none. */
    public static List<String> cut(Container pane, Painted painted) {
        List<String> wrong = new ArrayList<>();
        for (Painted.Cut each : painted.cuts()) {
            if (!scrolled(pane, each)) {
                wrong.add("cut: " + each.words() + " " + each.bounds() + " in " + each.open());
            }
        }
        List<Painted.Thing> words = painted.things().stream().filter(Painted.Thing::text).toList();
        for (int i = 0; i < words.size(); i++) {
            Painted.Thing each = words.get(i);
            if (each.words().matches("(?s).*([^ ]…|[^ .]\\.\\.\\.)$")) {
                wrong.add("shortened: " + each.words());
            }
            for (Painted.Thing other : words.subList(i + 1, words.size())) {
                if (overlap(each, other)) {
                    wrong.add("overlap: " + each.words() + " / " + other.words());
                }
            }
        }
        return wrong;
    }

    /** Words and lines of too little contrast, as they were painted. */
    public static List<String> hardlySeen(
            String name, Painted painted, DisplaySettings.Theme theme) {
        PaintedContrast measured = new PaintedContrast(Palette.of(theme));
        measured.look(name, painted);
        return measured.poor();
    }

    private static boolean overlap(Painted.Thing one, Painted.Thing two) {
        Rectangle2D both = one.shape().getBounds2D().createIntersection(two.shape().getBounds2D());
        return both.getWidth() > 1 && both.getHeight() > 2;
    }

    /** Whether it is only scrolled out of sight. */
    private static boolean scrolled(Container pane, Painted.Cut cut) {
        for (Component each : EveryWindow.all(pane)) {
            if (each instanceof JViewport view && view.isVisible()) {
                Rectangle shown =
                        SwingUtilities.convertRectangle(view.getParent(), view.getBounds(), pane);
                boolean wide =
                        view.getView() instanceof JComponent inner
                                && inner.getWidth() > view.getWidth();
                boolean within =
                        cut.bounds().getX() >= shown.x - 1
                                && cut.bounds().getMaxX() <= shown.getMaxX() + 1;
                if (shown.contains(cut.open()) && (within || wide)) {
                    return true;
                }
            }
        }
        return false;
    }
}
