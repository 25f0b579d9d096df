package org.attune.time;

import java.time.Duration;
import org.attune.Limits;

/**
 * Time since the session began, in nanoseconds: a type, so that it cannot be mixed up with a
 * duration or with the time of day.
 *
 * @param nanos nanoseconds since the session began, {@code >= 0}
 */
public record SessionTime(long nanos) implements Comparable<SessionTime> {
    /** The instant at which the session began. */
    public static final SessionTime ZERO = new SessionTime(0);

    private static final double MOST_SECONDS = 9e9;

    public SessionTime {
        if (nanos < 0) {
            throw new IllegalArgumentException("must be >= 0: nanos=" + nanos);
        }
    }

    /** The time {@code seconds}, at least 0, after the session began, to the nearest nanosecond. */
    public static SessionTime ofSeconds(double seconds) {
        Limits.within("seconds", seconds, 0, MOST_SECONDS);
        return new SessionTime(Math.round(seconds * 1e9));
    }

    /** Seconds since the session began. */
    public double toSeconds() {
        return nanos / 1e9;
    }

    /** This time moved by {@code duration}; never before the session began. */
    public SessionTime plus(Duration duration) {
        return plusNanos(duration.toNanos());
    }

    /** This time moved by {@code delta} nanoseconds; never before the session began. */
    public SessionTime plusNanos(long delta) {
        long moved = nanos + delta;
        boolean overflowed = delta > 0 && moved < 0;
        return new SessionTime(overflowed ? Long.MAX_VALUE : Math.max(0, moved));
    }

    /** The duration from {@code earlier} to this time; negative when {@code earlier} is later. */
    public Duration since(SessionTime earlier) {
        return Duration.ofNanos(nanos - earlier.nanos);
    }

    public boolean isBefore(SessionTime other) {
        return nanos < other.nanos;
    }

    public boolean isAfter(SessionTime other) {
        return nanos > other.nanos;
    }

    /** The later of the two. */
    public static SessionTime later(SessionTime a, SessionTime b) {
        return a.nanos >= b.nanos ? a : b;
    }

    @Override
    public int compareTo(SessionTime other) {
        return Long.compare(nanos, other.nanos);
    }
}
