package org.attune.ui.desk;

import java.nio.file.Path;
import java.util.List;
import org.attune.ui.review.ReviewActions;
import org.attune.ui.review.ReviewSession;

/**
 * A session's way to whoever supervises, and back. Called on a worker thread, as {@link
 * DeskActions} is.
 */
public interface SupervisionActions {
    /**
     * A session that is to be sent.
     *
     * @param session its name
     * @param code whose
     * @param supervisor as the consent names them
     * @param key to which it is sealed; empty for none
     * @param answerKey to which what comes back is sealed; empty for none
     */
    record Wish(String session, String code, String supervisor, String key, String answerKey) {}

    /** What exactly would leave, or what is missing for it. */
    DeskActions.Leaving preview(Wish wish);

    /** Writes the file for the supervisor; where it lies. */
    String send(Wish wish, Path target);

    /**
     * A session of another vault, opened.
     *
     * @param session what is shown
     * @param actions what can be done with it
     * @param note until when it may be seen, in words
     * @param answer what was said of it
     */
    record Opened(ReviewSession session, ReviewActions actions, String note, Answer answer) {}

    /** What was said of a session of another vault. */
    interface Answer {
        /**
         * Writes it into a new file beside the session; where it lies, empty if nothing was said.
         */
        String write();
    }

    /**
     * Opens a session that was sent.
     *
     * @param identity file of the age identity it was sealed to; empty for none
     */
    Opened open(Path file, String identity);

    /** Takes in what a supervisor said; what of it was new. */
    List<String> merge(Path file, String identity);
}
