package org.attune.regulation;

import java.util.function.Function;

/** What the sessions say of a person's band: a proposal for the therapist, or why there is none. */
public sealed interface BandAdvice {
    /**
     * A new version, in force once the therapist approves it.
     *
     * @param band the version
     * @param heldBackBpm how much higher its upper edge would lie without the caps, bpm; 0 where
     *     they did not bite
     */
    record Proposed(PersonalBand band, double heldBackBpm) implements BandAdvice {}

    /**
     * Nothing is proposed.
     *
     * @param because why
     * @param sessions how many sessions count
     */
    record Withheld(Because because, int sessions) implements BandAdvice {}

    /** Why nothing is proposed. */
    enum Because {
        /** Something about the person makes sessions say nothing of each other. */
        FLAGS,
        /** Too few sessions count. */
        TOO_FEW,
        /** No session that counts was held since the band in force was approved. */
        NOTHING_NEW
    }

    default <R> R match(Function<Proposed, R> proposed, Function<Withheld, R> withheld) {
        return this instanceof Proposed p ? proposed.apply(p) : withheld.apply((Withheld) this);
    }
}
