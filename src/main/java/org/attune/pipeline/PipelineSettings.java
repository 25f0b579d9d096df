package org.attune.pipeline;

import org.attune.beat.CleaningRules;
import org.attune.beat.TimelineRules;
import org.attune.hrv.WindowPlan;
import org.attune.regulation.BaselineRules;
import org.attune.regulation.RegulationRules;
import org.attune.regulation.StateRules;
import org.attune.sensor.ConditionRules;
import org.attune.signal.CueRules;

/**
 * All that can change what is concluded from the same input. Two sessions judged under equal
 * settings by the same pipeline version can be compared; others cannot.
 */
public record PipelineSettings(
        ConditionRules condition,
        TimelineRules timeline,
        CleaningRules cleaning,
        WindowPlan windows,
        RegulationRules regulation,
        CueRules cues) {
    public static final PipelineSettings DEFAULT =
            new PipelineSettings(
                    ConditionRules.DEFAULT,
                    TimelineRules.DEFAULT,
                    CleaningRules.DEFAULT,
                    WindowPlan.DEFAULT,
                    RegulationRules.DEFAULT,
                    CueRules.DEFAULT);

    /** The same settings with other thresholds and dwell times of the states. */
    public PipelineSettings withStates(StateRules newStates) {
        RegulationRules changed = regulation.withStates(newStates);
        return new PipelineSettings(condition, timeline, cleaning, windows, changed, cues);
    }

    /** The same settings with other rules of cues. */
    public PipelineSettings withCues(CueRules newCues) {
        return new PipelineSettings(condition, timeline, cleaning, windows, regulation, newCues);
    }

    /** The same settings with another way of learning the baseline. */
    public PipelineSettings withBaseline(BaselineRules newBaseline) {
        RegulationRules changed = regulation.withBaseline(newBaseline);
        return new PipelineSettings(condition, timeline, cleaning, windows, changed, cues);
    }

    /** One line a setting, in a fixed order and form: what is hashed and kept with a session. */
    public String toText() {
        StringBuilder text = new StringBuilder();
        for (Record part :
                new Record[] {condition, timeline, cleaning, windows, regulation, cues}) {
            text.append(part).append('\n');
        }
        return text.toString();
    }
}
