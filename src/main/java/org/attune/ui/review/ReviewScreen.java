package org.attune.ui.review;

import java.lang.reflect.InvocationTargetException;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import javax.swing.SwingUtilities;
import org.attune.ui.DisplaySettings;

/** The review window for those who live on other threads. */
public final class ReviewScreen {
    private ReviewScreen() {}

    /**
     * Opens the window and returns when it was closed and what it had begun is done. Not on the
     * EDT.
     */
    public static void show(
            ReviewSession session, Optional<ReviewActions> actions, DisplaySettings settings) {
        CountDownLatch closed = new CountDownLatch(1);
        ReviewWindow[] window = new ReviewWindow[1];
        try {
            SwingUtilities.invokeAndWait(
                    () ->
                            window[0] =
                                    ReviewWindow.open(
                                            session, actions, settings, closed::countDown));
            closed.await();
            window[0].awaitDone();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (InvocationTargetException e) {
            throw new IllegalStateException("the review failed to open", e.getCause());
        }
    }
}
