package org.attune.sensor;

/** How a person's sensor stands at an instant. Only {@link #FLOWING} carries a judgement. */
public enum SensorCondition {
    /** Nothing was heard yet. */
    WAITING,
    FLOWING,
    /**
     * Linked, but nothing that looks like a heart was heard for longer than data may be trusted:
     * silence or noise.
     */
    SILENT,
    /** It says the same over and over, as no heart does. */
    REPEATING,
    CONTACT_LOST,
    LINK_LOST
}
