package org.attune.sensor.serial;

import java.util.function.Consumer;
import org.attune.sensor.SensorEvent;
import org.attune.time.SessionTime;

/**
 * Lines that could not be read, told together before the next that can: so that a stream of noise
 * (a wrong baud rate) floods no one, and yet no two intervals are taken for neighbours across it.
 * Confined to the thread that reads.
 */
final class HoleCount {
    private long lost;

    void add() {
        lost++;
    }

    void forget() {
        lost = 0;
    }

    void tell(SessionTime at, Consumer<SensorEvent> heard) {
        if (lost > 0) {
            heard.accept(new SensorEvent.Overrun(at, lost));
            lost = 0;
        }
    }
}
