package org.attune.hrv;

import java.util.OptionalDouble;
import org.attune.time.SessionTime;

/**
 * What is known of a heart at one instant of the grid: the same beats seen through windows of
 * different length, since rate may be read in seconds and variability may not.
 *
 * @param at the instant
 * @param rate the short window heart rate is read from
 * @param quality the window signal quality is judged on
 * @param variability the long window RMSSD is read from
 * @param heartRateBpm beats a minute over the short window; empty when it does not carry one
 */
public record HrvReading(
        SessionTime at,
        HrvWindow rate,
        HrvWindow quality,
        HrvWindow variability,
        OptionalDouble heartRateBpm) {
    /** The same without any measure of variability: this heart's says nothing of its nerves. */
    public HrvReading withoutVariability() {
        return new HrvReading(
                at,
                rate.withoutVariability(),
                quality.withoutVariability(),
                variability.withoutVariability(),
                heartRateBpm);
    }
}
