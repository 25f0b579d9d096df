package org.attune.ui.review;

import org.attune.review.dyad.Dyad;
import org.attune.session.LaneId;

/**
 * Lays two people of the session in the window side by side. Called on a worker thread, one call at
 * a time.
 */
@FunctionalInterface
public interface TwoQuestions {
    /** Experimental; every figure of it stands beside its chance level. */
    Dyad between(LaneId first, LaneId second);
}
