package org.attune.signal;

import org.attune.regulation.ArousalEstimate;
import org.attune.regulation.Reason;
import org.attune.regulation.RegulationState;
import org.attune.session.MarkKind;
import org.attune.session.Marker;
import org.attune.session.Phase;
import org.attune.time.SessionTime;

/**
 * Raised arousal gives {@code EASE}, Quiet gives {@code INVITE}, all else {@code STAY}. The pace
 * stands for as long as its condition does; a cue, the one-time nudge, is given once an episode,
 * never soon after another, never beyond the budget, never while snoozed or in a marked set, never
 * while arousal comes down by itself, and for Quiet only in a phase marked as work. Alarms decay
 * into noise; few are heard. What became of a cue that was due stands in every signal.
 *
 * <p>Confined to the pipeline thread.
 */
public final class CalmCues implements SignalPolicy {
    public static final String ID = "calm-cues/3";

    /** A rate falling faster than this is on its way back, bpm in 10 s. */
    private static final double FALLING_BPM = 0.5;

    private CueRules rules;
    private final CueLedger.Page ledger;
    private Pace episode = Pace.STAY;
    private SessionTime since = SessionTime.ZERO;
    private boolean due;
    private boolean seen;
    private boolean inWork;
    private boolean inSet;
    private SessionTime setOverAt = SessionTime.ZERO;
    private SessionTime snoozedUntil = SessionTime.ZERO;

    /** For one person alone. */
    public CalmCues(CueRules rules) {
        this(rules, new CueLedger());
    }

    /** For one of several people, whose cues are kept in one ledger. */
    public CalmCues(CueRules rules, CueLedger ledger) {
        this.rules = rules;
        this.ledger = ledger.open();
    }

    @Override
    public String id() {
        return ID;
    }

    @Override
    public void adopt(CueRules newRules) {
        rules = newRules;
    }

    @Override
    public void marked(Marker marker) {
        if (marker.kind() == MarkKind.SNOOZE) {
            snoozedUntil = marker.snoozeEnd();
        } else if (marker.kind() == MarkKind.ACKNOWLEDGED) {
            seen = due;
        } else if (marker.kind() == MarkKind.PHASE) {
            inWork = Phase.valueOf(marker.detail()) == Phase.WORK;
        } else if (marker.kind() == MarkKind.SET) {
            inSet = marker.beginsSet();
            setOverAt = marker.at().plusNanos(Math.round(rules.setSettleSeconds() * 1e9));
        }
    }

    @Override
    public Signal decide(ArousalEstimate estimate) {
        if (estimate.state() == RegulationState.UNKNOWN
                || estimate.state() == RegulationState.LEARNING) {
            // An episode interrupted by a loss is not a new one; it goes on or has ended after it.
            return new Signal.Withheld(estimate.reasons().get(0));
        }
        Pace pace = paceOf(estimate);
        if (pace != episode) {
            episode = pace;
            since = estimate.at();
            due = pace != Pace.STAY;
            seen = false;
        }
        CueFate fate = due ? fate(estimate, pace) : CueFate.NONE;
        if (fate == CueFate.GIVEN) {
            ledger.add(estimate.at());
        }
        due &= fate != CueFate.GIVEN;
        return new Signal.Shown(pace, fate, estimate.reasons());
    }

    private static Pace paceOf(ArousalEstimate estimate) {
        if (estimate.raised()) {
            return Pace.EASE;
        }
        return estimate.state() == RegulationState.QUIET ? Pace.INVITE : Pace.STAY;
    }

    private CueFate fate(ArousalEstimate estimate, Pace pace) {
        boolean ease = pace == Pace.EASE;
        if (ease ? !rules.easeCues() : !rules.inviteCues()) {
            return CueFate.SWITCHED_OFF;
        }
        if (seen) {
            return CueFate.ACKNOWLEDGED;
        }
        if (!ease && !inWork) {
            // Who rests or reads is quiet too: only in marked work is quiet worth a hint.
            return CueFate.NOT_IN_WORK;
        }
        if (estimate.at().isBefore(snoozedUntil)) {
            return CueFate.SNOOZED;
        }
        if (inSet || estimate.at().isBefore(setOverAt)) {
            return CueFate.IN_SET;
        }
        if (ease && isRecovering(estimate)) {
            return CueFate.RECOVERING;
        }
        if (ease && isTooYoung(estimate)) {
            return CueFate.WAITING;
        }
        return ledger.ask(estimate.at(), rules);
    }

    /** A heart that nobody sees moving may be climbing stairs; most stairs end within a minute. */
    private boolean isTooYoung(ArousalEstimate estimate) {
        boolean movementUnknown =
                estimate.reasons().stream()
                        .anyMatch(each -> each.code() == Reason.Code.MOVEMENT_UNKNOWN);
        double stood = (estimate.at().nanos() - since.nanos()) / 1e9;
        return movementUnknown && stood < rules.unknownMovementSeconds();
    }

    /** A cue that had to wait is not given when its cause is nearly over. */
    private static boolean isRecovering(ArousalEstimate estimate) {
        boolean falling =
                estimate.reasons().stream()
                        .anyMatch(
                                each ->
                                        each.code() == Reason.Code.SLOPE
                                                && each.value() < -FALLING_BPM);
        return falling || estimate.state() != RegulationState.HIGH;
    }
}
