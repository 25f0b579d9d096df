package org.attune.ui;

import java.util.ArrayList;
import java.util.List;
import java.util.function.IntPredicate;

/** Stretches of a trace of which something is true. Pure, any thread. */
final class Stretches {
    /** Shorter ones are not labelled; seconds. */
    private static final double LEAST_SECONDS = 5;

    private Stretches() {}

    /** Stretches long enough to be labelled, holes left out. */
    static List<LaneView.Stretch> of(Trace trace, IntPredicate in, String words) {
        List<LaneView.Stretch> stretches = new ArrayList<>();
        collect(trace, i -> !trace.hole(i) && in.test(i), words, LEAST_SECONDS, stretches);
        return stretches;
    }

    /**
     * Adds to {@code stretches} those in which {@code in} holds for {@code least} seconds or more.
     */
    static void collect(
            Trace trace,
            IntPredicate in,
            String words,
            double least,
            List<LaneView.Stretch> stretches) {
        int i = 0;
        while (i < trace.size()) {
            int start = i;
            while (i < trace.size() && in.test(i)) {
                i++;
            }
            if (i > start && trace.second(i - 1) - trace.second(start) >= least) {
                double to = trace.second(Math.min(i, trace.size() - 1));
                stretches.add(new LaneView.Stretch(trace.second(start), to, words));
            }
            i = Math.max(i, start + 1);
        }
    }
}
