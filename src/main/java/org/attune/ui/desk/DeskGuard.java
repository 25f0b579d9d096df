package org.attune.ui.desk;

import java.awt.AWTEvent;
import java.awt.Toolkit;
import java.awt.event.AWTEventListener;
import java.util.function.BooleanSupplier;
import javax.swing.Timer;

/**
 * Watches over a desk: any key and any movement of the mouse in it counts as somebody being there,
 * and so does work under way; and four times a second it looks whether what it shows was locked.
 * Confined to the EDT.
 */
final class DeskGuard {
    private static final int LOOK_MILLIS = 250;
    private static final long INPUTS =
            AWTEvent.KEY_EVENT_MASK
                    | AWTEvent.MOUSE_EVENT_MASK
                    | AWTEvent.MOUSE_MOTION_EVENT_MASK
                    | AWTEvent.MOUSE_WHEEL_EVENT_MASK;

    private final DeskLock lock;
    private final BooleanSupplier busy;
    private final Runnable onLocked;
    private final AWTEventListener inputs;
    private final Timer timer = new Timer(LOOK_MILLIS, event -> look());
    private boolean told;

    /**
     * @param busy whether something is under way
     * @param onLocked called once each time it is found locked
     */
    DeskGuard(DeskLock lock, BooleanSupplier busy, Runnable onLocked) {
        this.lock = lock;
        this.busy = busy;
        this.onLocked = onLocked;
        this.inputs = event -> lock.touch();
    }

    void start() {
        Toolkit.getDefaultToolkit().addAWTEventListener(inputs, INPUTS);
        timer.start();
    }

    private void look() {
        if (busy.getAsBoolean()) {
            lock.touch();
        }
        boolean locked = lock.isLocked();
        if (locked && !told) {
            onLocked.run();
        }
        told = locked;
    }

    void stop() {
        timer.stop();
        Toolkit.getDefaultToolkit().removeAWTEventListener(inputs);
    }
}
