package org.attune.signal;

/** What became of the one-time cue in a second: none was due, it was given, or why it was not. */
public enum CueFate {
    /** None was due. */
    NONE,
    /** Given in this very second. */
    GIVEN,
    /** Cues of this kind are switched off. */
    SWITCHED_OFF,
    /** Quiet is worth a hint only in a phase marked as work. */
    NOT_IN_WORK,
    /** The therapist asked for silence. */
    SNOOZED,
    /** Movement is not known, and the rise may yet be the body's: it has to last. */
    WAITING,
    /** Too soon after the one before. */
    TOO_SOON,
    /** As many were given as the budget allows. */
    BUDGET_SPENT,
    /** Arousal is coming down by itself, or does not stand high. */
    RECOVERING,
    /** A set is running, or has only just ended. */
    IN_SET,
    /** The therapist has seen it. */
    ACKNOWLEDGED
}
