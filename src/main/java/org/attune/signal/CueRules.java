package org.attune.signal;

import org.attune.Limits;

/**
 * How often the therapist may be told at all.
 *
 * @param budget cues in one budget span; 0 (never) to 20
 * @param budgetMinutes the span, minutes; 10 to 240
 * @param refractorySeconds least time between two cues; 0 to 1800 s
 * @param easeCues whether High gives a cue
 * @param inviteCues whether Quiet gives a cue in a phase marked as work
 */
public record CueRules(
        int budget,
        double budgetMinutes,
        double refractorySeconds,
        boolean easeCues,
        boolean inviteCues) {
    public static final CueRules DEFAULT = new CueRules(3, 50, 600, true, true);

    public CueRules {
        Limits.within("budget", budget, 0, 20);
        Limits.within("budgetMinutes", budgetMinutes, 10, 240);
        Limits.within("refractorySeconds", refractorySeconds, 0, 1800);
    }
}
