package org.attune.regulation;

/**
 * Where a person's arousal stands against their own usual range. An inference from the heart, never
 * a measurement of emotion.
 */
public enum RegulationState {
    /** No reliable signal; always wins. */
    UNKNOWN,
    /** Getting to know today's range. */
    LEARNING,
    /** Within this person's usual range. */
    USUAL,
    /** Above usual. */
    RISING,
    /** Well above usual, climbing or holding. */
    HIGH,
    /** Above usual, coming down. */
    SETTLING,
    /** Flat or low for a while: look at the person. */
    QUIET;

    /** Whether it says that arousal is above this person's usual range. */
    public boolean isAboveUsual() {
        return this == RISING || this == HIGH || this == SETTLING;
    }
}
