package org.attune.live;

import java.time.Duration;
import java.time.Instant;
import java.util.OptionalLong;
import org.attune.time.Ticker;
import org.attune.time.WallClock;

/**
 * A ticker that goes on while the machine sleeps. Monotonic clocks stand still in suspend, so what
 * was heard before would seem to be a moment old when the machine wakes, and a beat of then the
 * neighbour of a beat of now. The calendar goes on: where it has run ahead of the monotonic clock
 * by more than {@link #TOLERANCE}, the machine slept, and this ticker leaps by as much.
 *
 * <p>The calendar may also be set, by hand or by a time server. Set forward, it looks like sleep: a
 * hole that was none, which withholds for some seconds and harms nobody. Set back, it is ignored,
 * and would hide only a sleep that was shorter and fell into the same moment. Small corrections of
 * time servers change the pace of both clocks alike and are not seen here. However far the calendar
 * runs, one leap is an hour at most: everything heard before is old by then, and a calendar that
 * was years off at start must not make a session of years.
 *
 * <p>Any thread.
 */
public final class SleepAwareTicker implements Ticker {
    /** More than a leap second, less than any sleep. */
    static final Duration TOLERANCE = Duration.ofMillis(1_500);

    static final Duration LONGEST_LEAP = Duration.ofHours(1);

    /** Drift between clocks of other machines than Linux is followed from here on. */
    private static final long DRIFT_NANOS = 100_000_000L;

    /** Both clocks must have been read within this, or they say nothing about each other. */
    private static final long AT_ONCE_NANOS = 2_000_000L;

    private static final int ATTEMPTS = 3;
    private static final long NANOS_A_SECOND = 1_000_000_000L;

    private final Ticker monotonic;
    private final WallClock calendar;
    private volatile Standing standing;

    /**
     * How the clocks stand to each other.
     *
     * @param ahead calendar less monotonic
     * @param slept all leaps together
     */
    private record Standing(long ahead, long slept, OptionalLong lastLeap) {}

    /** One reading of both clocks; what the calendar is ahead by, if they were read at once. */
    private record Reading(long monotonic, OptionalLong ahead) {}

    /**
     * @param monotonic stands still while the machine sleeps, or does not: both are fine
     * @param calendar goes on while it sleeps
     */
    public SleepAwareTicker(Ticker monotonic, WallClock calendar) {
        this.monotonic = monotonic;
        this.calendar = calendar;
        long ahead = nanos(calendar.now()) - monotonic.nanos();
        this.standing = new Standing(ahead, 0, OptionalLong.empty());
    }

    @Override
    public long nanos() {
        Standing known = standing;
        Reading reading = read();
        if (reading.ahead().isPresent()) {
            Standing now = standing(known, reading, reading.ahead().getAsLong());
            known = now.equals(known) ? known : adopt(known, now);
        }
        return reading.monotonic() + known.slept();
    }

    /** Of several threads that find the same leap, one tells it. */
    private synchronized Standing adopt(Standing known, Standing now) {
        if (standing.equals(known)) {
            standing = now;
        }
        return standing;
    }

    private static Standing standing(Standing known, Reading reading, long ahead) {
        long moved = ahead - known.ahead();
        if (Math.abs(moved) < DRIFT_NANOS) {
            return known;
        }
        if (moved < TOLERANCE.toNanos()) {
            return new Standing(ahead, known.slept(), known.lastLeap());
        }
        long slept = known.slept() + Math.min(moved, LONGEST_LEAP.toNanos());
        return new Standing(ahead, slept, OptionalLong.of(reading.monotonic() + slept));
    }

    private Reading read() {
        long before = monotonic.nanos();
        for (int attempt = 0; attempt < ATTEMPTS; attempt++) {
            long wall = nanos(calendar.now());
            long after = monotonic.nanos();
            if (after - before <= AT_ONCE_NANOS) {
                return new Reading(after, OptionalLong.of(wall - after));
            }
            before = after;
        }
        return new Reading(before, OptionalLong.empty()); // the next call will see
    }

    @Override
    public OptionalLong lastLeap() {
        return standing.lastLeap();
    }

    private static long nanos(Instant instant) {
        return instant.getEpochSecond() * NANOS_A_SECOND + instant.getNano();
    }
}
