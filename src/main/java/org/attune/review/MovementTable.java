package org.attune.review;

import org.attune.sensor.SensorEvent;
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
    private long firstNanos = -1;
    private boolean told;

    /** Takes what was heard, if it says something of movement; whether it did. */
    boolean take(SensorEvent event) {
        if (event instanceof SensorEvent.MotionReceived moved) {
            sum += moved.milliG();
            count++;
            newest = moved.milliG();
            newestNanos = moved.at().nanos();
            told = true;
        } else if (event instanceof SensorEvent.LinkLost) {
            newest = Double.NaN;
            sum = 0;
            count = 0;
            told = true;
        } else {
            return false;
        }
        return true;
    }

    /**
     * Whether, had there been movement before all that was taken here, nothing would be otherwise
     * from {@code now} on.
     */
    boolean isIndependent(SessionTime now) {
        return firstNanos >= 0 && (told || now.nanos() - firstNanos > HOLDS_NANOS);
    }

    /** Thousandths of g at the end of a second; {@code NaN} where it is not known. */
    double at(SessionTime now) {
        firstNanos = firstNanos < 0 ? now.nanos() : firstNanos;
        double mean = count > 0 ? sum / count : newest;
        sum = 0;
        count = 0;
        return now.nanos() - newestNanos <= HOLDS_NANOS ? mean : Double.NaN;
    }
}
