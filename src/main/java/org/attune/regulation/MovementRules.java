package org.attune.regulation;

import org.attune.Limits;

/**
 * What movement does to the judgement. While a person moves, or has moved much just before, or is
 * coming down from it, their rate follows the body: a raised level is shown, with that reason, and
 * asks for nothing. Known from the wrist only; for the chest the limits are unproven.
 *
 * @param limitMilliG mean movement of the last half minute above which a person is moving,
 *     thousandths of g; 5 to 500
 * @param latelySeconds span of the movement just before; 30 to 300 s
 * @param latelyMilliG mean movement over that span above which the rate still follows it; 5 to 500
 * @param recoverySeconds for so long at most after that, a rate still falling is taken to come down
 *     from it; 0 to 900 s
 */
public record MovementRules(
        double limitMilliG, double latelySeconds, double latelyMilliG, double recoverySeconds) {
    public static final MovementRules DEFAULT = new MovementRules(25, 90, 30, 300);

    public MovementRules {
        Limits.within("limitMilliG", limitMilliG, 5, 500);
        Limits.within("latelySeconds", latelySeconds, 30, 300);
        Limits.within("latelyMilliG", latelyMilliG, 5, 500);
        Limits.within("recoverySeconds", recoverySeconds, 0, 900);
    }
}
