package org.attune.regulation;

import org.attune.Limits;

/**
 * How the heart-rate level is formed and when it carries a judgement.
 *
 * @param windowSeconds the level is the weighted mean rate of this span; 10 to 60 s
 * @param longSeconds the second time scale: the level's own mean over this span; 20 to 300 s
 * @param longShare weight of the second time scale; 0 to 0.9
 * @param leastBelieved share of the window that believed beats must fill; 0.1 to 1
 * @param mostConflict how uncertain the rate may be (root mean square over the heard seconds of the
 *     window, as a share of the rate) for a judgement to begin; 0.01 to 0.2
 * @param mostConflictToStay the same, for a judgement to go on; 0.01 to 0.3, above {@code
 *     mostConflict}
 */
public record LevelRules(
        int windowSeconds,
        int longSeconds,
        double longShare,
        double leastBelieved,
        double mostConflict,
        double mostConflictToStay) {
    public static final LevelRules DEFAULT = new LevelRules(30, 60, 0.5, 0.20, 0.05, 0.07);

    public LevelRules {
        Limits.within("windowSeconds", windowSeconds, 10, 60);
        Limits.within("longSeconds", longSeconds, 20, 300);
        Limits.within("longShare", longShare, 0, 0.9);
        Limits.within("leastBelieved", leastBelieved, 0.1, 1);
        Limits.within("mostConflict", mostConflict, 0.01, 0.2);
        Limits.within("mostConflictToStay", mostConflictToStay, 0.01, 0.3);
        Limits.ordered("mostConflict", mostConflict, "mostConflictToStay", mostConflictToStay);
    }
}
