package org.attune.regulation;

import java.util.OptionalDouble;
import org.attune.time.SessionTime;

/**
 * A person's own resting reference.
 *
 * @param centreBpm middle of the usual range, bpm
 * @param scaleBpm one step of distance from it, bpm, {@code > 0}: robust spread, with a floor
 * @param lnRmssd usual ln RMSSD (RMSSD in ms), where the beats carried one
 * @param spreadBpm how much the rate itself varied while it was learned, bpm (standard deviation);
 *     empty where it was not learned today
 * @param origin where it comes from
 * @param from beginning of the time it was learned from
 * @param to end of that time
 */
public record Baseline(
        double centreBpm,
        double scaleBpm,
        OptionalDouble lnRmssd,
        OptionalDouble spreadBpm,
        Origin origin,
        SessionTime from,
        SessionTime to) {

    /** Where a baseline comes from; said wherever it is not today's alone. */
    public enum Origin {
        /** Learned in this session. */
        TODAY,
        /** Learned in this session and drawn towards earlier ones. */
        BLENDED,
        /** The band of earlier sessions; nothing was learned in this one. */
        EARLIER
    }

    public Baseline {
        if (!(centreBpm > 0)) {
            throw new IllegalArgumentException("must be > 0: centreBpm=" + centreBpm);
        }
        if (!(scaleBpm > 0)) {
            throw new IllegalArgumentException("must be > 0: scaleBpm=" + scaleBpm);
        }
    }

    /** Learned today, without a figure of how much the rate varied. */
    public Baseline(
            double centreBpm,
            double scaleBpm,
            OptionalDouble lnRmssd,
            SessionTime from,
            SessionTime to) {
        this(centreBpm, scaleBpm, lnRmssd, OptionalDouble.empty(), Origin.TODAY, from, to);
    }

    /** The same scale around another middle. */
    public Baseline movedTo(double newCentreBpm) {
        return new Baseline(newCentreBpm, scaleBpm, lnRmssd, spreadBpm, origin, from, to);
    }

    /** Distance of {@code bpm} from the middle, in steps. */
    public double stepsAbove(double bpm) {
        return (bpm - centreBpm) / scaleBpm;
    }
}
