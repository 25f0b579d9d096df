package org.attune.ui;

import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import org.attune.live.LaneSnapshot;
import org.attune.live.LiveSnapshot;
import org.attune.pipeline.Moment;
import org.attune.regulation.Reason;
import org.attune.regulation.RegulationState;
import org.attune.signal.Pace;
import org.attune.time.SessionTime;

/**
 * How one person stands at one instant, as it is shown on screen; {@link StandingWords} says it.
 *
 * @param state the state shown: not known where the newest conclusion is old or withheld
 * @param unknownBecause why nothing is known; empty when something is, and where nothing was
 *     concluded for a while
 * @param ease whether arousal suggests overwhelm
 * @param confidence of the data behind it, 0 to 1
 * @param reasons of the estimate
 */
record Standing(
        RegulationState state,
        Optional<Reason> unknownBecause,
        boolean ease,
        double confidence,
        List<Reason> reasons) {
    /** Beyond this age of the newest conclusion nothing is said any more; seconds. */
    static final double STALE_SECONDS = 5;

    Standing {
        reasons = List.copyOf(reasons);
    }

    static Standing of(LiveSnapshot snapshot, LaneSnapshot lane) {
        if (snapshot.fault().isPresent()) {
            return unknown(Optional.of(Reason.FAULT));
        }
        if (lane.history().isEmpty()) {
            return unknown(Optional.of(Reason.STARTING));
        }
        Moment.Concluded newest = lane.history().get(lane.history().size() - 1);
        if (age(snapshot.now(), newest) > STALE_SECONDS) {
            return unknown(Optional.empty());
        }
        RegulationState state = stateOf(newest);
        if (state == RegulationState.UNKNOWN) {
            return unknown(Optional.of(unknownBecause(newest)));
        }
        boolean ease = newest.signal().match(s -> s.pace() == Pace.EASE, withheld -> false);
        return new Standing(
                state,
                Optional.empty(),
                ease,
                newest.estimate().confidence(),
                newest.estimate().reasons());
    }

    private static Standing unknown(Optional<Reason> because) {
        return new Standing(RegulationState.UNKNOWN, because, false, 0, List.of());
    }

    private static double age(SessionTime now, Moment.Concluded newest) {
        return now.toSeconds() - newest.at().toSeconds();
    }

    /**
     * The state to be shown for one conclusion. A withheld signal is shown as not known, unless it
     * is withheld only because the range is still being learned.
     */
    static RegulationState stateOf(Moment.Concluded concluded) {
        return concluded
                .signal()
                .match(
                        shown -> concluded.estimate().state(),
                        withheld ->
                                withheld.because().code() == Reason.Code.LEARNING
                                        ? RegulationState.LEARNING
                                        : RegulationState.UNKNOWN);
    }

    /** Why nothing can be said at that conclusion. */
    static Reason unknownBecause(Moment.Concluded concluded) {
        return concluded
                .signal()
                .match(
                        shown ->
                                concluded.estimate().reasons().stream()
                                        .findFirst()
                                        .orElse(Reason.SENSOR_SILENT),
                        withheld -> withheld.because());
    }

    /** Whether they are held against earlier sessions instead of today's own range. */
    boolean earlier() {
        return figure(Reason.Code.EARLIER_SESSIONS).isPresent();
    }

    /** Whether the rate follows the body. */
    boolean moving() {
        return reasons.contains(Reason.MOVING);
    }

    /** Whether the rate does not climb any more. */
    boolean holding() {
        OptionalDouble slope = figure(Reason.Code.SLOPE);
        return slope.isPresent() && slope.getAsDouble() < ReasonWords.HOLDING;
    }

    /** How much of the learning is done, 0 to 1. */
    double progress() {
        double percent = figure(Reason.Code.LEARNING).orElse(0);
        return Math.max(0, Math.min(1, percent / 100));
    }

    /** About how long ago what is shown happened, seconds. */
    OptionalDouble delaySeconds() {
        return figure(Reason.Code.DELAY);
    }

    /** The figure of the reason with {@code code}, if it is given. */
    OptionalDouble figure(Reason.Code code) {
        return reasons.stream()
                .filter(reason -> reason.code() == code)
                .mapToDouble(Reason::value)
                .findFirst();
    }
}
