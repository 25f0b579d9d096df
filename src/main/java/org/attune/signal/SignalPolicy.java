package org.attune.signal;

import org.attune.regulation.ArousalEstimate;
import org.attune.session.Marker;

/**
 * Decides what of an estimate is shown. Stateful and causal: one instance serves one lane of one
 * session and is given every step in order.
 */
public interface SignalPolicy {
    /** Stable name, stored with every session. */
    String id();

    /** The signal for this step. */
    Signal decide(ArousalEstimate estimate);

    /** Other rules from now on; what was given so far still counts. */
    void adopt(CueRules rules);

    /** The therapist marked something, which may change what is shown: snooze, acknowledge. */
    void marked(Marker marker);
}
