package org.attune.ui.desk;

import java.lang.reflect.InvocationTargetException;
import java.util.Locale;
import java.util.concurrent.CountDownLatch;
import javax.swing.SwingUtilities;
import org.attune.ui.DisplaySettings;

/** The desk for those who live on other threads. */
public final class DeskScreen {
    private DeskScreen() {}

    /**
     * Opens the desk and returns when it was closed and what it had begun is done. Not on the EDT.
     *
     * @param language of the desk and of the consent page
     */
    public static void show(
            DeskActions actions, DeskLock lock, DisplaySettings settings, Locale language) {
        CountDownLatch closed = new CountDownLatch(1);
        DeskWindow[] window = new DeskWindow[1];
        try {
            SwingUtilities.invokeAndWait(
                    () ->
                            window[0] =
                                    DeskWindow.open(
                                            actions, lock, settings, language, closed::countDown));
            closed.await();
            window[0].awaitDone();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (InvocationTargetException e) {
            throw new IllegalStateException("the desk failed to open", e.getCause());
        }
    }
}
