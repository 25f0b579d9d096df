package org.attune.ui;

import java.awt.GraphicsDevice;
import java.awt.Rectangle;
import java.util.Optional;
import javax.swing.JFrame;
import javax.swing.JRootPane;
import javax.swing.WindowConstants;
import org.attune.ui.place.Displays;
import org.jspecify.annotations.Nullable;

/**
 * The strip in a window of its own: along an edge of a screen, above all other windows. It takes
 * the keyboard when the therapist goes over to it, and never by itself. Confined to the EDT.
 */
final class StripWindow {
    private final JFrame frame = new JFrame("Attune");
    private final DisplaySettings settings;
    private @Nullable StripPane pane;
    private boolean shown;

    StripWindow(DisplaySettings settings) {
        this.settings = settings;
        frame.setUndecorated(true);
        frame.setAlwaysOnTop(true);
        frame.setAutoRequestFocus(false);
        frame.setDefaultCloseOperation(WindowConstants.DO_NOTHING_ON_CLOSE);
    }

    /** Where keys are bound. */
    JRootPane keys() {
        return frame.getRootPane();
    }

    /** Shows what is to be seen now, if the strip is open at all. */
    void show(Look look, LiveView view, Optional<Confirmation> confirmation, boolean asked) {
        StripPane strip = pane;
        if (strip == null) {
            strip = new StripPane(look, view, settings);
            pane = strip;
            frame.setContentPane(strip);
        }
        frame.setTitle(view.title());
        strip.show(look, view, confirmation, asked);
        if (shown) {
            place(strip);
        }
    }

    boolean isShown() {
        return shown;
    }

    /**
     * Opens or closes it.
     *
     * @param withKeys whether the keyboard goes over to it, because the therapist did
     */
    void setShown(boolean nowShown, boolean withKeys) {
        shown = nowShown;
        StripPane strip = pane;
        if (shown && strip != null) {
            place(strip);
        }
        frame.setVisible(shown);
        if (shown && withKeys) {
            frame.toFront();
            frame.requestFocus();
        }
    }

    /** Whether it lies on the screen of {@code window}, so that one of the two is enough. */
    boolean sharesScreenWith(Rectangle window) {
        return Displays.usable(settings.stripScreen()).intersects(window);
    }

    private void place(StripPane strip) {
        Rectangle screen = Displays.usable(settings.stripScreen());
        boolean upright = settings.stripEdge().upright() && settings.stripWords();
        int thickness = upright && canBeShaped() ? strip.plateWidth() : strip.stripPixels();
        Rectangle bounds = settings.stripEdge().along(screen, thickness);
        if (!bounds.equals(frame.getBounds())) {
            frame.setBounds(bounds);
            frame.validate();
        }
        if (upright && canBeShaped()) {
            frame.setShape(strip.outline());
        }
    }

    private boolean canBeShaped() {
        return frame.getGraphicsConfiguration()
                .getDevice()
                .isWindowTranslucencySupported(
                        GraphicsDevice.WindowTranslucency.PERPIXEL_TRANSPARENT);
    }

    void close() {
        frame.dispose();
    }
}
