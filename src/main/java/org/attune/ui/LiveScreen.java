package org.attune.ui;

import java.awt.AWTError;
import java.awt.GraphicsEnvironment;
import java.awt.HeadlessException;
import java.lang.reflect.InvocationTargetException;
import javax.swing.SwingUtilities;
import org.attune.live.LatestSnapshot;
import org.attune.live.LiveSnapshot;
import org.attune.live.SessionCommands;
import org.jspecify.annotations.Nullable;

/**
 * The live window for those who live on other threads: opens and closes it on the EDT, and hands it
 * the newest snapshot. Any thread.
 */
public final class LiveScreen implements AutoCloseable {
    private final DisplaySettings settings;
    private final LatestSnapshot latest =
            new LatestSnapshot(SwingUtilities::invokeLater, this::show);

    // Confined to the EDT.
    private @Nullable LiveWindow window;

    private volatile int pressed;

    public LiveScreen(DisplaySettings settings) {
        this.settings = settings;
    }

    /** Whether a window can be opened here at all. */
    public static boolean available() {
        if (GraphicsEnvironment.isHeadless()) {
            return false;
        }
        try {
            return GraphicsEnvironment.getLocalGraphicsEnvironment().getScreenDevices().length > 0;
        } catch (AWTError | HeadlessException noDisplayAnswers) {
            return false;
        }
    }

    /**
     * Opens the window.
     *
     * @param commands what the keys ask of the session
     * @param onClose called once, on the EDT, when the therapist closes the window
     */
    public void open(SessionCommands commands, Runnable onClose) {
        onEdt(() -> window = LiveWindow.open(commands, settings, onClose));
    }

    /** Shows the page before the session, until the therapist begins; after {@link #open}. */
    public void prepare(PrepareCommands prepare, BeforeFacts facts) {
        onEdt(
                () -> {
                    LiveWindow open = window;
                    if (open != null) {
                        open.prepare(prepare, facts);
                    }
                });
    }

    /** Other things are known before the session; returns at once. */
    public void know(BeforeFacts facts) {
        SwingUtilities.invokeLater(
                () -> {
                    LiveWindow open = window;
                    if (open != null) {
                        open.know(facts);
                    }
                });
    }

    /** Makes {@code snapshot} the one to be shown; returns at once. */
    public void offer(LiveSnapshot snapshot) {
        latest.offer(snapshot);
    }

    @Override
    public void close() {
        onEdt(
                () -> {
                    LiveWindow open = window;
                    if (open != null) {
                        pressed = open.pressed();
                        open.close();
                    }
                });
    }

    /** How often a key was pressed in the session; known once it is closed. */
    public int pressed() {
        return pressed;
    }

    private void show(LiveSnapshot snapshot) {
        LiveWindow open = window;
        if (open != null) {
            open.show(snapshot);
        }
    }

    private static void onEdt(Runnable work) {
        if (SwingUtilities.isEventDispatchThread()) {
            work.run();
            return;
        }
        try {
            SwingUtilities.invokeAndWait(work);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (InvocationTargetException e) {
            throw new IllegalStateException("the window failed", e.getCause());
        }
    }
}
