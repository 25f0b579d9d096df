package org.attune.regulation;

/** All settings of the estimator. */
public record RegulationRules(
        LevelRules level,
        SourceRules sources,
        MovementRules movement,
        BaselineRules baseline,
        AnchorRules anchor,
        StateRules states) {
    public static final RegulationRules DEFAULT =
            new RegulationRules(
                    LevelRules.DEFAULT,
                    SourceRules.DEFAULT,
                    MovementRules.DEFAULT,
                    BaselineRules.DEFAULT,
                    AnchorRules.DEFAULT,
                    StateRules.DEFAULT);

    /** The same rules with other states. */
    public RegulationRules withStates(StateRules newStates) {
        return new RegulationRules(level, sources, movement, baseline, anchor, newStates);
    }

    /** The same rules with another way of learning the baseline. */
    public RegulationRules withBaseline(BaselineRules newBaseline) {
        return new RegulationRules(level, sources, movement, newBaseline, anchor, states);
    }
}
