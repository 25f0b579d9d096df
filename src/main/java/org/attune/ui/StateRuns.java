package org.attune.ui;

import java.util.ArrayList;
import java.util.List;
import org.attune.live.LiveSnapshot;
import org.attune.pipeline.Moment;
import org.attune.regulation.RegulationState;

/**
 * The states of one person over time, as the ribbon shows them. Pure, any thread.
 *
 * @param words in the language of the display
 */
record StateRuns(LiveWords words) {
    /** A longer step between two conclusions is a gap; seconds. */
    static final double LONGEST_STEP = 2.5;

    /**
     * @param shown conclusions of the time shown
     * @param standing how the person stands now
     */
    List<LaneView.Run> of(
            LiveSnapshot snapshot, List<Moment.Concluded> shown, StandingWords standing) {
        List<LaneView.Run> runs = new ArrayList<>();
        for (int i = 0; i < shown.size(); i++) {
            Moment.Concluded concluded = shown.get(i);
            double at = concluded.at().toSeconds();
            double next = i + 1 < shown.size() ? shown.get(i + 1).at().toSeconds() : at;
            RegulationState state = Standing.stateOf(concluded);
            String because =
                    state == RegulationState.UNKNOWN
                            ? words.reason(Standing.unknownBecause(concluded))
                            : "";
            append(runs, state, at, Math.min(next, at + LONGEST_STEP), because);
            if (next > at + LONGEST_STEP) {
                append(runs, RegulationState.UNKNOWN, at, next, words.text("chart.signal.none"));
            }
        }
        double now = snapshot.now().toSeconds();
        if (!runs.isEmpty()) {
            double end = runs.get(runs.size() - 1).to();
            if (now > end) {
                append(runs, standing.standing().state(), end, now, standing.because());
            }
        }
        return runs;
    }

    private static void append(
            List<LaneView.Run> runs,
            RegulationState state,
            double from,
            double to,
            String because) {
        LaneView.Run last = runs.isEmpty() ? null : runs.get(runs.size() - 1);
        if (last != null && last.state() == state && sameReason(last.because(), because)) {
            runs.set(runs.size() - 1, new LaneView.Run(state, last.from(), to, last.because()));
        } else {
            runs.add(new LaneView.Run(state, from, to, because));
        }
    }

    /** Figures change from second to second; the reason is the same as long as its words are. */
    private static boolean sameReason(String a, String b) {
        return a.equals(b) || a.replaceAll("[0-9.,]+", "#").equals(b.replaceAll("[0-9.,]+", "#"));
    }
}
