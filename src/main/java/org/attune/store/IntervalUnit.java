package org.attune.store;

import java.util.List;
import org.attune.sensor.RrInterval;

/** What intervals are counted in; by their codes, the largest first. */
enum IntervalUnit {
    TICKS_1024(0),
    MILLIS(1),
    NANOS(2);

    static final List<IntervalUnit> ALL = List.of(values());
    final int code;

    IntervalUnit(int code) {
        this.code = code;
    }

    /** To the nearest; exact only if {@link #nanos} of it is what was given. */
    long count(long nanos) {
        return switch (this) {
            // The whole seconds apart, so that nothing overflows nor is rounded twice.
            case TICKS_1024 ->
                    nanos / 1_000_000_000L * 1024 + Math.round(nanos % 1_000_000_000L * 1024 / 1e9);
            case MILLIS -> nanos / 1_000_000;
            case NANOS -> nanos;
        };
    }

    long nanos(long count) {
        return switch (this) {
            case TICKS_1024 ->
                    Math.floorDiv(count, 1024) * 1_000_000_000L
                            + Math.round(Math.floorMod(count, 1024) * 1e9 / 1024);
            case MILLIS -> count * 1_000_000;
            case NANOS -> count;
        };
    }

    boolean holds(long nanos) {
        return nanos(count(nanos)) == nanos;
    }

    static IntervalUnit of(long nanos) {
        return TICKS_1024.holds(nanos) ? TICKS_1024 : MILLIS.holds(nanos) ? MILLIS : NANOS;
    }

    static IntervalUnit of(List<RrInterval> intervals) {
        for (IntervalUnit unit : ALL) {
            if (intervals.stream().allMatch(interval -> unit.holds(interval.nanos()))) {
                return unit;
            }
        }
        return NANOS;
    }
}
