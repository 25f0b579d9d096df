package org.attune.ui.review;

import java.awt.Component;
import java.awt.Container;
import java.awt.Frame;
import java.awt.Point;
import java.util.List;
import java.util.Optional;
import javax.swing.JFrame;
import org.attune.ui.Screens;

/** What a screen reader is told of the review window that is open. Not on the EDT. */
final class ToldReview {
    private ToldReview() {}

    static ReviewPanel panel() {
        for (Frame frame : Frame.getFrames()) {
            if (frame instanceof JFrame window
                    && window.getContentPane() instanceof ReviewPanel panel) {
                return panel;
            }
        }
        throw new IllegalStateException("no review is open");
    }

    static String chart() {
        return Screens.onEdt(() -> panel().lanes().getAccessibleContext().getAccessibleName());
    }

    static String told(Class<?> pane) {
        return Screens.onEdt(() -> named(panel(), pane).map(ToldReview::told).orElse(""));
    }

    private static Optional<Component> named(Container in, Class<?> pane) {
        for (Component each : in.getComponents()) {
            if (pane.isInstance(each)) {
                return Optional.of(each);
            }
            if (each instanceof Container inner) {
                Optional<Component> found = named(inner, pane);
                if (found.isPresent()) {
                    return found;
                }
            }
        }
        return Optional.empty();
    }

    private static String told(Component each) {
        var context = each.getAccessibleContext();
        return context.getAccessibleName() + " | " + context.getAccessibleDescription();
    }

    static String list() {
        return told(EpisodeList.class);
    }

    static String foot() {
        return told(FootPane.class);
    }

    static String own() {
        return told(OwnLanePane.class);
    }

    /** Where on the screen the row of that name is. */
    static Point placeOf(String name) {
        NumbersPane pane = (NumbersPane) named(panel(), NumbersPane.class).orElseThrow();
        List<NumbersView.Row> rows = pane.view.numbers().orElseThrow().rows();
        for (int y = 0; y < pane.getHeight(); y += 3) {
            int row = pane.rowAt(y);
            if (row >= 0 && rows.get(row).name().equals(name)) {
                Point corner = pane.getLocationOnScreen();
                return new Point(corner.x + 60, corner.y + y + 4);
            }
        }
        throw new IllegalStateException("no such row is seen");
    }
}
