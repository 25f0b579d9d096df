package org.attune.ui.trend;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import org.attune.review.trend.TrendRules;
import org.attune.review.trend.TrendSession;
import org.attune.session.Session;
import org.attune.session.SessionId;

/**
 * What the window of trends asks for. Called on a worker thread, one call at a time, and may take
 * as long as it takes. An {@link org.attune.AttuneException} or an {@link IllegalArgumentException}
 * is told in its own line.
 */
public interface TrendQuestions {
    /** What is there at once. */
    Start begin();

    /**
     * Works out what is not there yet, and tells each session's figures as they come; on any
     * thread. Returns when all were told.
     */
    void workOut(Consumer<TrendSession> found);

    /** Where pictures of the charts are handed out; empty where they are not. */
    default Optional<TrendPictures> pictures() {
        return Optional.empty();
    }

    /**
     * Whose sessions, and which of them have figures already.
     *
     * @param code of the person
     * @param sessions oldest first
     * @param known figures of some of them
     * @param corrected those of which marks were corrected afterwards
     * @param rules how they are laid side by side
     */
    record Start(
            String code,
            List<Session> sessions,
            List<TrendSession> known,
            Set<SessionId> corrected,
            TrendRules rules) {
        public Start {
            sessions = List.copyOf(sessions);
            known = List.copyOf(known);
            corrected = Set.copyOf(corrected);
        }
    }
}
