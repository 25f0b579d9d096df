package org.attune.ui.review;

import org.attune.review.Annotation;
import org.attune.session.Marker;
import org.attune.time.SessionTime;

/**
 * What is said of the session in the review window, and kept. Called on a worker thread, one call
 * at a time; each answers with the session as it stands then. An {@link org.attune.AttuneException}
 * or an {@link IllegalArgumentException} says why nothing was kept.
 */
public interface ReviewSaying {
    /** Corrects when a mark was; what was recorded stays as it is. */
    ReviewSession move(Marker stands, SessionTime to);

    /** Comments on a moment, or on the span between two. */
    ReviewSession comment(SessionTime from, SessionTime to, String text);

    /** Writes the record's summary. */
    ReviewSession summarise(String text);

    /** Keeps a process note, in its own store. */
    ReviewSession note(String text);

    /** Adds a mark that was not set in the session. */
    ReviewSession add(Marker mark);

    /** Gives a word to find the session by. */
    ReviewSession tag(String word);

    /** Lets a comment of the user's be seen by whoever supervises, or keeps it back again. */
    ReviewSession share(Annotation comment);

    /**
     * Whether the session is somebody else's, who let it be seen: then it is commented on and
     * marked, and nothing else.
     */
    default boolean supervises() {
        return false;
    }

    /** Takes back what was said last in this window, notes apart. */
    ReviewSession takeBackLast();
}
