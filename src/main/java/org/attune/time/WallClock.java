package org.attune.time;

import java.time.Instant;

/** The calendar: used for sessions and consent, never for beats. Any thread. */
@FunctionalInterface
public interface WallClock {
    /** The present instant in UTC. */
    Instant now();

    /** The machine's own calendar clock. */
    static WallClock system() {
        return Instant::now;
    }
}
