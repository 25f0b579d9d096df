package org.attune.ui;

/** What the page before the session may ask for. Called on the EDT; each returns at once. */
public interface PrepareCommands {
    /** The session begins: from here on the page is gone. */
    void begin();

    /** Nothing is recorded today, or, asked again, what was agreed to. */
    void liveOnly();

    /** Judged against the range of earlier sessions, or, asked again, today's own is learned. */
    void earlierRange();

    /**
     * Somebody else is here.
     *
     * @param code one of those that were offered; empty for somebody unnamed
     */
    void someoneElse(String code);
}
