package org.attune.ui.trend;

import java.lang.reflect.InvocationTargetException;
import java.util.concurrent.CountDownLatch;
import javax.swing.SwingUtilities;
import org.attune.ui.DisplaySettings;

/** The window of trends for those who live on other threads. */
public final class TrendScreen {
    private TrendScreen() {}

    /**
     * Opens the window and returns when it was closed and what it had begun is done. Not on the
     * EDT.
     */
    public static void show(TrendQuestions questions, DisplaySettings settings) {
        CountDownLatch closed = new CountDownLatch(1);
        TrendWindow[] window = new TrendWindow[1];
        try {
            SwingUtilities.invokeAndWait(
                    () -> window[0] = TrendWindow.open(questions, settings, closed::countDown));
            closed.await();
            window[0].awaitDone();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (InvocationTargetException e) {
            throw new IllegalStateException("the trends failed to open", e.getCause());
        }
    }
}
