package org.attune.ui;

import java.awt.Rectangle;
import java.util.List;
import javax.swing.JFrame;
import javax.swing.WindowConstants;
import org.attune.ui.breath.Pacer;
import org.attune.ui.place.Displays;
import org.jspecify.annotations.Nullable;

/**
 * The client's view on a second screen: opened and closed by the therapist's key, never by itself
 * but where the settings say so. Without a second screen it does not open at all. Confined to the
 * EDT.
 */
final class ClientWindow {
    private final DisplaySettings settings;
    private final ClientPane pane;
    private @Nullable JFrame frame;
    private @Nullable KeyBindings keys;

    ClientWindow(DisplaySettings settings, Look look, Pacer pacer) {
        this.settings = settings;
        this.pane = new ClientPane(look, settings.clientWords(), pacer, settings.reduceMotion());
    }

    /** Binds these keys to it too, for whoever clicked on it. */
    void install(KeyBindings bindings) {
        keys = bindings;
    }

    /** What is seen on it. */
    ClientPane pane() {
        return pane;
    }

    boolean isShown() {
        return frame != null && frame.isVisible();
    }

    /**
     * Opens it on a screen on which {@code therapist} does not stand; whether there is one.
     *
     * @param therapist the place of the therapist's own window
     */
    boolean open(Rectangle therapist) {
        List<Rectangle> screens = Displays.usable();
        int at = Displays.beside(screens, therapist);
        if (at < 0) {
            return false;
        }
        JFrame opened = frame == null ? made() : frame;
        frame = opened;
        opened.setBounds(screens.get(at));
        opened.setVisible(true);
        return true;
    }

    private JFrame made() {
        JFrame made = new JFrame("Attune");
        made.setUndecorated(true);
        made.setAutoRequestFocus(false);
        made.setDefaultCloseOperation(WindowConstants.HIDE_ON_CLOSE);
        made.setContentPane(pane);
        if (keys != null) {
            keys.install(made.getRootPane());
        }
        return made;
    }

    void show(Look look) {
        pane.show(look, settings.reduceMotion());
    }

    void hide() {
        if (frame != null) {
            frame.setVisible(false);
        }
    }

    void close() {
        if (frame != null) {
            frame.dispose();
        }
    }
}
