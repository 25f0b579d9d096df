package org.attune.sensor.ble;

import java.util.ArrayList;
import java.util.List;
import org.attune.sensor.ble.PolarFrame.Acceleration;

/**
 * Turns samples of acceleration into how much a person moved: for each second, the mean absolute
 * deviation of the magnitude from its mean of that second, in thousandths of g. Gravity is constant
 * in it and falls out, however the strap sits. Seconds are counted on the strap's own clock; one
 * with a hole in it gives nothing, rather than a figure of less than a second.
 *
 * <p>Not safe for threads: guarded by the sensor's gate.
 */
final class MotionMeter {
    private static final double SAMPLE_NANOS = 1e9 / PolarMeasurement.SAMPLES_A_SECOND;

    /** The strap's true rate differs from the nominal one by a little; a lost frame by far more. */
    private static final double MOST_PACE_ERROR = 0.2;

    private final List<Double> magnitudes = new ArrayList<>();
    private boolean running;
    private long lastNanos;

    /** Forgets what was begun. */
    void startStretch() {
        magnitudes.clear();
        running = false;
    }

    /** The movement of each second that this frame completes, oldest first; usually 0 or 1. */
    List<Double> read(PolarFrame frame) {
        if (!running || !continues(frame)) {
            magnitudes.clear();
        }
        running = true;
        lastNanos = frame.lastSampleNanos();
        List<Double> seconds = new ArrayList<>();
        for (Acceleration sample : frame.samples()) {
            magnitudes.add(sample.magnitude());
            if (magnitudes.size() == PolarMeasurement.SAMPLES_A_SECOND) {
                seconds.add(meanAbsoluteDeviation());
                magnitudes.clear();
            }
        }
        return seconds;
    }

    private boolean continues(PolarFrame frame) {
        double expected = frame.samples().size() * SAMPLE_NANOS;
        double lived = frame.lastSampleNanos() - lastNanos;
        return Math.abs(lived - expected) <= MOST_PACE_ERROR * expected;
    }

    private double meanAbsoluteDeviation() {
        double mean = 0;
        for (double each : magnitudes) {
            mean += each / magnitudes.size();
        }
        double deviation = 0;
        for (double each : magnitudes) {
            deviation += Math.abs(each - mean) / magnitudes.size();
        }
        return deviation;
    }
}
