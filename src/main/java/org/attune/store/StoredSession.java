package org.attune.store;

import java.util.List;
import org.attune.pipeline.Moment;
import org.attune.time.SessionTime;

/**
 * A session as it was recorded.
 *
 * @param entry as the archive lists it, problems included
 * @param settingsText the effective settings, as text
 * @param moments of all recorded lanes, in the order in which they happened
 * @param holes where moments were lost
 */
public record StoredSession(
        SessionEntry entry, String settingsText, List<Moment> moments, List<Hole> holes) {
    public StoredSession {
        moments = List.copyOf(moments);
        holes = List.copyOf(holes);
    }

    /**
     * Moments that could not be recorded.
     *
     * @param before session time of the next moment that was
     * @param lost how many are missing
     */
    public record Hole(SessionTime before, long lost) {}
}
