package org.attune.sensor;

/**
 * The time between two successive heartbeats, as the sensor reported it: not yet judged.
 *
 * @param nanos nanoseconds, {@code > 0}
 */
public record RrInterval(long nanos) {
    public RrInterval {
        if (nanos <= 0) {
            throw new IllegalArgumentException("must be > 0: nanos=" + nanos);
        }
    }

    /** Exact to half a nanosecond: whole milliseconds would bias RMSSD when variability is low. */
    public static RrInterval ofTicks1024(int ticks) {
        return new RrInterval(Math.round(ticks * 1e9 / 1024));
    }

    /** To the nearest nanosecond. */
    public static RrInterval ofMillis(double millis) {
        return new RrInterval(Math.round(millis * 1e6));
    }

    public double toMillis() {
        return nanos / 1e6;
    }
}
