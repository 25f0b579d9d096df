package org.attune.sensor;

/** How the beats were sensed. Trends never mix classes. */
public enum SourceClass {
    /** Electrodes on the chest: RR intervals. */
    ECG,
    /** Light through skin: pulse-to-pulse intervals, labelled so. */
    OPTICAL,
    /** A rate only, without intervals: no variability can be shown. */
    HEART_RATE_ONLY,
    /** A simulated client. */
    SIMULATED,
    /** Not known, for instance a bare file of intervals. */
    UNKNOWN;

    /**
     * Whether its beats are as clean as those of electrodes: it has no noise to excuse what does
     * not fit.
     */
    public boolean isClean() {
        return this == ECG || this == SIMULATED;
    }
}
