package org.attune.store;

import java.util.List;
import org.attune.session.Session;
import org.attune.time.SessionTime;

/**
 * A session as the archive lists it.
 *
 * @param session who met and when; holds the people who were recorded, and nobody else
 * @param last session time of the last recorded moment
 * @param state how its recording ended
 * @param lost moments known to be missing
 * @param problems what is damaged, in plain words; empty when nothing
 */
public record SessionEntry(
        Session session, SessionTime last, State state, long lost, List<String> problems) {
    /** How a recording ended. */
    public enum State {
        /** It is still going on. */
        RECORDING,
        /** It was closed; its end is sealed. */
        CLOSED,
        /** It broke off: all is there up to about a second before the end. */
        RECOVERED
    }

    public SessionEntry {
        problems = List.copyOf(problems);
    }

    /** Whether something of it is missing or damaged. */
    public boolean incomplete() {
        return lost > 0 || !problems.isEmpty();
    }
}
