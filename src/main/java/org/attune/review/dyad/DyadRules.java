package org.attune.review.dyad;

import org.attune.Limits;

/**
 * How two people's heart rates are compared. Not part of what a session is judged by: nothing of it
 * reaches a state or a cue.
 *
 * <p>Segments of 30 s and lags of 3 s are the customary ones of surrogate synchrony (Tschacher and
 * Meier 2020, Psychother Res 30:558; R package SUSY); slopes over 5 s and correlations over 15 s
 * are those of the concordance index of Marci and others 2007 (J Nerv Ment Dis 195:103), who took
 * skin conductance. That they suit heart rate is not shown: the results say so.
 *
 * @param stepSeconds distance of the grid both rates are laid on, 0.25 to 1 s
 * @param segmentSeconds length of a segment, 12 to 120 s
 * @param mostLagSeconds the largest lag, 1 to 7.5 s and at most a quarter of a segment
 * @param slopeSeconds over what the slopes of the concordance index are taken, 3 to 15 s
 * @param windowSeconds over what these are correlated, 10 to 60 s
 * @param leastShare share of a segment, slope or window that must be known on both sides, 0.5 to 1
 * @param leastSegments with fewer usable segments nothing is said, 10 to 1000
 * @param surrogates how many, 99 to 9999
 * @param kind how they are made
 * @param chance accepted share of false claims over all measures together, 0.001 to 0.1
 * @param seed of the surrogates, 1 to 99999999
 */
public record DyadRules(
        double stepSeconds,
        double segmentSeconds,
        double mostLagSeconds,
        double slopeSeconds,
        double windowSeconds,
        double leastShare,
        int leastSegments,
        int surrogates,
        SurrogateKind kind,
        double chance,
        int seed) {
    public static final DyadRules DEFAULT =
            new DyadRules(0.5, 30, 3, 5, 15, 0.9, 20, 999, SurrogateKind.SHUFFLED, 0.05, 20261127);

    /** How the segments of the second person are paired anew, so that they never met. */
    public enum SurrogateKind {
        /** In a random order. */
        SHUFFLED,
        /** In their own order, begun elsewhere: what lasts over segments is kept. */
        SHIFTED
    }

    public DyadRules {
        Limits.within("stepSeconds", stepSeconds, 0.25, 1);
        Limits.within("segmentSeconds", segmentSeconds, 12, 120);
        Limits.within("mostLagSeconds", mostLagSeconds, 1, Math.min(7.5, segmentSeconds / 4));
        Limits.within("slopeSeconds", slopeSeconds, 3, 15);
        Limits.within("windowSeconds", windowSeconds, 10, 60);
        Limits.within("leastShare", leastShare, 0.5, 1);
        Limits.within("leastSegments", leastSegments, 10, 1000);
        Limits.within("surrogates", surrogates, 99, 9999);
        Limits.within("chance", chance, 0.001, 0.1);
        Limits.within("seed", seed, 1, 99_999_999);
    }

    /** The same with other surrogates. */
    public DyadRules withSurrogates(SurrogateKind newKind, int count, int newSeed) {
        return new DyadRules(
                stepSeconds,
                segmentSeconds,
                mostLagSeconds,
                slopeSeconds,
                windowSeconds,
                leastShare,
                leastSegments,
                count,
                newKind,
                chance,
                newSeed);
    }

    /** {@code seconds} in steps of the grid. */
    int steps(double seconds) {
        return Math.toIntExact(Math.round(seconds / stepSeconds));
    }
}
