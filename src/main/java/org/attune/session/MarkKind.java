package org.attune.session;

/** What a therapist can mark by one key. */
public enum MarkKind {
    /** Interventions: what the therapist did. */
    SLOW,
    GROUND,
    BREATHE,
    PAUSE,
    INQUIRE,
    RESUME,
    /** Observations: which kind of cue was seen. */
    COGNITIVE,
    SOMATIC,
    BEHAVIOURAL,
    VERBAL,
    EMOTIONAL,
    /** The words said one thing and the body another. */
    WORDS_NOT_BODY,
    /** The therapist felt something; private. */
    FELT,
    /** The therapist saw the state shown. */
    ACKNOWLEDGED,
    /** The client's own number (0 to 10) of distress; the detail carries it. */
    SUDS,
    /** A phase began; the detail names it. */
    PHASE,
    /** A set of bilateral stimulation begins or ends; the detail is BEGIN or END. */
    SET,
    /** Another profile holds from here; the detail is its name and the mark of its settings. */
    PROFILE,
    /** Cues are silent for a while; the detail carries the minutes, 0 when it ends. */
    SNOOZE,
    /** A mark was taken back; the detail carries its time in nanoseconds. */
    UNDO,
    /** Consent to record was withdrawn in the session. */
    WITHDRAWN
}
