package org.attune.beat;

import org.attune.Limits;

/**
 * How far intervals laid end to end may part from the clock they arrive by.
 *
 * @param gapAfterSeconds arrival later than this after the last beat that should have ended: beats
 *     were lost, a gap; 1 to 10 s. Must allow for one slow beat and a late notification
 * @param leadSeconds intervals reaching further than this beyond their arrival: something was
 *     delivered twice, a gap; 0.2 to 5 s
 */
public record TimelineRules(double gapAfterSeconds, double leadSeconds) {
    public static final TimelineRules DEFAULT = new TimelineRules(3.5, 1.5);

    public TimelineRules {
        Limits.within("gapAfterSeconds", gapAfterSeconds, 1, 10);
        Limits.within("leadSeconds", leadSeconds, 0.2, 5);
    }
}
