package org.attune.sensor.replay;

import org.attune.time.Ticker;

/**
 * A clock that runs faster or slower than the machine's, so that a whole session (sensor, pipeline,
 * screen) can be played at another pace and still agree with its intervals. Any thread.
 */
public final class PacedTicker implements Ticker {
    private final Ticker base;
    private final long origin;
    private final double speed;

    /**
     * @param speed 10 for ten times as fast; above 0
     */
    public PacedTicker(Ticker base, double speed) {
        if (!(speed > 0) || Double.isInfinite(speed)) {
            throw new IllegalArgumentException("must be > 0 and finite: speed=" + speed);
        }
        this.base = base;
        this.origin = base.nanos();
        this.speed = speed;
    }

    @Override
    public long nanos() {
        return Math.round((base.nanos() - origin) * speed);
    }
}
