package org.attune.sensor;

/** How a person's sensor stands at an instant. Only {@link #FLOWING} carries a judgement. */
public enum SensorCondition {
    /** Nothing was heard yet. */
    WAITING,
    FLOWING,
    /** Linked, but nothing was heard for longer than data may be trusted. */
    SILENT,
    CONTACT_LOST,
    LINK_LOST
}
