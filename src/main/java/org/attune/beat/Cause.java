package org.attune.beat;

/** What may lie behind an interval, as {@link Explanations} weighs it. */
enum Cause {
    /** A normal beat. */
    BEAT,
    /** A beat out of place: this interval and the next together are two beats. */
    DISPLACED,
    /** A beat that was none: this interval and the next together are one beat. */
    SPLIT,
    /** One to three beats not seen. */
    MERGED,
    /** Nothing that can be named. */
    STRAY;

    /** Whether it takes the interval after it along. */
    boolean isPair() {
        return this == DISPLACED || this == SPLIT;
    }
}
