package org.attune.signal;

import org.attune.Limits;

/**
 * How often the therapist may be told at all.
 *
 * @param budget cues in one budget span; 0 (never) to 20
 * @param budgetMinutes the span, minutes; 10 to 240
 * @param refractorySeconds least time between two cues; 0 to 1800 s
 * @param unknownMovementSeconds where movement is not known, how long arousal must have stood
 *     raised before it gives a cue; 0 to 300 s
 * @param sharedBudget whether budget and refractory time count the cues for all people together
 * @param easeCues whether High gives a cue
 * @param inviteCues whether Quiet gives a cue in a phase marked as work
 * @param setSettleSeconds after a marked set ends, how long no cue is given yet; 0 to 120 s
 */
public record CueRules(
        int budget,
        double budgetMinutes,
        double refractorySeconds,
        double unknownMovementSeconds,
        boolean sharedBudget,
        boolean easeCues,
        boolean inviteCues,
        double setSettleSeconds) {
    static final double MOST_BUDGET_MINUTES = 240;

    public static final CueRules DEFAULT = new CueRules(3, 50, 600, 45, false, true, true, 15);

    public CueRules {
        Limits.within("budget", budget, 0, 20);
        Limits.within("budgetMinutes", budgetMinutes, 10, MOST_BUDGET_MINUTES);
        Limits.within("refractorySeconds", refractorySeconds, 0, 1800);
        Limits.within("unknownMovementSeconds", unknownMovementSeconds, 0, 300);
        Limits.within("setSettleSeconds", setSettleSeconds, 0, 120);
    }
}
