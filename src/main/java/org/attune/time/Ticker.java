package org.attune.time;

/** A monotonic source of nanoseconds. Only differences between two readings mean anything. */
@FunctionalInterface
public interface Ticker {
    /** Nanoseconds since an arbitrary fixed instant; never runs backwards. Any thread. */
    long nanos();

    /** How many times faster than life it runs; 1 unless said. */
    default double pace() {
        return 1;
    }
}
