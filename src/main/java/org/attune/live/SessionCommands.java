package org.attune.live;

import java.time.Duration;
import java.util.List;
import org.attune.session.MarkKind;
import org.attune.session.Phase;

/** All that a screen may ask of a running session. Any thread; each returns at once. */
public interface SessionCommands {
    /** Enters a mark. */
    void mark(MarkKind kind);

    /** Enters a mark with its detail, for instance the client's own number. */
    void mark(MarkKind kind, String detail);

    /** Takes back the newest mark if it is younger than ten seconds. */
    void undo();

    /** Begins a phase. */
    void phase(Phase phase);

    /** Silences cues for {@code duration}; zero lets them speak again. Unknown is still shown. */
    void snooze(Duration duration);

    /**
     * The profiles that may be changed to by a mark {@link MarkKind#PROFILE}, as its details, in
     * the order in which they are offered.
     */
    List<String> profiles();

    /** For so long after a withdrawal, what was recorded before it can be deleted by one key. */
    Duration DELETE_WITHIN = Duration.ofSeconds(30);

    /** Stops recording at once, for all that follows. What was recorded so far is kept. */
    void withdraw();

    /**
     * Deletes what was recorded, if recording was stopped by {@link #withdraw} no longer than
     * {@link #DELETE_WITHIN} ago; else without effect.
     *
     * @return whether it will be deleted; what the law holds is kept all the same, and said to be
     */
    boolean delete();
}
