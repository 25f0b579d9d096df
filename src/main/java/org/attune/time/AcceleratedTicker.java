package org.attune.time;

import java.util.OptionalLong;

/** A clock that runs faster than another: for replaying hours in minutes. Any thread. */
public final class AcceleratedTicker implements Ticker {
    private final Ticker base;
    private final double speed;
    private final long origin;

    /**
     * @param base the clock that is quickened
     * @param speed how many times faster; 0.1 to 10000
     */
    public AcceleratedTicker(Ticker base, double speed) {
        if (!(speed >= 0.1 && speed <= 10_000)) {
            throw new IllegalArgumentException("must be 0.1 to 10000: speed=" + speed);
        }
        this.base = base;
        this.speed = speed;
        this.origin = base.nanos();
    }

    @Override
    public long nanos() {
        return quickened(base.nanos());
    }

    @Override
    public OptionalLong lastLeap() {
        OptionalLong leap = base.lastLeap();
        return leap.isPresent() ? OptionalLong.of(quickened(leap.getAsLong())) : leap;
    }

    private long quickened(long nanos) {
        return Math.round((nanos - origin) * speed);
    }

    @Override
    public double pace() {
        return base.pace() * speed;
    }
}
