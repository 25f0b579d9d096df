package org.attune.ui;

import java.awt.AWTEvent;
import java.awt.Toolkit;
import java.awt.event.AWTEventListener;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/**
 * What of a robot's keys and buttons has come to a window. A robot only tells the display's server;
 * on a busy machine the toolkit may hear of it long after, so no fixed delay is enough. It is told
 * on the EDT, and asked on the thread of the robot.
 */
final class Arrivals implements AWTEventListener {
    /** As long as something that is bound for a window may be on its way. */
    private static final long PATIENCE = TimeUnit.SECONDS.toNanos(10);

    /** As long for what is lost if the window closed at once. */
    private static final long BRIEFLY = TimeUnit.MILLISECONDS.toNanos(500);

    private final Map<Integer, Integer> counts = new HashMap<>();

    private Arrivals() {}

    static Arrivals listening() {
        Arrivals arrivals = new Arrivals();
        Toolkit.getDefaultToolkit()
                .addAWTEventListener(
                        arrivals,
                        AWTEvent.KEY_EVENT_MASK
                                | AWTEvent.MOUSE_EVENT_MASK
                                | AWTEvent.MOUSE_MOTION_EVENT_MASK
                                | AWTEvent.MOUSE_WHEEL_EVENT_MASK);
        return arrivals;
    }

    @Override
    public synchronized void eventDispatched(AWTEvent event) {
        counts.merge(event.getID(), 1, Integer::sum);
        notifyAll();
    }

    /** One more event of that kind, after this call. */
    Awaited next(int kind) {
        return new Awaited(kind, count(kind));
    }

    private synchronized int count(int kind) {
        return counts.getOrDefault(kind, 0);
    }

    /** An event that is to come. */
    final class Awaited {
        private final int kind;
        private final int before;

        private Awaited(int kind, int before) {
            this.kind = kind;
            this.before = before;
        }

        void await() {
            await(PATIENCE);
        }

        /** For what never comes if the window was closed by what came before. */
        void awaitBriefly() {
            await(BRIEFLY);
        }

        private void await(long patience) {
            long end = System.nanoTime() + patience;
            synchronized (Arrivals.this) {
                try {
                    for (long left = patience;
                            count(kind) == before && left > 0;
                            left = end - System.nanoTime()) {
                        TimeUnit.NANOSECONDS.timedWait(Arrivals.this, left);
                    }
                } catch (InterruptedException stopped) {
                    Thread.currentThread().interrupt();
                }
            }
        }
    }
}
