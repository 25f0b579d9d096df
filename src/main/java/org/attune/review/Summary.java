package org.attune.review;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import org.attune.pipeline.Moment;
import org.attune.pipeline.SessionPipeline;
import org.attune.regulation.RegulationState;
import org.attune.session.LaneId;
import org.attune.signal.Signal;

/**
 * What became of one person's session, in figures. Shares are of usable time, the time for which
 * something could be said; how much of the whole that was stands beside them.
 *
 * @param lane whose
 * @param seconds time concluded upon, seconds
 * @param secondsIn time in each state, seconds; every state is present
 * @param cues one-time cues given
 * @param timesHigh unbroken stays in High
 * @param longestHighSeconds longest unbroken stay in High, seconds
 */
public record Summary(
        LaneId lane,
        double seconds,
        Map<RegulationState, Double> secondsIn,
        int cues,
        int timesHigh,
        double longestHighSeconds) {
    private static final double STEP_SECONDS = SessionPipeline.GRID_NANOS / 1e9;

    public Summary {
        EnumMap<RegulationState, Double> all = new EnumMap<>(RegulationState.class);
        for (RegulationState state : RegulationState.values()) {
            all.put(state, secondsIn.getOrDefault(state, 0.0));
        }
        secondsIn = Map.copyOf(all);
    }

    /** The summary of {@code lane} in the log of a session; each conclusion stands for one step. */
    public static Summary of(LaneId lane, List<Moment> log) {
        EnumMap<RegulationState, Double> secondsIn = new EnumMap<>(RegulationState.class);
        int steps = 0;
        int cues = 0;
        int high = 0;
        int timesHigh = 0;
        int longestHigh = 0;
        for (Moment moment : log) {
            if (!(moment instanceof Moment.Concluded concluded) || !concluded.lane().equals(lane)) {
                continue;
            }
            RegulationState state = concluded.estimate().state();
            steps++;
            secondsIn.merge(state, STEP_SECONDS, Double::sum);
            high = state == RegulationState.HIGH ? high + 1 : 0;
            timesHigh += high == 1 ? 1 : 0;
            longestHigh = Math.max(longestHigh, high);
            if (concluded.signal() instanceof Signal.Shown shown && shown.cue()) {
                cues++;
            }
        }
        return new Summary(
                lane, steps * STEP_SECONDS, secondsIn, cues, timesHigh, longestHigh * STEP_SECONDS);
    }

    /** Time for which there was a signal that could be used, learning included, seconds. */
    public double usableSeconds() {
        return seconds - secondsIn(RegulationState.UNKNOWN);
    }

    /** Share of the whole time that was usable, percent; empty for an empty log. */
    public OptionalDouble usablePercent() {
        return seconds > 0
                ? OptionalDouble.of(100 * usableSeconds() / seconds)
                : OptionalDouble.empty();
    }

    /** Time in {@code state}, seconds. */
    public double secondsIn(RegulationState state) {
        return secondsIn.getOrDefault(state, 0.0);
    }

    /** Share of usable time in a state, percent; empty for Unknown and without such time. */
    public OptionalDouble percentOfUsable(RegulationState state) {
        return state != RegulationState.UNKNOWN && usableSeconds() > 0
                ? OptionalDouble.of(100 * secondsIn(state) / usableSeconds())
                : OptionalDouble.empty();
    }
}
