package org.attune.regulation;

import org.attune.time.SessionTime;

/**
 * A named span of a recording from which the baseline is learned, instead of from its beginning.
 *
 * @param from beginning
 * @param to end, after {@code from}
 */
public record Calibration(SessionTime from, SessionTime to) {
    public Calibration {
        if (!to.isAfter(from)) {
            throw new IllegalArgumentException("must end after it begins: from=" + from);
        }
    }
}
