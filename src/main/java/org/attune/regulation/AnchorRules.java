package org.attune.regulation;

import org.attune.Limits;

/**
 * How the middle of the usual range follows a person through a session: so slowly that no hour of
 * arousal becomes the new usual, and within bounds around what was learned.
 *
 * @param fallSeconds time constant when the level lies below the middle; 300 to 20000 s
 * @param riseSeconds time constant when it lies above, yet near; 300 to 20000 s
 * @param nearBpm up to this far above is near, bpm; 2 to 20
 * @param leakSeconds beyond that the middle rises by {@code nearBpm} in this time; 600 to 20000 s
 * @param mostUpBpm never further above what was learned, bpm; 0 to 20
 * @param mostDownBpm never further below, bpm; 0 to 30
 */
public record AnchorRules(
        double fallSeconds,
        double riseSeconds,
        double nearBpm,
        double leakSeconds,
        double mostUpBpm,
        double mostDownBpm) {
    public static final AnchorRules DEFAULT = new AnchorRules(2500, 1800, 8, 3600, 6, 12);

    public AnchorRules {
        Limits.within("fallSeconds", fallSeconds, 300, 20_000);
        Limits.within("riseSeconds", riseSeconds, 300, 20_000);
        Limits.within("nearBpm", nearBpm, 2, 20);
        Limits.within("leakSeconds", leakSeconds, 600, 20_000);
        Limits.within("mostUpBpm", mostUpBpm, 0, 20);
        Limits.within("mostDownBpm", mostDownBpm, 0, 30);
    }
}
