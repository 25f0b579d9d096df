package org.attune.review.dyad;

import java.util.Arrays;

/**
 * A measure of two people beside what it is for two people who never met: never the one without the
 * other. Immutable.
 *
 * @param value the measure
 * @param chanceMean its mean over the surrogates
 * @param chanceDeviation its standard deviation over them, n - 1
 * @param chanceLow what 2.5 percent of the surrogates do not exceed
 * @param chanceHigh what 97.5 percent of them do not exceed
 * @param p share of surrogates at least as far out, the pair itself counted among them
 * @param surrogates how many
 */
public record AgainstChance(
        double value,
        double chanceMean,
        double chanceDeviation,
        double chanceLow,
        double chanceHigh,
        double p,
        int surrogates) {
    /** Differences below this are the order of a sum, not of hearts. */
    private static final double TIE = 1e-12;

    private static final double TAIL = 0.025;

    /** On which side of chance a pair may lie. */
    enum Side {
        ABOVE,
        EITHER
    }

    static AgainstChance of(double value, double[] surrogates, Side side) {
        int n = surrogates.length;
        double mean = Arrays.stream(surrogates).sum() / n;
        double squares = 0;
        int asFar = 1;
        double distance = Math.abs(value - mean);
        for (double each : surrogates) {
            squares += (each - mean) * (each - mean);
            boolean far =
                    side == Side.ABOVE
                            ? each >= value - TIE
                            : Math.abs(each - mean) >= distance - TIE;
            asFar += far ? 1 : 0;
        }
        double[] sorted = surrogates.clone();
        Arrays.sort(sorted);
        int tail = (int) Math.floor(TAIL * n);
        return new AgainstChance(
                value,
                mean,
                Math.sqrt(squares / (n - 1)),
                sorted[tail],
                sorted[n - 1 - tail],
                asFar / (n + 1.0),
                n);
    }

    /** Distance from chance in standard deviations of the surrogates; 0 when these do not vary. */
    public double effectSize() {
        return chanceDeviation > 0 ? (value - chanceMean) / chanceDeviation : 0;
    }
}
