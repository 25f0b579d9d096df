package org.attune.ui;

import java.util.List;
import java.util.Locale;
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
 * How one person stands at one instant, as it is said on screen.
 *
 * @param state the state shown: not known where the newest conclusion is old or withheld
 * @param unknownBecause why nothing is known, in words; empty when something is
 * @param ease whether arousal suggests overwhelm
 * @param reasons of the estimate
 */
record Standing(
        RegulationState state,
        Optional<String> unknownBecause,
        boolean ease,
        List<Reason> reasons) {
    /** Beyond this age of the newest conclusion nothing is said any more; seconds. */
    static final double STALE_SECONDS = 5;

    /** Below this change, bpm in 10 s, a rate is said to hold; as in the words of the reason. */
    private static final double HOLDING = 0.5;

    /** From this much on, movement is no longer called little; thousandths of g. */
    static final double SOME_MOVEMENT_MILLI_G = LanePresenter.MOVING_MILLI_G / 2;

    /** What a person is held against when today's range was not learned, in few words. */
    private static final String EARLIER = "earlier sessions";

    Standing {
        reasons = List.copyOf(reasons);
    }

    static Standing of(LiveSnapshot snapshot, LaneSnapshot lane) {
        if (snapshot.fault().isPresent()) {
            return unknown(Reason.FAULT.toWords());
        }
        if (lane.history().isEmpty()) {
            return unknown(Reason.STARTING.toWords());
        }
        Moment.Concluded newest = lane.history().get(lane.history().size() - 1);
        if (age(snapshot.now(), newest) > STALE_SECONDS) {
            return unknown("nothing concluded for a while");
        }
        RegulationState state = LiveWords.stateOf(newest);
        if (state == RegulationState.UNKNOWN) {
            return unknown(LiveWords.unknownBecause(newest).toWords());
        }
        boolean ease = newest.signal().match(s -> s.pace() == Pace.EASE, withheld -> false);
        return new Standing(state, Optional.empty(), ease, newest.estimate().reasons());
    }

    /** Nothing is known, for the reason {@code because}. */
    static Standing unknown(String because) {
        return new Standing(RegulationState.UNKNOWN, Optional.of(because), false, List.of());
    }

    private static double age(SessionTime now, Moment.Concluded newest) {
        return now.toSeconds() - newest.at().toSeconds();
    }

    /** The sentence beside the word; it says so where today's own range is not what is meant. */
    String sentence() {
        OptionalDouble sessions = figure(Reason.Code.EARLIER_SESSIONS);
        return sessions.isEmpty()
                ? bareSentence()
                : String.format(
                        Locale.ROOT,
                        "%s Judged against %.0f earlier sessions.",
                        bareSentence(),
                        sessions.getAsDouble());
    }

    private String bareSentence() {
        return switch (state) {
            case UNKNOWN -> "No reliable signal: " + unknownBecause.orElse("not known why") + ".";
            case LEARNING -> "Getting to know today's range.";
            case USUAL -> "Within this person's usual range.";
            case RISING ->
                    moving()
                            ? "Above this person's usual range, while moving."
                            : "Above this person's usual range.";
            case HIGH ->
                    "Well above this person's usual range, "
                            + (holding() ? "holding." : "still climbing.")
                            + (ease ? " Room to slow." : "");
            case SETTLING -> "Above this person's usual range, coming down.";
            case QUIET -> "Flat for a while: look at the person.";
        };
    }

    /** The few words of the edge strip. */
    String strip() {
        return switch (state) {
            case UNKNOWN -> "no reliable signal: " + unknownBecause.orElse("not known why");
            case LEARNING -> "getting to know today's range";
            case USUAL -> earlier() ? "within " + EARLIER : "within this person's usual range";
            case RISING -> moving() ? "above " + usual() + ", while moving" : "above " + usual();
            case HIGH -> "well above " + usual() + (holding() ? ", holding" : ", still climbing");
            case SETTLING -> "above " + usual() + ", coming down";
            case QUIET -> "flat for a while: look at the person";
        };
    }

    private String usual() {
        return earlier() ? EARLIER : "usual";
    }

    private boolean earlier() {
        return figure(Reason.Code.EARLIER_SESSIONS).isPresent();
    }

    /** Whether the rate follows the body. */
    private boolean moving() {
        return reasons.contains(Reason.MOVING);
    }

    /** How much of the learning is done, 0 to 1. */
    double progress() {
        double percent = LiveWords.figure(reasons, Reason.Code.LEARNING).orElse(0);
        return Math.max(0, Math.min(1, percent / 100));
    }

    /**
     * Why it is said, in one sentence.
     *
     * @param numbers whether beats a minute may be named
     */
    String why(boolean numbers) {
        if (state == RegulationState.UNKNOWN) {
            return sentence();
        }
        StringBuilder line = new StringBuilder(lead());
        for (Reason reason : reasons) {
            boolean said =
                    switch (reason.code()) {
                        case HELD, DELAY -> false;
                        case LEVEL, SLOPE -> numbers;
                        default -> true;
                    };
            if (said) {
                line.append(", ").append(words(reason));
            }
        }
        figure(Reason.Code.DELAY)
                .ifPresent(
                        s -> line.append(", ").append(new Reason(Reason.Code.DELAY, s).toWords()));
        return line.append('.').toString();
    }

    private static String words(Reason reason) {
        boolean moved =
                reason.code() == Reason.Code.MOVEMENT && reason.value() >= SOME_MOVEMENT_MILLI_G;
        return moved ? "some movement" : reason.toWords();
    }

    private String lead() {
        String what =
                switch (state) {
                    case UNKNOWN -> "Not known";
                    case LEARNING -> "Learning";
                    case USUAL -> "Within the usual range";
                    case RISING -> "Above usual";
                    case HIGH -> "Well above usual";
                    case SETTLING -> "Above usual and coming down";
                    case QUIET -> "Flat";
                };
        OptionalDouble held = figure(Reason.Code.HELD);
        return held.isPresent()
                ? String.format(
                        Locale.ROOT, "%s for %s", what, LiveWords.duration(held.getAsDouble()))
                : what;
    }

    /** About how long ago what is shown happened, seconds. */
    OptionalDouble delaySeconds() {
        return figure(Reason.Code.DELAY);
    }

    private boolean holding() {
        OptionalDouble slope = figure(Reason.Code.SLOPE);
        return slope.isPresent() && slope.getAsDouble() < HOLDING;
    }

    private OptionalDouble figure(Reason.Code code) {
        return LiveWords.figure(reasons, code);
    }
}
