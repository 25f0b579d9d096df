package org.attune.beat;

import org.attune.sensor.RrInterval;
import org.attune.time.SessionTime;

/**
 * An interval laid on the session's time line, not yet judged.
 *
 * @param ordinal as in {@link Beat#ordinal}
 * @param at when the beat that ended it fell
 * @param interval as reported
 */
public record PlacedInterval(long ordinal, SessionTime at, RrInterval interval) {
    Beat judged(Verdict verdict) {
        return new Beat(ordinal, at, interval, verdict);
    }
}
