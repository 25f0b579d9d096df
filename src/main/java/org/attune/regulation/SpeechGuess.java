package org.attune.regulation;

import java.util.Optional;
import org.attune.hrv.Breath;

/**
 * Whether breathing has been uneven for long, as it is in speech (Beda 2007, Psychophysiology 44,
 * 767). Nobody listens to what is said: there is no microphone, and there will be none. So this is
 * a guess, said as one; it lowers confidence and changes no state.
 *
 * <p>Confined to the pipeline thread.
 */
final class SpeechGuess {
    /** From here up, one breath follows another evenly. */
    private static final double EVEN = 0.6;

    /** Below this, no breathing stands out from noise. */
    private static final double UNEVEN = 0.5;

    private static final int LEAST_SECONDS = 20;

    private int uneven;
    private Optional<Breath> breath = Optional.empty();

    /**
     * One second.
     *
     * @param seen breathing of the last minute; empty where the beats do not carry it
     */
    void step(Optional<Breath> seen) {
        breath = seen;
        uneven = seen.filter(each -> each.confidence() < UNEVEN).isPresent() ? uneven + 1 : 0;
    }

    /** Whether the person may be talking. */
    boolean isLikely() {
        return uneven >= LEAST_SECONDS;
    }

    /** What is said of it beside a judgement, if anything. */
    Optional<Reason> note() {
        if (isLikely()) {
            return Optional.of(Reason.of(Reason.Code.UNEVEN_BREATHING));
        }
        return breath.filter(each -> each.confidence() >= EVEN)
                .map(each -> new Reason(Reason.Code.BREATHING, each.perMinute()));
    }
}
