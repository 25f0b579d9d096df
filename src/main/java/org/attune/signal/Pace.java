package org.attune.signal;

/** What the signal suggests about pace. The words on screen are the therapist's to set. */
public enum Pace {
    /** Nothing asked: always a valid answer. */
    STAY,
    /** Arousal suggests overwhelm: room to slow. */
    EASE,
    /** Flat or quiet for long: look at the person. */
    INVITE
}
