package org.attune.app;

import org.attune.live.LiveSnapshot;
import org.attune.live.SessionCommands;
import org.attune.ui.BeforeFacts;
import org.attune.ui.PrepareCommands;

/** Where a running session is shown. */
interface Display extends AutoCloseable {
    /**
     * Begins to show.
     *
     * @param commands what the therapist may ask of the session
     * @param onClose called once when the therapist ends the session from the display
     */
    void open(SessionCommands commands, Runnable onClose);

    /** Whether the therapist can say here when the session begins; else it begins at once. */
    default boolean waits() {
        return false;
    }

    /** Shows what is known before the session, as long as it has not begun; where that is shown. */
    default void prepare(PrepareCommands commands, BeforeFacts facts) {
        // Not every session is prepared.
    }

    /** Other things are known before the session. */
    default void know(BeforeFacts facts) {
        // Not every session is prepared.
    }

    /** Shows the newest snapshot; any thread, returns at once. */
    void offer(LiveSnapshot snapshot);

    /** How often a key was pressed in the session; known once it is closed, 0 if nobody counts. */
    default int pressed() {
        return 0;
    }

    @Override
    void close();
}
