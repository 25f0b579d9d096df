package org.attune.app;

import org.attune.live.LiveSnapshot;
import org.attune.live.SessionCommands;

/** Where a running session is shown. */
interface Display extends AutoCloseable {
    /**
     * Begins to show.
     *
     * @param commands what the therapist may ask of the session
     * @param onClose called once when the therapist ends the session from the display
     */
    void open(SessionCommands commands, Runnable onClose);

    /** Shows the newest snapshot; any thread, returns at once. */
    void offer(LiveSnapshot snapshot);

    @Override
    void close();
}
