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
    UNKNOWN
}
