package org.attune.signal;

import java.util.ArrayDeque;
import java.util.Deque;
import org.attune.regulation.ArousalEstimate;
import org.attune.regulation.RegulationState;
import org.attune.session.MarkKind;
import org.attune.session.Marker;
import org.attune.session.Phase;
import org.attune.time.SessionTime;

/**
 * Raised arousal gives {@code EASE}, Quiet gives {@code INVITE}, all else {@code STAY}. The pace
 * stands for as long as its condition does; a cue, the one-time nudge, is given once an episode,
 * never soon after another, never beyond the budget, never while snoozed, and for Quiet only in a
 * phase marked as work. Alarms decay into noise; few are heard.
 *
 * <p>Confined to the pipeline thread.
 */
public final class CalmCues implements SignalPolicy {
    public static final String ID = "calm-cues/2";

    private final CueRules rules;
    private final Deque<SessionTime> given = new ArrayDeque<>();
    private Pace episode = Pace.STAY;
    private boolean cueDue;
    private boolean inWork;
    private SessionTime snoozedUntil = SessionTime.ZERO;

    public CalmCues(CueRules rules) {
        this.rules = rules;
    }

    @Override
    public String id() {
        return ID;
    }

    @Override
    public void marked(Marker marker) {
        if (marker.kind() == MarkKind.SNOOZE) {
            snoozedUntil = marker.snoozeEnd();
        } else if (marker.kind() == MarkKind.ACKNOWLEDGED) {
            cueDue = false;
        } else if (marker.kind() == MarkKind.PHASE) {
            inWork = Phase.valueOf(marker.detail()) == Phase.WORK;
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
            cueDue = pace != Pace.STAY && wanted(pace);
        }
        boolean cue = cueDue && mayCue(estimate.at());
        if (cue) {
            cueDue = false;
            given.addLast(estimate.at());
        }
        return new Signal.Shown(pace, cue, estimate.reasons());
    }

    private static Pace paceOf(ArousalEstimate estimate) {
        if (estimate.raised()) {
            return Pace.EASE;
        }
        return estimate.state() == RegulationState.QUIET ? Pace.INVITE : Pace.STAY;
    }

    private boolean wanted(Pace pace) {
        // Who rests or reads is quiet too: only in marked work is quiet worth a hint.
        return pace == Pace.EASE ? rules.easeCues() : rules.inviteCues() && inWork;
    }

    private boolean mayCue(SessionTime now) {
        double span = rules.budgetMinutes() * 60e9;
        while (!given.isEmpty() && now.nanos() - given.getFirst().nanos() > span) {
            given.removeFirst();
        }
        boolean rested =
                given.isEmpty()
                        || now.nanos() - given.getLast().nanos() >= rules.refractorySeconds() * 1e9;
        return rested && given.size() < rules.budget() && !now.isBefore(snoozedUntil);
    }
}
