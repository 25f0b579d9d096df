package org.attune.sensor.ble;

import java.time.Duration;
import org.attune.Limits;

/**
 * How straps are treated.
 *
 * @param askAgainAfterSeconds how long a strap may be linked and silent before it is asked for its
 *     notifications anew, and as long again before it is linked anew; 6 to 120
 */
public record BleSettings(double askAgainAfterSeconds) {
    /** As in {@code config/attune.toml}. */
    public static final BleSettings DEFAULT = new BleSettings(8.0);

    public BleSettings {
        Limits.within("askAgainAfterSeconds", askAgainAfterSeconds, 6, 120);
    }

    Duration askAgainAfter() {
        return Duration.ofMillis(Math.round(askAgainAfterSeconds * 1_000));
    }
}
