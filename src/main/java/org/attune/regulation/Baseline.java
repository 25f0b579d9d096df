package org.attune.regulation;

import java.util.OptionalDouble;
import org.attune.time.SessionTime;

/**
 * A person's own resting reference.
 *
 * @param centreBpm middle of the usual range, bpm
 * @param scaleBpm one step of distance from it, bpm, {@code > 0}: robust spread, with a floor
 * @param lnRmssd usual ln RMSSD (RMSSD in ms), where the beats carried one
 * @param from beginning of the time it was learned from
 * @param to end of that time
 */
public record Baseline(
        double centreBpm,
        double scaleBpm,
        OptionalDouble lnRmssd,
        SessionTime from,
        SessionTime to) {
    public Baseline {
        if (!(centreBpm > 0)) {
            throw new IllegalArgumentException("must be > 0: centreBpm=" + centreBpm);
        }
        if (!(scaleBpm > 0)) {
            throw new IllegalArgumentException("must be > 0: scaleBpm=" + scaleBpm);
        }
    }

    /** The same scale around another middle. */
    public Baseline movedTo(double newCentreBpm) {
        return new Baseline(newCentreBpm, scaleBpm, lnRmssd, from, to);
    }

    /** Distance of {@code bpm} from the middle, in steps. */
    public double stepsAbove(double bpm) {
        return (bpm - centreBpm) / scaleBpm;
    }
}
