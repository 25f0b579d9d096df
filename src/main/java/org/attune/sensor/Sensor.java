package org.attune.sensor;

import org.attune.time.SessionClock;

/**
 * A source of heartbeats. It stamps what it hears with the session's clock and hands it on; it
 * reconnects by itself for as long as it is open, and says so by events.
 */
public interface Sensor extends AutoCloseable {
    /** What it is; may become more precise once it is linked (see {@link SensorEvent.Linked}). */
    SensorDescription description();

    /**
     * Begins to listen and returns at once or after a bounded first attempt.
     *
     * @param clock stamps the events
     * @param listener called from the sensor's own thread, in order; must return quickly
     * @throws SensorUnavailableException when it can be known now that it will never work: no such
     *     port, no Bluetooth, not allowed. A strap that is merely out of reach is not an error: it
     *     is looked for until {@link #close}.
     */
    void open(SessionClock clock, SensorListener listener);

    /** Stops and releases the sensor; no event follows. Bounded to two seconds; idempotent. */
    @Override
    void close();
}
