package org.attune.store;

import java.time.Instant;
import java.util.Optional;
import org.attune.session.SessionId;

/**
 * A process note: what the therapist writes down for themselves. Its text form is redacted, so that
 * it cannot slip into a log.
 *
 * @param at when it was written
 * @param session of which session, or of the person alone
 * @param text the note
 */
public record Note(Instant at, Optional<SessionId> session, String text) {
    public Note {
        if (text.isBlank()) {
            throw new IllegalArgumentException("a note must say something");
        }
    }

    @Override
    public String toString() {
        return "Note[redacted]";
    }
}
