package org.attune.session;

/** The three parts of a session, set by the therapist. */
public enum Phase {
    ARRIVE,
    WORK,
    SETTLE
}
