package org.attune.app;

import java.lang.reflect.InvocationTargetException;
import javax.swing.SwingUtilities;
import org.attune.live.LatestSnapshot;
import org.attune.live.LiveSnapshot;
import org.attune.live.SessionCommands;
import org.attune.ui.DisplaySettings;
import org.attune.ui.LiveWindow;
import org.jspecify.annotations.Nullable;

/** The session in a window. */
final class WindowDisplay implements Display {
    private final DisplaySettings settings;
    private final LatestSnapshot latest =
            new LatestSnapshot(SwingUtilities::invokeLater, this::show);

    // Confined to the EDT.
    private @Nullable LiveWindow window;

    WindowDisplay(DisplaySettings settings) {
        this.settings = settings;
    }

    @Override
    public void open(SessionCommands commands, Runnable onClose) {
        onEdt(() -> window = LiveWindow.open(commands, settings, onClose));
    }

    @Override
    public void offer(LiveSnapshot snapshot) {
        latest.offer(snapshot);
    }

    private void show(LiveSnapshot snapshot) {
        LiveWindow open = window;
        if (open != null) {
            open.show(snapshot);
        }
    }

    @Override
    public void close() {
        onEdt(
                () -> {
                    LiveWindow open = window;
                    if (open != null) {
                        open.close();
                    }
                });
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
