package org.attune.sensor.ble;

/** Whether a strap gives the intervals between beats. It is known once the strap was heard. */
public enum RrSupport {
    YES,
    NO,
    UNKNOWN
}
