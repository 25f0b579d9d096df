package org.attune.regulation;

/** All settings of the estimator. */
public record RegulationRules(
        LevelRules level,
        MovementRules movement,
        BaselineRules baseline,
        AnchorRules anchor,
        StateRules states) {
    public static final RegulationRules DEFAULT =
            new RegulationRules(
                    LevelRules.DEFAULT,
                    MovementRules.DEFAULT,
                    BaselineRules.DEFAULT,
                    AnchorRules.DEFAULT,
                    StateRules.DEFAULT);
}
