package org.attune.review.trend;

import java.util.Optional;
import java.util.OptionalDouble;
import org.attune.session.Phase;

/** What is followed over sessions. */
public enum TrendMeasure {
    /** Median heart rate, bpm. */
    HEART_RATE(1, true),
    /** Median of ln RMSSD, RMSSD in ms. */
    LN_RMSSD(0.1, true),
    /** Share of usable time above usual, percent. */
    ABOVE_USUAL(5, true),
    /** Share of usable time in High, percent. */
    HIGH(2, true),
    /** Time in which half of a rise was gone, s. */
    RECOVERY_HALF_TIME(15, false),
    /** Share of the session that was usable, percent. */
    USABLE(5, false);

    private final double leastSpread;
    private final boolean byPhase;

    TrendMeasure(double leastSpread, boolean byPhase) {
        this.leastSpread = leastSpread;
        this.byPhase = byPhase;
    }

    /** Differences from the middle up to this are never worth a word; a choice, not measured. */
    double leastSpread() {
        return leastSpread;
    }

    /** Whether it is also followed for each phase. */
    boolean byPhase() {
        return byPhase;
    }

    /**
     * Its value; empty where the part was not marked or holds too little usable time.
     *
     * @param phase of which phase; empty for the whole session
     * @param leastSeconds usable time it must rest on, s
     */
    public OptionalDouble of(TrendSession session, Optional<Phase> phase, double leastSeconds) {
        Optional<PartFigures> found = session.part(phase);
        if (found.isEmpty()) {
            return OptionalDouble.empty();
        }
        PartFigures part = found.get();
        return switch (this) {
            case HEART_RATE -> resting(part.heartRateBpm(), part.rateSeconds(), leastSeconds);
            case LN_RMSSD -> resting(part.lnRmssd(), part.lnRmssdSeconds(), leastSeconds);
            case ABOVE_USUAL -> resting(part.abovePercent(), part.shownSeconds(), leastSeconds);
            case HIGH -> resting(part.highPercent(), part.shownSeconds(), leastSeconds);
            case RECOVERY_HALF_TIME -> session.recoveryHalfSeconds();
            case USABLE -> part.shownPercent();
        };
    }

    private static OptionalDouble resting(OptionalDouble value, double on, double least) {
        return on >= least ? value : OptionalDouble.empty();
    }
}
