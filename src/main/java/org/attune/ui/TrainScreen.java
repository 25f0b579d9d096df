package org.attune.ui;

import java.util.concurrent.CountDownLatch;
import javax.swing.SwingUtilities;
import org.attune.live.LatestSnapshot;
import org.attune.live.LiveSnapshot;
import org.jspecify.annotations.Nullable;

/** Trainee mode in a window, for those who live on other threads. Any thread. */
public final class TrainScreen {
    private final DisplaySettings settings;
    private final TrainLog log;
    private final CountDownLatch seen = new CountDownLatch(1);
    private final LatestSnapshot latest =
            new LatestSnapshot(SwingUtilities::invokeLater, this::show);

    // Confined to the EDT.
    private @Nullable TrainWindow window;

    public TrainScreen(DisplaySettings settings, TrainLog log) {
        this.settings = settings;
        this.log = log;
    }

    /**
     * Opens the window.
     *
     * @param onEnough called once, on the EDT, when the trainee has seen enough
     */
    public void open(Runnable onEnough) {
        SwingUtilities.invokeLater(
                () -> {
                    TrainWindow opened = new TrainWindow(settings, log, onEnough, seen::countDown);
                    opened.open();
                    window = opened;
                });
    }

    /** Makes {@code snapshot} the one to be shown; returns at once. */
    public void offer(LiveSnapshot snapshot) {
        latest.offer(snapshot);
    }

    private void show(LiveSnapshot snapshot) {
        TrainWindow open = window;
        if (open != null) {
            open.show(snapshot);
        }
    }

    /** Shows what was meant, and returns when the trainee closes the window. */
    public void revealAndWait() {
        SwingUtilities.invokeLater(
                () -> {
                    TrainWindow open = window;
                    if (open == null) {
                        seen.countDown();
                    } else {
                        open.reveal();
                    }
                });
        try {
            seen.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
