package org.attune.regulation;

import org.attune.Limits;

/**
 * Thresholds of the states in steps of the personal scale, and how long a condition must hold
 * before the state follows (dwell). Leaving takes a lower threshold than entering (hysteresis).
 *
 * @param risingAbove enter Rising above this many steps; 0.5 to 4
 * @param risingBelow leave it below this many; 0 to 4, lower than {@code risingAbove}
 * @param risingDwellSeconds hold before entering; 5 to 60 s
 * @param highAbove enter High above this many steps; 1 to 8
 * @param highBelow leave it below this many; 0 to 8, lower than {@code highAbove}
 * @param highLeastBpm and at least this far above the middle, bpm; 0 to 40
 * @param highDwellSeconds hold before entering; 5 to 60 s
 * @param leaveDwellSeconds hold before leaving Rising, High, Settling or Quiet; 5 to 120 s
 * @param settlingSlopeBpm coming down faster than this, bpm in 10 s, is Settling; 0.2 to 10
 * @param settlingDwellSeconds hold before entering Settling; 5 to 60 s
 * @param quiet whether there is a state Quiet at all
 * @param quietBelow below this many steps under the middle is low; 0.5 to 4
 * @param flatSdBpm a rate varying less than this is flat, bpm; 0.1 to 3
 * @param flatShare and less than this share of how it varied while the baseline was learned; 0.1 to
 *     1
 * @param quietDwellSeconds hold before entering Quiet; 60 to 600 s
 * @param afterPeakSeconds the same where it went flat soon after High; 30 to 300 s
 * @param holdSeconds least time any state is shown; 0 to 60 s. Unknown is shown at once
 */
public record StateRules(
        double risingAbove,
        double risingBelow,
        double risingDwellSeconds,
        double highAbove,
        double highBelow,
        double highLeastBpm,
        double highDwellSeconds,
        double leaveDwellSeconds,
        double settlingSlopeBpm,
        double settlingDwellSeconds,
        boolean quiet,
        double quietBelow,
        double flatSdBpm,
        double flatShare,
        double quietDwellSeconds,
        double afterPeakSeconds,
        double holdSeconds) {
    public static final StateRules DEFAULT =
            new StateRules(
                    1.4, 0.9, 15, 2.0, 1.2, 3, 20, 20, 1, 15, true, 1.5, 0.7, 0.4, 240, 90, 15);

    public StateRules {
        Limits.within("risingAbove", risingAbove, 0.5, 4);
        Limits.within("risingBelow", risingBelow, 0, 4);
        Limits.ordered("risingBelow", risingBelow, "risingAbove", risingAbove);
        Limits.within("risingDwellSeconds", risingDwellSeconds, 5, 60);
        Limits.within("highAbove", highAbove, 1, 8);
        Limits.ordered("risingAbove", risingAbove, "highAbove", highAbove);
        Limits.within("highBelow", highBelow, 0, 8);
        Limits.ordered("highBelow", highBelow, "highAbove", highAbove);
        Limits.within("highLeastBpm", highLeastBpm, 0, 40);
        Limits.within("highDwellSeconds", highDwellSeconds, 5, 60);
        Limits.within("leaveDwellSeconds", leaveDwellSeconds, 5, 120);
        Limits.within("settlingSlopeBpm", settlingSlopeBpm, 0.2, 10);
        Limits.within("settlingDwellSeconds", settlingDwellSeconds, 5, 60);
        Limits.within("quietBelow", quietBelow, 0.5, 4);
        Limits.within("flatSdBpm", flatSdBpm, 0.1, 3);
        Limits.within("flatShare", flatShare, 0.1, 1);
        Limits.within("quietDwellSeconds", quietDwellSeconds, 60, 600);
        Limits.within("afterPeakSeconds", afterPeakSeconds, 30, 300);
        Limits.within("holdSeconds", holdSeconds, 0, 60);
    }
}
