package org.attune.session;

import org.attune.time.SessionTime;

/**
 * A therapist's mark in the log of a session.
 *
 * @param at when the key was pressed
 * @param kind what was marked
 * @param detail machine-readable addition as the kind says, or empty; never free text
 */
public record Marker(SessionTime at, MarkKind kind, String detail) {
    /** A mark without a detail. */
    public static Marker of(SessionTime at, MarkKind kind) {
        return new Marker(at, kind, "");
    }

    /** The beginning of a phase. */
    public static Marker ofPhase(SessionTime at, Phase phase) {
        return new Marker(at, MarkKind.PHASE, phase.name());
    }
}
