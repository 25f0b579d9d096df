package org.attune.hrv;

import org.attune.Limits;

/**
 * Which windows are computed and what they must carry.
 *
 * @param rateSeconds window of the heart rate; 5 to 60 s
 * @param qualitySeconds window signal quality is judged on; 10 to 120 s
 * @param variabilitySeconds window of RMSSD; 30 to 300 s
 * @param leastCoverage share of a window that must be lived through by normal intervals before a
 *     feature of it is computed; 0.3 to 1
 * @param leastPairs neighbouring normal beats RMSSD needs; 2 to 200
 */
public record WindowPlan(
        double rateSeconds,
        double qualitySeconds,
        double variabilitySeconds,
        double leastCoverage,
        int leastPairs) {
    public static final WindowPlan DEFAULT = new WindowPlan(15, 30, 60, 0.5, 20);

    public WindowPlan {
        Limits.within("rateSeconds", rateSeconds, 5, 60);
        Limits.within("qualitySeconds", qualitySeconds, 10, 120);
        Limits.within("variabilitySeconds", variabilitySeconds, 30, 300);
        Limits.within("leastCoverage", leastCoverage, 0.3, 1);
        Limits.within("leastPairs", leastPairs, 2, 200);
    }
}
