package org.attune.regulation;

import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import org.attune.time.SessionTime;

/**
 * What is inferred of a person's arousal at one instant. An inference, never called a measurement.
 *
 * @param at the instant
 * @param level distance from the middle of the usual range in steps; higher = more aroused; empty
 *     when withheld
 * @param state where it stands, dwell and hysteresis applied
 * @param raised whether arousal stands raised: the condition a therapist may be told of; outlives a
 *     loss of signal for some seconds, in which nothing of it is shown
 * @param confidence 0 (none) to 1; of the data, not a probability
 * @param baseline the reference it was judged against; empty while learning
 * @param reasons in order of weight
 * @param estimatorId which estimator said so
 */
public record ArousalEstimate(
        SessionTime at,
        OptionalDouble level,
        RegulationState state,
        boolean raised,
        double confidence,
        Optional<Baseline> baseline,
        List<Reason> reasons,
        String estimatorId) {
    public ArousalEstimate {
        reasons = List.copyOf(reasons);
        if (!(confidence >= 0 && confidence <= 1)) {
            throw new IllegalArgumentException("must be 0 to 1: confidence=" + confidence);
        }
        if (state == RegulationState.UNKNOWN && level.isPresent()) {
            throw new IllegalArgumentException("an unknown state has no level");
        }
    }
}
