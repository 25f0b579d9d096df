package org.attune.sensor.ble;

import java.time.Duration;

/**
 * How long to wait before the next attempt: twice as long each time, up to a limit. The limit keeps
 * the promise that beats flow within five seconds of a strap being able to send: waiting, finding,
 * connecting and the first notification have to fit into them. Confined to one thread.
 */
final class Backoff {
    private static final Duration FIRST = Duration.ofMillis(250);
    private static final Duration LONGEST = Duration.ofSeconds(2);

    private Duration next = FIRST;

    /** How long to wait now. */
    Duration next() {
        Duration now = next;
        Duration twice = now.multipliedBy(2);
        next = twice.compareTo(LONGEST) > 0 ? LONGEST : twice;
        return now;
    }

    /** An attempt succeeded. */
    void reset() {
        next = FIRST;
    }
}
