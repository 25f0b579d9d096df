package org.attune.sensor;

/** What a sensor can give. What is not listed is never guessed. */
public enum Capability {
    RR,
    HEART_RATE,
    CONTACT,
    BATTERY,
    MOTION,
    /** The raw electrocardiogram; only where it was asked for. */
    ECG
}
