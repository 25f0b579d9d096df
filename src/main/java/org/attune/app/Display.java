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
    boolean waits();

    /** Shows what is known before the session, as long as it has not begun. */
    void prepare(PrepareCommands commands, BeforeFacts facts);

    /** Other things are known before the session. */
    void know(BeforeFacts facts);

    /** Shows the newest snapshot; any thread, returns at once. */
    void offer(LiveSnapshot snapshot);

    /** How often a key was pressed in the session; known once it is closed. */
    int pressed();

    @Override
    void close();
}
