package org.attune.ui.breath;

import org.attune.Limits;

/**
 * How the breathing pacer breathes. Nothing here changes what is concluded.
 *
 * @param breathsPerMinute breaths a minute, 4 to 7
 * @param inShare share of a breath that is breathing in, 0.3 to 0.6
 */
public record PacerSettings(double breathsPerMinute, double inShare) {
    /** Six breaths a minute, four parts in and six out. */
    public static final PacerSettings DEFAULT = new PacerSettings(6, 0.4);

    public PacerSettings {
        Limits.within("breathsPerMinute", breathsPerMinute, 4, 7);
        Limits.within("inShare", inShare, 0.3, 0.6);
    }
}
