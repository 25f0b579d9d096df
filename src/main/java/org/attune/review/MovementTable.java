package org.attune.review;

import org.attune.sensor.SensorEvent.MotionReceived;
import org.attune.time.SessionTime;

/**
 * Movement second by second: the mean of what was told since the second before; a channel told
 * about once a second holds for a few, and one that fell silent says nothing of stillness.
 */
final class MovementTable {
    private static final long HOLDS_NANOS = 5_000_000_000L;

    private double sum;
    private int count;
    private double newest = Double.NaN;
    private long newestNanos;

    void add(MotionReceived event) {
        sum += event.milliG();
        count++;
        newest = event.milliG();
        newestNanos = event.at().nanos();
    }

    void forget() {
        newest = Double.NaN;
        sum = 0;
        count = 0;
    }

    /** Thousandths of g at the end of a second; {@code NaN} where it is not known. */
    double at(SessionTime now) {
        double mean = count > 0 ? sum / count : newest;
        sum = 0;
        count = 0;
        return now.nanos() - newestNanos <= HOLDS_NANOS ? mean : Double.NaN;
    }
}
