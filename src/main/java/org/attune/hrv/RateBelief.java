package org.attune.hrv;

/**
 * What is believed of the heart's rate at one second, and how firmly.
 *
 * @param lnMillis mean of the logarithm of the interval in ms
 * @param deviation standard deviation of that logarithm: about the relative error of the rate
 * @param believedSeconds heartbeat of this second that was believed, s
 * @param heardSeconds heartbeat of this second that was reported, believed or not, s
 */
public record RateBelief(
        double lnMillis, double deviation, double believedSeconds, double heardSeconds) {
    /** Nothing is known. */
    public static final RateBelief NONE = new RateBelief(Double.NaN, 1, 0, 0);

    /** How firmly a rate is believed that a sensor worked out by itself. */
    private static final double REPORTED_DEVIATION = 0.01;

    /** A rate the sensor reported by itself, bpm above 0: one second of it. */
    public static RateBelief reported(double bpm) {
        return new RateBelief(StrictMath.log(60_000 / bpm), REPORTED_DEVIATION, 1, 1);
    }

    /** Whether any rate is believed at all. */
    public boolean isKnown() {
        return !Double.isNaN(lnMillis);
    }

    /** Beats a minute; NaN if not known. */
    public double bpm() {
        return 60_000 / StrictMath.exp(lnMillis);
    }
}
