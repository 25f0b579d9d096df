package org.attune.sensor;

import org.attune.Limits;

/**
 * When a sensor that says nothing counts as silent.
 *
 * @param silentAfterSeconds without a credible beat for longer, nothing may be concluded; 2 to 10 s
 */
public record ConditionRules(double silentAfterSeconds) {
    /** 5 s: the longest a state may be shown without a beat. */
    public static final ConditionRules DEFAULT = new ConditionRules(5);

    public ConditionRules {
        Limits.within("silentAfterSeconds", silentAfterSeconds, 2, 10);
    }
}
