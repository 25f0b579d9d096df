package org.attune.regulation;

import org.attune.Limits;

/**
 * How today's baseline is learned.
 *
 * @param settleSeconds left out at the beginning: hearts slow down while people arrive; 0 to 900 s
 * @param learnSeconds usable time the baseline is learned from; 60 to 900 s
 * @param priorScaleBpm the spread of a calm person's rate expected before anything is known, bpm; 1
 *     to 10
 * @param priorWeight how many "votes" that expectation has; 0 to 100
 * @param ownWeight how many votes the person's own spread has; 1 to 100
 * @param earlierShare how far, at most, today's range is drawn towards that of earlier sessions; 0
 *     to 0.8
 */
public record BaselineRules(
        double settleSeconds,
        double learnSeconds,
        double priorScaleBpm,
        double priorWeight,
        double ownWeight,
        double earlierShare) {
    public static final BaselineRules DEFAULT = new BaselineRules(180, 180, 3, 10, 5, 0.5);

    public BaselineRules {
        Limits.within("settleSeconds", settleSeconds, 0, 900);
        Limits.within("learnSeconds", learnSeconds, 60, 900);
        Limits.within("priorScaleBpm", priorScaleBpm, 1, 10);
        Limits.within("priorWeight", priorWeight, 0, 100);
        Limits.within("ownWeight", ownWeight, 1, 100);
        Limits.within("earlierShare", earlierShare, 0, 0.8);
    }
}
