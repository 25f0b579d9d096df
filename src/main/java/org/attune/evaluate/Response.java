package org.attune.evaluate;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;

/**
 * How a task showed in the heart at all, whatever a detector made of it: what was flat could not be
 * found. Told from the level of the reference filter, the same for every detector.
 */
public enum Response {
    /** The mean rate lay at least 3 bpm and 0.8 deviations above that of the rests. */
    MOVED,
    /** It did not. */
    FLAT,
    /** Fewer than 20 s of the task can be trusted. */
    UNJUDGED,
    /** Too little rest to compare with. */
    UNCOMPARED;

    private static final int LEAST_REST_SECONDS = 120;
    private static final int LEAST_TASK_SECONDS = 20;
    private static final double LEAST_RISE_BPM = 3;
    private static final double LEAST_RISE_DEVIATIONS = 0.8;

    /** One for each task of a recording. */
    static List<Response> of(Truth truth, Prototype reference) {
        BitSet trustedRest = truth.rest();
        trustedRest.and(reference.good());
        double[] rest = Stats.pick(reference.level(), trustedRest);
        List<Response> responses = new ArrayList<>();
        for (Task task : truth.tasks()) {
            BitSet seconds = new BitSet();
            seconds.set(task.from(), task.to());
            seconds.and(reference.good());
            double[] inTask = Stats.pick(reference.level(), seconds);
            responses.add(rest.length < LEAST_REST_SECONDS ? UNCOMPARED : of(inTask, rest));
        }
        return responses;
    }

    private static Response of(double[] inTask, double[] rest) {
        if (inTask.length < LEAST_TASK_SECONDS) {
            return UNJUDGED;
        }
        double rise = Stats.mean(inTask) - Stats.mean(rest);
        return rise < LEAST_RISE_BPM || rise < LEAST_RISE_DEVIATIONS * Stats.deviation(rest)
                ? FLAT
                : MOVED;
    }
}
