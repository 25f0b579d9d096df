package org.attune.testkit;

import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;

/**
 * Time as this process lives it: the steps a thread makes that only sleeps. On a machine that gives
 * the process no turn it stands still, so that a promise in seconds can be held to on a busy one.
 * Never runs ahead of the clock.
 */
public final class OwnTime implements AutoCloseable {
    private static final long STEP_MILLIS = 10;
    private final AtomicLong steps = new AtomicLong();
    private final Thread thread = new Thread(this::run, "own-time");

    private OwnTime() {
        thread.setDaemon(true);
    }

    /** Begins to count. */
    public static OwnTime start() {
        OwnTime time = new OwnTime();
        time.thread.start();
        return time;
    }

    private void run() {
        try {
            while (true) {
                TimeUnit.MILLISECONDS.sleep(STEP_MILLIS);
                steps.incrementAndGet();
            }
        } catch (InterruptedException closed) {
            Thread.currentThread().interrupt();
        }
    }

    /** Since it was started. */
    public Duration now() {
        return Duration.ofMillis(steps.get() * STEP_MILLIS);
    }

    @Override
    public void close() {
        thread.interrupt();
    }
}
