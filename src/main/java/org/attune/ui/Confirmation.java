package org.attune.ui;

/**
 * What the foot line says about the key just pressed.
 *
 * @param words what was done
 * @param at session second of the press
 * @param undoable whether it can be taken back for ten seconds
 */
record Confirmation(String words, double at, boolean undoable) {
    /** How long it stays; as long as a mark can be taken back. */
    static final int SECONDS = 10;

    /** Seconds for which it can still be taken back, at least 1 while it is shown. */
    int secondsLeft(double now) {
        return (int) Math.max(1, Math.min(SECONDS, SECONDS - Math.floor(now - at)));
    }
}
