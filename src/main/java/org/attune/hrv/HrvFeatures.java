package org.attune.hrv;

import java.util.OptionalDouble;

/**
 * Time-domain features of one window; each empty where the window cannot carry it.
 *
 * @param meanNnMillis mean NN interval, ms
 * @param medianNnMillis median NN interval, ms
 * @param sdnnMillis standard deviation of NN intervals (n - 1), ms
 * @param rmssdMillis root mean square of successive differences of true neighbours, ms
 * @param pnn50Percent share of successive differences above 50 ms, percent
 */
public record HrvFeatures(
        OptionalDouble meanNnMillis,
        OptionalDouble medianNnMillis,
        OptionalDouble sdnnMillis,
        OptionalDouble rmssdMillis,
        OptionalDouble pnn50Percent) {
    /** No feature could be computed. */
    public static final HrvFeatures NONE =
            new HrvFeatures(
                    OptionalDouble.empty(),
                    OptionalDouble.empty(),
                    OptionalDouble.empty(),
                    OptionalDouble.empty(),
                    OptionalDouble.empty());

    /** Natural logarithm of RMSSD in ms; empty where RMSSD is, or is zero. */
    public OptionalDouble lnRmssd() {
        return rmssdMillis.isPresent() && rmssdMillis.getAsDouble() > 0
                ? OptionalDouble.of(StrictMath.log(rmssdMillis.getAsDouble()))
                : OptionalDouble.empty();
    }

    /**
     * Beats a minute of the mean NN interval. Artefacts are left out before, so the mean is as safe
     * as the median, and it does not jump from one beat's length to another's.
     */
    public OptionalDouble heartRateBpm() {
        return meanNnMillis.isPresent()
                ? OptionalDouble.of(60_000 / meanNnMillis.getAsDouble())
                : OptionalDouble.empty();
    }
}
