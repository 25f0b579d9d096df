package org.attune.regulation;

import java.util.Collections;
import java.util.EnumSet;
import java.util.OptionalDouble;
import java.util.Set;
import org.attune.Limits;
import org.attune.sensor.SourceClass;
import org.attune.session.ClientFlag;

/**
 * What one session teaches of a person's rest. Immutable.
 *
 * <p>It has two witnesses, the quiet minutes at the beginning and those at the end, and the lower
 * one counts. People arrive anxious: rate falls over the first quarter of an hour and is often
 * lower after a task than before it, so that the beginning alone would teach arousal as rest.
 *
 * @param startBpm middle of the range learned at the beginning, bpm, 20 to 250; empty where nobody
 *     sat quietly, or for too short a time
 * @param endBpm middle of the calmest minutes of the last phase, bpm, 20 to 250; empty where that
 *     was not marked or not calm
 * @param scaleBpm one step of distance, as learned at the beginning, bpm, 0.1 to 30
 * @param lnRmssd ln RMSSD (RMSSD in ms) at the beginning, where the beats carried one
 * @param source what the beats came from
 * @param flags what was known of the person in that session
 * @param usableSeconds seconds of rest all this was taken from
 */
public record RestFigure(
        OptionalDouble startBpm,
        OptionalDouble endBpm,
        OptionalDouble scaleBpm,
        OptionalDouble lnRmssd,
        SourceClass source,
        Set<ClientFlag> flags,
        int usableSeconds) {
    public RestFigure {
        if (startBpm.isEmpty() && endBpm.isEmpty()) {
            throw new IllegalArgumentException("a session without any rest teaches nothing");
        }
        startBpm.ifPresent(bpm -> Limits.within("startBpm", bpm, 20, 250));
        endBpm.ifPresent(bpm -> Limits.within("endBpm", bpm, 20, 250));
        scaleBpm.ifPresent(bpm -> Limits.within("scaleBpm", bpm, 0.1, 30));
        Limits.within("usableSeconds", usableSeconds, 0, 1_000_000);
        flags = flags.isEmpty() ? Set.of() : Collections.unmodifiableSet(EnumSet.copyOf(flags));
    }

    /** The middle at quiet rest: the lower of what was found, bpm. */
    public double centreBpm() {
        return Math.min(
                startBpm.orElse(Double.POSITIVE_INFINITY), endBpm.orElse(Double.POSITIVE_INFINITY));
    }
}
