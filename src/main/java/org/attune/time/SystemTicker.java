package org.attune.time;

/** The machine's monotonic clock. Any thread. */
public final class SystemTicker implements Ticker {
    @Override
    public long nanos() {
        return System.nanoTime();
    }
}
