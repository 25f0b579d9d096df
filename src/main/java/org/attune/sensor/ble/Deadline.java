package org.attune.sensor.ble;

import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.attune.time.SystemTicker;
import org.attune.time.Ticker;

/** A span of real time that is waited through in steps, however long each look in between takes. */
final class Deadline {
    private static final long STEP_NANOS = TimeUnit.MILLISECONDS.toNanos(150);

    private final Ticker ticker = new SystemTicker();
    private final long end;

    private Deadline(Duration span) {
        end = ticker.nanos() + span.toNanos();
    }

    static Deadline in(Duration span) {
        return new Deadline(span);
    }

    /** What is left of it; zero when it is past. */
    Duration left() {
        return Duration.ofNanos(Math.max(0, end - ticker.nanos()));
    }

    boolean isPast() {
        return end - ticker.nanos() <= 0;
    }

    /** What is left, in milliseconds; 0 when it is past. */
    long millisLeft() {
        return TimeUnit.NANOSECONDS.toMillis(Math.max(0, end - ticker.nanos()));
    }

    /** Sleeps for a step, or for what is left. */
    void step() throws InterruptedException {
        TimeUnit.NANOSECONDS.sleep(Math.min(STEP_NANOS, Math.max(0, end - ticker.nanos())));
    }
}
