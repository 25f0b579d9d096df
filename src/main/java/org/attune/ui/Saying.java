package org.attune.ui;

import java.util.Locale;

/**
 * What the display says of a person that a therapist may put into words of their own. Not among
 * them: that nothing is known, and why; that is never worded away.
 */
public enum Saying {
    USUAL,
    RISING,
    /** Above the usual range, while moving. */
    MOVING,
    /** Well above it, still climbing. */
    CLIMBING,
    /** Well above it, and staying there. */
    HOLDING,
    SETTLING,
    QUIET,
    /** The cue to slow, beside the sentence. */
    EASE,
    /** After the minutes that are left, where somebody still is above their usual range. */
    ENDING,
    /** The notification of the desktop, read by whoever sees the screen. */
    NOTIFICATION;

    /** Its name in the settings, and in the bundle of words. */
    public String setting() {
        return name().toLowerCase(Locale.ROOT);
    }
}
