package org.attune.regulation;

/**
 * Infers arousal from what was heard so far. Stateful and causal: one instance serves one lane of
 * one session, is given every step of the grid in order, and depends on nothing else.
 */
public interface RegulationEstimator {
    /** Stable name, stored with every session. */
    String id();

    /**
     * Tells what is known of the person before the session; called before the first estimate, or
     * not at all.
     */
    void prepare(Background background);

    /** Other thresholds and dwell times of the states from now on. */
    void adopt(StateRules rules);

    /** The estimate at the instant of {@code input}. */
    ArousalEstimate estimate(RegulationInput input);
}
