package org.attune.beat;

import org.attune.Limits;

/**
 * How beats are judged.
 *
 * @param leastMillis shorter intervals are implausible; 200 to 400 ms
 * @param mostMillis longer intervals are implausible; 1500 to 3000 ms
 * @param tolerance relative distance from the local reference beyond which an interval is an
 *     artefact; 0.10 to 0.35
 * @param referenceBeats accepted beats the local reference is the median of; 3 to 31
 * @param reseedBeats consecutive rejected beats that agree among themselves and so are a new level,
 *     not artefacts; 3 to 10
 */
public record CleaningRules(
        double leastMillis,
        double mostMillis,
        double tolerance,
        int referenceBeats,
        int reseedBeats) {
    public static final CleaningRules DEFAULT = new CleaningRules(300, 2000, 0.20, 9, 3);

    public CleaningRules {
        Limits.within("leastMillis", leastMillis, 200, 400);
        Limits.within("mostMillis", mostMillis, 1500, 3000);
        Limits.within("tolerance", tolerance, 0.10, 0.35);
        Limits.within("referenceBeats", referenceBeats, 3, 31);
        Limits.within("reseedBeats", reseedBeats, 3, 10);
    }
}
