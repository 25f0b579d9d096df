package org.attune.regulation;

import org.attune.Limits;

/**
 * What is asked of one kind of source before its beats are judged, beside {@link LevelRules}.
 *
 * @param leastBelievedLately share of what was heard in the last seconds that must be believed; 0
 *     to 1
 * @param mostConflictLately how uncertain the rate may be over them, as a share of it; 0.01 to 1
 * @param agreedSeconds after a contradiction, how long beats must have agreed; 0 to 30 s
 * @param factor thresholds of the states are so many times as high; 0.8 to 3
 */
public record GateRules(
        double leastBelievedLately, double mostConflictLately, int agreedSeconds, double factor) {
    public GateRules {
        Limits.within("leastBelievedLately", leastBelievedLately, 0, 1);
        Limits.within("mostConflictLately", mostConflictLately, 0.01, 1);
        Limits.within("agreedSeconds", agreedSeconds, 0, 30);
        Limits.within("factor", factor, 0.8, 3);
    }
}
