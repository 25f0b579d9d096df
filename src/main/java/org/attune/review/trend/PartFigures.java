package org.attune.review.trend;

import java.util.OptionalDouble;

/**
 * A session or a phase of it in figures. Immutable.
 *
 * @param seconds its length, s
 * @param rateSeconds time of it in which a heart rate could be read, s
 * @param shownSeconds time of it in which a state was shown, learning left out, s
 * @param heartRateBpm median of the rate, bpm
 * @param lnRmssdSeconds time of it in which variability could be read, s
 * @param lnRmssd median of ln RMSSD (RMSSD in ms)
 * @param aboveSeconds time shown as Rising, High or Settling, s
 * @param highSeconds time shown as High, s
 */
public record PartFigures(
        double seconds,
        double rateSeconds,
        double shownSeconds,
        OptionalDouble heartRateBpm,
        double lnRmssdSeconds,
        OptionalDouble lnRmssd,
        double aboveSeconds,
        double highSeconds) {
    /** Share of the whole time for which a state was shown, percent. */
    OptionalDouble shownPercent() {
        return percent(shownSeconds, seconds);
    }

    /** Share of the time shown that lay above usual, percent. */
    OptionalDouble abovePercent() {
        return percent(aboveSeconds, shownSeconds);
    }

    /** Share of the time shown that was High, percent. */
    OptionalDouble highPercent() {
        return percent(highSeconds, shownSeconds);
    }

    private static OptionalDouble percent(double part, double whole) {
        return whole > 0 ? OptionalDouble.of(100 * part / whole) : OptionalDouble.empty();
    }
}
