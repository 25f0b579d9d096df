package org.attune.sensor.serial;

import java.util.OptionalDouble;
import org.attune.time.SessionTime;

/**
 * How fast a device's clock runs against ours, from its time stamps and when they arrived.
 *
 * <p>A line never arrives before it was sent, and some arrive nearly at once: in each ten seconds
 * the one with the least delay is taken, and the error is the slope from the first such to the
 * newest. With delays of up to 20 ms the error after two minutes is below 100 ppm, usually far
 * below. Nothing is corrected by it: the device corrects itself once it is told (see {@code
 * firmware-notes}). Confined to the thread that reads.
 */
final class DeviceClock {
    private static final long STRETCH_NANOS = 10_000_000_000L;
    private static final long LEAST_NANOS = 120_000_000_000L;
    private static final long MILLI = 1_000_000L;

    private boolean begun;
    private long deviceNanos;
    private long stretchFrom;
    private long leastDelay;
    private long leastAt;
    private boolean hasFirst;
    private long firstDelay;
    private long firstAt;
    private OptionalDouble fastPpm = OptionalDouble.empty();

    /** A line arrived; the device's clock went forward by so much since the line before it. */
    void arrived(long forwardMillis, SessionTime at) {
        long now = at.nanos();
        if (!begun) {
            begun = true;
            deviceNanos = 0;
            beginStretch(now);
        } else {
            deviceNanos += forwardMillis * MILLI;
        }
        long delay = now - deviceNanos;
        if (delay < leastDelay) {
            leastDelay = delay;
            leastAt = now;
        }
        if (now - stretchFrom < STRETCH_NANOS) {
            return;
        }
        if (!hasFirst) {
            hasFirst = true;
            firstDelay = leastDelay;
            firstAt = leastAt;
        } else if (leastAt - firstAt >= LEAST_NANOS) {
            double slower = (double) (leastDelay - firstDelay) / (leastAt - firstAt);
            fastPpm = OptionalDouble.of(-1e6 * slower);
        }
        beginStretch(now);
    }

    private void beginStretch(long now) {
        stretchFrom = now;
        leastDelay = Long.MAX_VALUE;
    }

    /** The device began anew; what was measured before says nothing of what follows. */
    void restart() {
        begun = false;
        hasFirst = false;
        fastPpm = OptionalDouble.empty();
    }

    /** By how many millionths it runs fast; slow is negative. Empty before two minutes. */
    OptionalDouble fastPpm() {
        return fastPpm;
    }
}
