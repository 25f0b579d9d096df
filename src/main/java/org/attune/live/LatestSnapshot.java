package org.attune.live;

import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * The hand-over to the screen: one slot. A newer snapshot replaces an unread one, and at most one
 * wake-up is pending, so a slow screen falls behind by skipping, never by queueing.
 *
 * <p>Any thread may offer; the viewer is called through the executor it was made with.
 */
public final class LatestSnapshot {
    private final Executor screenThread;
    private final Consumer<LiveSnapshot> viewer;
    private final AtomicReference<@Nullable LiveSnapshot> slot = new AtomicReference<>();
    private final AtomicBoolean pending = new AtomicBoolean();

    /**
     * @param screenThread runs the viewer, for instance {@code SwingUtilities::invokeLater}
     * @param viewer shows a snapshot
     */
    public LatestSnapshot(Executor screenThread, Consumer<LiveSnapshot> viewer) {
        this.screenThread = screenThread;
        this.viewer = viewer;
    }

    /** Makes {@code snapshot} the one to be shown; returns at once. */
    public void offer(LiveSnapshot snapshot) {
        slot.set(snapshot);
        if (pending.compareAndSet(false, true)) {
            screenThread.execute(this::show);
        }
    }

    private void show() {
        pending.set(false);
        LiveSnapshot snapshot = slot.getAndSet(null);
        if (snapshot != null) {
            viewer.accept(snapshot);
        }
    }
}
