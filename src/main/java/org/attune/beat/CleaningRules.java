package org.attune.beat;

import org.attune.Limits;

/**
 * How beats are judged.
 *
 * @param leastMillis shorter intervals are implausible; 200 to 400 ms
 * @param mostMillis longer intervals are implausible; 1500 to 3000 ms
 * @param referenceBeats accepted beats the level of the heart is the median of; 5 to 31
 * @param reseedBeats consecutive rejected beats that agree among themselves and so are a new level,
 *     not artefacts; 3 to 12
 */
public record CleaningRules(
        double leastMillis, double mostMillis, int referenceBeats, int reseedBeats) {
    public static final CleaningRules DEFAULT = new CleaningRules(300, 2000, 11, 6);

    public CleaningRules {
        Limits.within("leastMillis", leastMillis, 200, 400);
        Limits.within("mostMillis", mostMillis, 1500, 3000);
        Limits.within("referenceBeats", referenceBeats, 5, 31);
        Limits.within("reseedBeats", reseedBeats, 3, 12);
    }

    /** Whether a heart can beat so at all. */
    boolean plausible(double millis) {
        return millis >= leastMillis && millis <= mostMillis;
    }
}
