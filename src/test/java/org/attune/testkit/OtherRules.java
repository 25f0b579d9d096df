package org.attune.testkit;

import org.attune.regulation.StateRules;
import org.attune.signal.CueRules;

/** The rules as they are, but for what a test turns. */
public final class OtherRules {
    private OtherRules() {}

    /** Other thresholds, in steps; Rising is left at most 0.2 below where it begins. */
    public static StateRules states(double risingAbove, double highAbove, double highBelow) {
        StateRules d = StateRules.DEFAULT;
        return new StateRules(
                risingAbove,
                Math.min(d.risingBelow(), risingAbove - 0.2),
                d.risingDwellSeconds(),
                highAbove,
                highBelow,
                d.highLeastBpm(),
                d.highDwellSeconds(),
                d.leaveDwellSeconds(),
                d.settlingSlopeBpm(),
                d.settlingDwellSeconds(),
                d.quiet(),
                d.quietBelow(),
                d.flatSdBpm(),
                d.flatShare(),
                d.quietDwellSeconds(),
                d.afterPeakSeconds(),
                d.holdSeconds());
    }

    /** Another threshold of High alone. */
    public static StateRules highAbove(double steps) {
        return states(StateRules.DEFAULT.risingAbove(), steps, StateRules.DEFAULT.highBelow());
    }

    /** Another budget of cues. */
    public static CueRules budget(int cues) {
        CueRules d = CueRules.DEFAULT;
        return new CueRules(
                cues,
                d.budgetMinutes(),
                d.refractorySeconds(),
                d.unknownMovementSeconds(),
                d.sharedBudget(),
                d.easeCues(),
                d.inviteCues(),
                d.setSettleSeconds());
    }
}
