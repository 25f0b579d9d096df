package org.attune.ui;

import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.function.Function;
import javax.swing.SwingUtilities;

/** The window in which keys and own words are edited, for those on other threads. Any thread. */
public final class SetupScreen {
    private SetupScreen() {}

    /**
     * Opens the window, and returns when it is closed.
     *
     * @param settings as they are now
     * @param save writes them, on the EDT; what went wrong, or nothing
     */
    public static void show(
            DisplaySettings settings, Function<DisplaySettings, Optional<String>> save) {
        CountDownLatch closed = new CountDownLatch(1);
        SwingUtilities.invokeLater(() -> SetupWindow.open(settings, save, closed::countDown));
        try {
            closed.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
