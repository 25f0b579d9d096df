package org.attune.time;

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

    /** Time since the session began. */
    public SessionTime now() {
        return new SessionTime(Math.max(0, ticker.nanos() - origin));
    }
}
