package org.attune.live;

/**
 * Whether anything is being written, in the words of the consent.
 *
 * @param kind what is the case
 * @param words for people: why
 */
public record RecordingStatus(Kind kind, String words) {
    /** What is the case. */
    public enum Kind {
        /** Nothing is written. */
        LIVE_ONLY,
        /** Recorded, as agreed. */
        RECORDING,
        /** The recorder fell behind or failed: the recording has holes. */
        INCOMPLETE,
        /** Consent was withdrawn: nothing more is written. */
        WITHDRAWN
    }
}
