package org.attune.regulation;

import java.util.OptionalDouble;
import org.attune.Limits;
import org.attune.sensor.SourceClass;

/**
 * A person's usual range as several sessions showed it, approved by the therapist. Immutable; a
 * change is a new version.
 *
 * @param version 1 for the first that was approved, then one more each time
 * @param centreBpm middle of the range at quiet rest, bpm, 20 to 250
 * @param scaleBpm one step of distance within a session, bpm, 0.1 to 30
 * @param betweenBpm robust spread of the middle from session to session, bpm, 0 to 50
 * @param lnRmssd usual ln RMSSD at rest (RMSSD in ms), where the beats carried one
 * @param source what the beats came from; a band of one kind says nothing to another
 * @param sessions how many it rests on, at least 1
 */
public record PersonalBand(
        int version,
        double centreBpm,
        double scaleBpm,
        double betweenBpm,
        OptionalDouble lnRmssd,
        SourceClass source,
        int sessions) {
    public PersonalBand {
        Limits.within("version", version, 1, 1_000_000);
        Limits.within("centreBpm", centreBpm, 20, 250);
        Limits.within("scaleBpm", scaleBpm, 0.1, 30);
        Limits.within("betweenBpm", betweenBpm, 0, 50);
        Limits.within("sessions", sessions, 1, 1_000_000);
    }

    /** Two steps above the middle, bpm: about where arousal begins to count as raised. */
    public double upperEdgeBpm() {
        return centreBpm + 2 * scaleBpm;
    }
}
