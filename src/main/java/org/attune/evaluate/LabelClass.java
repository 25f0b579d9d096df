package org.attune.evaluate;

import java.util.Set;

/** What a label means to the measures. */
public enum LabelClass {
    /** Arousal is expected to rise: to be found. */
    TASK,
    /** Arousal is expected to be usual: an alarm here is false. */
    REST,
    /** The heart rises for another reason. */
    PHYSICAL,
    /** The stretch a baseline is learned from. */
    CALIBRATION,
    /** Neither, or not known: left out of all figures. */
    OTHER;

    private static final Set<String> TASKS =
            Set.of(
                    "stroop",
                    "interview",
                    "hyperventilation",
                    "stress",
                    "tmct",
                    "speech",
                    "subtract",
                    "cognitive",
                    "emotional");
    private static final Set<String> RESTS =
            Set.of("rest", "baseline", "meditation", "amusement", "recovery_rest", "daily_life");
    private static final Set<String> PHYSICALS = Set.of("exercise", "recovery");

    /** The class of a label by its name. */
    public static LabelClass of(String label) {
        if (TASKS.contains(label)) {
            return TASK;
        }
        if (RESTS.contains(label)) {
            return REST;
        }
        if (PHYSICALS.contains(label)) {
            return PHYSICAL;
        }
        return label.equals("calibration") ? CALIBRATION : OTHER;
    }
}
