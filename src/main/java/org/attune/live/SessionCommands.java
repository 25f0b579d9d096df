package org.attune.live;

import java.time.Duration;
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

    /** Stops recording at once, for all that follows. */
    void withdraw();
}
