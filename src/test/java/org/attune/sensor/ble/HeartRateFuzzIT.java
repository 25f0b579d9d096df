package org.attune.sensor.ble;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.util.Optional;
import org.junit.jupiter.api.Tag;

/** Any bytes at all, as a strap's notification: decoded within what the format can say, or none. */
@Tag("long")
class HeartRateFuzzIT {
    @FuzzTest(maxDuration = "2m")
    void heartRateMeasurement(byte[] value) {
        Optional<HeartRateMeasurement> decoded = HeartRateMeasurement.decode(value);
        decoded.ifPresent(
                measurement -> {
                    boolean possible =
                            measurement.bpm() >= 0
                                    && measurement.bpm() <= 0xFFFF
                                    && measurement.rrTicks().size() * 2 <= value.length - 2
                                    && measurement.rrTicks().stream()
                                            .allMatch(ticks -> ticks >= 0 && ticks <= 0xFFFF);
                    if (!possible) {
                        throw new AssertionError(measurement.toString());
                    }
                });
    }
}
