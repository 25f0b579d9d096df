package org.attune.regulation;

import org.attune.Limits;

/**
 * What data must be like before anything is concluded from them.
 *
 * @param leastCoverage share of usable time in the quality window; 0.5 to 1
 * @param movementLimitMilliG mean movement above which a heart would be misread, thousandths of g;
 *     5 to 500. Known from the wrist only; for the chest it is unproven
 */
public record QualityRules(double leastCoverage, double movementLimitMilliG) {
    public static final QualityRules DEFAULT = new QualityRules(0.8, 25);

    public QualityRules {
        Limits.within("leastCoverage", leastCoverage, 0.5, 1);
        Limits.within("movementLimitMilliG", movementLimitMilliG, 5, 500);
    }
}
