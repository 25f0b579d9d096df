package org.attune.store;

/**
 * How a recording stands.
 *
 * @param kind what is the case
 * @param words for people: why, and what to do
 * @param lost moments that are missing in the recording so far
 */
public record RecorderStatus(Kind kind, String words, long lost) {
    /** What is the case. */
    public enum Kind {
        /** All that may be recorded is. */
        RECORDING,
        /** The disk does not take it now; it is kept in memory and tried again each second. */
        DELAYED,
        /** Moments were lost, and nothing can bring them back; what follows is recorded. */
        INCOMPLETE,
        /** Consent was withdrawn for everybody recorded: nothing more is written. */
        WITHDRAWN,
        /** Consent has run out for everybody recorded: nothing more is written. */
        EXPIRED,
        /** The recorder itself failed: nothing more is written. */
        FAILED,
        /** The recording was closed. */
        CLOSED
    }
}
