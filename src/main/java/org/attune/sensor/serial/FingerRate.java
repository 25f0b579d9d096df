package org.attune.sensor.serial;

import java.util.function.Consumer;
import org.attune.sensor.Contact;
import org.attune.sensor.SensorEvent;
import org.attune.time.SessionTime;

/**
 * The averaged rate of a sensor that repeats it many times a second, and whether it touches the
 * body: the rate is told at most once a second, contact on change. Confined to the thread that
 * reads.
 */
final class FingerRate {
    private static final long A_SECOND = 1_000_000_000L;
    private static final double LOWEST_BPM = 20;
    private static final double HIGHEST_BPM = 300;

    private boolean touching = true;
    private long quietUntilNanos;

    /** The sensor says that it touches nothing. */
    void lost(SessionTime at, Consumer<SensorEvent> heard) {
        if (touching) {
            touching = false;
            heard.accept(new SensorEvent.ContactChanged(at, Contact.LOST));
        }
    }

    /** The sensor says that it touches, whether it has a rate or not. */
    void touches(SessionTime at, Consumer<SensorEvent> heard) {
        if (!touching) {
            touching = true;
            quietUntilNanos = 0;
            heard.accept(new SensorEvent.ContactChanged(at, Contact.GOOD));
        }
    }

    /** A rate in beats a minute; one that no heart has is passed over. */
    void rate(double bpm, SessionTime at, Consumer<SensorEvent> heard) {
        if (bpm >= LOWEST_BPM && bpm <= HIGHEST_BPM && at.nanos() >= quietUntilNanos) {
            quietUntilNanos = at.nanos() + A_SECOND;
            heard.accept(new SensorEvent.HeartRateReceived(at, bpm));
        }
    }

    void restart() {
        touching = true;
        quietUntilNanos = 0;
    }
}
