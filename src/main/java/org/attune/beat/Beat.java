package org.attune.beat;

import org.attune.sensor.RrInterval;
import org.attune.time.SessionTime;

/**
 * A beat on the session's time line, with the interval that ended in it, judged.
 *
 * @param ordinal rises by one from beat to beat, by more across a gap: two beats are neighbours if
 *     and only if their ordinals are
 * @param at when the beat fell
 * @param interval the time since the beat before, as reported
 * @param verdict the judgement on the interval
 */
public record Beat(long ordinal, SessionTime at, RrInterval interval, Verdict verdict) {
    /** Whether this beat directly follows {@code earlier}, with no gap between. */
    public boolean follows(Beat earlier) {
        return ordinal == earlier.ordinal + 1;
    }

    /** The same beat, judged otherwise. */
    public Beat judged(Verdict newVerdict) {
        return newVerdict == verdict ? this : new Beat(ordinal, at, interval, newVerdict);
    }
}
