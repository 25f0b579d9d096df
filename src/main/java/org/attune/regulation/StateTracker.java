package org.attune.regulation;

import java.util.OptionalDouble;
import org.attune.time.SessionTime;

/**
 * Turns a level into a state that a person can read: a condition must hold for its dwell before the
 * state follows, leaving takes a lower threshold than entering, and a state once shown is held for
 * a while. Unknown is the exception: it comes at once, and after it nothing is presumed.
 *
 * <p>Confined to the pipeline thread.
 */
final class StateTracker {
    private StateRules rules;
    private RegulationState state = RegulationState.UNKNOWN;
    private SessionTime since = SessionTime.ZERO;

    private final Dwell aboveRising = new Dwell();
    private final Dwell aboveHigh = new Dwell();
    private final Dwell belowRising = new Dwell();
    private final Dwell belowHigh = new Dwell();
    private final Dwell comingDown = new Dwell();
    private final Dwell climbing = new Dwell();
    private final Dwell low = new Dwell();
    private final Dwell lively = new Dwell();
    private boolean flat;

    StateTracker(StateRules rules) {
        this.rules = rules;
    }

    /** Other thresholds from now on; what has held so far goes on holding. */
    void adopt(StateRules newRules) {
        rules = newRules;
    }

    RegulationState state() {
        return state;
    }

    /** Since when the state has held. */
    SessionTime since() {
        return since;
    }

    /** Enters a state that knows no dwell: Unknown or Learning. */
    RegulationState enterAtOnce(RegulationState next, SessionTime now) {
        clearDwells();
        return enter(next, now);
    }

    /**
     * One usable second.
     *
     * @param steps the score, in steps of the personal scale
     * @param bpmAbove how far the level lies above the middle, bpm; 0 where it follows the body,
     *     and then High is neither entered nor kept
     * @param raised whether arousal stands raised
     * @param hardlyVaries whether the rate has hardly varied for long
     * @param mayBeQuiet whether a low or flat rate says anything of this person
     */
    RegulationState step(
            SessionTime now,
            double steps,
            double bpmAbove,
            boolean raised,
            OptionalDouble slopeBpm,
            boolean hardlyVaries,
            boolean mayBeQuiet) {
        boolean farEnough = bpmAbove >= rules.highLeastBpm();
        double slope = slopeBpm.orElse(0);
        aboveRising.update(steps > rules.risingAbove(), now);
        aboveHigh.update(steps > rules.highAbove() && farEnough, now);
        belowRising.update(steps < rules.risingBelow(), now);
        belowHigh.update(steps < rules.highBelow() || bpmAbove <= 0, now);
        comingDown.update(slope < -rules.settlingSlopeBpm(), now);
        climbing.update(slope > rules.settlingSlopeBpm(), now);
        boolean looks = rules.quiet() && mayBeQuiet;
        low.update(looks && steps < -rules.quietBelow(), now);
        flat = looks && hardlyVaries;
        lively.update(!low.holds() && !flat, now);
        if (state == RegulationState.UNKNOWN || state == RegulationState.LEARNING) {
            // Usable data already span the quality window: dwelling again would feign calm.
            return enter(atFirstSight(steps, farEnough), now);
        }
        if (raised && aboveHigh.holds() && rises()) {
            return enter(RegulationState.HIGH, now); // A cue is never given before its state.
        }
        return held(now) ? enter(next(now), now) : state;
    }

    private boolean rises() {
        return state == RegulationState.USUAL || state == RegulationState.RISING;
    }

    private RegulationState atFirstSight(double steps, boolean farEnough) {
        if (steps > rules.highAbove() && farEnough) {
            return RegulationState.HIGH;
        }
        return steps > rules.risingAbove() ? RegulationState.RISING : RegulationState.USUAL;
    }

    private RegulationState next(SessionTime now) {
        return switch (state) {
            case RISING -> fromAbove(now, aboveHigh.held(now, rules.highDwellSeconds()));
            case HIGH -> fromHigh(now);
            case SETTLING -> fromSettling(now);
            case QUIET -> fromQuiet(now);
            default -> fromUsual(now);
        };
    }

    private RegulationState fromUsual(SessionTime now) {
        if (aboveHigh.held(now, rules.highDwellSeconds())) {
            return RegulationState.HIGH;
        }
        if (aboveRising.held(now, rules.risingDwellSeconds())) {
            return RegulationState.RISING;
        }
        return isQuiet(now) ? RegulationState.QUIET : RegulationState.USUAL;
    }

    /** Low for long; flatness spans its own dwell. */
    private boolean isQuiet(SessionTime now) {
        return flat || low.held(now, rules.quietDwellSeconds());
    }

    private RegulationState fromAbove(SessionTime now, boolean high) {
        if (belowRising.held(now, rules.leaveDwellSeconds())) {
            return RegulationState.USUAL;
        }
        if (comingDown.held(now, rules.settlingDwellSeconds())) {
            return RegulationState.SETTLING;
        }
        return high ? RegulationState.HIGH : RegulationState.RISING;
    }

    private RegulationState fromHigh(SessionTime now) {
        if (belowRising.held(now, rules.leaveDwellSeconds())) {
            return RegulationState.USUAL;
        }
        if (comingDown.held(now, rules.settlingDwellSeconds())) {
            return RegulationState.SETTLING;
        }
        return belowHigh.held(now, rules.leaveDwellSeconds())
                ? RegulationState.RISING
                : RegulationState.HIGH;
    }

    private RegulationState fromSettling(SessionTime now) {
        if (belowRising.held(now, rules.leaveDwellSeconds())) {
            return RegulationState.USUAL;
        }
        boolean stopped = !comingDown.holds() && secondsHeld(now) >= rules.leaveDwellSeconds();
        if (climbing.held(now, rules.settlingDwellSeconds()) || stopped) {
            if (aboveHigh.held(now, rules.highDwellSeconds())) {
                return RegulationState.HIGH;
            }
            if (aboveRising.held(now, rules.risingDwellSeconds())) {
                return RegulationState.RISING;
            }
        }
        return RegulationState.SETTLING;
    }

    private RegulationState fromQuiet(SessionTime now) {
        if (aboveRising.held(now, rules.risingDwellSeconds())) {
            return RegulationState.RISING;
        }
        return lively.held(now, rules.leaveDwellSeconds())
                ? RegulationState.USUAL
                : RegulationState.QUIET;
    }

    private boolean held(SessionTime now) {
        return secondsHeld(now) >= rules.holdSeconds();
    }

    private double secondsHeld(SessionTime now) {
        return (now.nanos() - since.nanos()) / 1e9;
    }

    private RegulationState enter(RegulationState next, SessionTime now) {
        if (next != state) {
            state = next;
            since = now;
        }
        return state;
    }

    private void clearDwells() {
        for (Dwell dwell :
                new Dwell[] {
                    aboveRising,
                    aboveHigh,
                    belowRising,
                    belowHigh,
                    comingDown,
                    climbing,
                    low,
                    lively
                }) {
            dwell.clear();
        }
    }

    /** How long a condition has held without a break. */
    private static final class Dwell {
        private boolean holds;
        private long sinceNanos;

        void update(boolean condition, SessionTime now) {
            if (condition && !holds) {
                sinceNanos = now.nanos();
            }
            holds = condition;
        }

        void clear() {
            holds = false;
        }

        boolean holds() {
            return holds;
        }

        boolean held(SessionTime now, double seconds) {
            return holds && (now.nanos() - sinceNanos) / 1e9 >= seconds;
        }
    }
}
