package org.attune.time;

import java.util.OptionalLong;

/** A monotonic source of nanoseconds. Only differences between two readings mean anything. */
@FunctionalInterface
public interface Ticker {
    /** Nanoseconds since an arbitrary fixed instant; never runs backwards. Any thread. */
    long nanos();

    /**
     * The reading at which it last leapt over a time in which the machine stood still, asleep;
     * empty if it never has. What was heard before does not continue after it.
     */
    default OptionalLong lastLeap() {
        return OptionalLong.empty();
    }

    /** How many times faster than life it runs; 1 unless said. */
    default double pace() {
        return 1;
    }
}
