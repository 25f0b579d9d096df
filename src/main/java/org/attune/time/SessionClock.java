package org.attune.time;

import java.util.Optional;
import java.util.OptionalLong;

/** Tells how long the session has run. One clock serves all people of a session. Any thread. */
public final class SessionClock {
    private final Ticker ticker;
    private final long origin;

    private SessionClock(Ticker ticker) {
        this.ticker = ticker;
        this.origin = ticker.nanos();
    }

    /** A clock that reads zero now. */
    public static SessionClock startingNow(Ticker ticker) {
        return new SessionClock(ticker);
    }

    /**
     * How long to wait in real life until the session has run for {@code time}, in nanoseconds; 0
     * when it already has.
     */
    public long realNanosUntil(SessionTime time) {
        return Math.round(Math.max(0, time.nanos() - now().nanos()) / ticker.pace());
    }

    /** When the machine last woke from sleep in this session; empty if it never slept. */
    public Optional<SessionTime> lastWaking() {
        OptionalLong leap = ticker.lastLeap();
        return leap.isEmpty() || leap.getAsLong() < origin
                ? Optional.empty()
                : Optional.of(new SessionTime(leap.getAsLong() - origin));
    }

    /** Time since the session began. */
    public SessionTime now() {
        return new SessionTime(Math.max(0, ticker.nanos() - origin));
    }
}
