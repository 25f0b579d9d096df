package org.attune.regulation;

import org.attune.Limits;

/**
 * How a person's band is learned over sessions. Not part of what a session is judged by: the band
 * itself is, and stands in the session's log.
 *
 * @param leastSessions without so many sessions nothing is proposed; 3 to 12
 * @param mostSessions only so many of the newest count; 12 to 60
 * @param leastRestSeconds rest a session must hold to count; 60 to 900 s
 * @param endRestSeconds length of the calmest stretch looked for in the last phase; 60 to 900 s
 * @param leastBetweenBpm the least spread from session to session that is believed, bpm; 0.5 to 10
 * @param risePerSessionBpm how far the upper edge may rise above the approved band for each session
 *     since, bpm; 0 to 5
 * @param mostRiseBpm how far it may ever rise above the first approved band, bpm; 0 to 20
 */
public record BandRules(
        int leastSessions,
        int mostSessions,
        double leastRestSeconds,
        double endRestSeconds,
        double leastBetweenBpm,
        double risePerSessionBpm,
        double mostRiseBpm) {
    public static final BandRules DEFAULT = new BandRules(3, 12, 120, 180, 1, 1.5, 6);

    public BandRules {
        Limits.within("leastSessions", leastSessions, 3, 12);
        Limits.within("mostSessions", mostSessions, 12, 60);
        Limits.within("leastRestSeconds", leastRestSeconds, 60, 900);
        Limits.within("endRestSeconds", endRestSeconds, 60, 900);
        Limits.within("leastBetweenBpm", leastBetweenBpm, 0.5, 10);
        Limits.within("risePerSessionBpm", risePerSessionBpm, 0, 5);
        Limits.within("mostRiseBpm", mostRiseBpm, 0, 20);
    }
}
