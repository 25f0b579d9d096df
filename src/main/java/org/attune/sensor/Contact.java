package org.attune.sensor;

/** Whether the sensor touches the body, as far as it can tell. */
public enum Contact {
    /** The sensor cannot tell; nothing may be inferred. */
    UNSUPPORTED,
    GOOD,
    LOST
}
