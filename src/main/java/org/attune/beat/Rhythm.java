package org.attune.beat;

/** Whether a heart keeps a rhythm whose variability can be read at all. */
public enum Rhythm {
    /** Too few beats have been heard to say. */
    UNDETERMINED,
    REGULAR,
    /**
     * No beat foretells the next, as in atrial fibrillation: what variability there is says nothing
     * about the person's arousal. No diagnosis.
     */
    IRREGULAR
}
