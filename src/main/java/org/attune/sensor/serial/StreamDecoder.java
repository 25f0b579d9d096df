package org.attune.sensor.serial;

import java.util.function.Consumer;
import org.attune.sensor.SensorEvent;
import org.attune.time.SessionTime;

/**
 * Understands the bytes of one protocol, in pieces of any size. It has no clock and no port, never
 * throws on what it is given, and holds at most a line or a few frames. Confined to the thread that
 * reads.
 */
interface StreamDecoder {
    /**
     * Takes what was read.
     *
     * @param bytes the first {@code length} of them
     * @param at when they arrived; stamps the events
     * @param heard takes what they say, in order
     */
    void take(byte[] bytes, int length, SessionTime at, Consumer<SensorEvent> heard);

    /** The port was opened anew; what came before is no longer connected with what follows. */
    void restart();

    /** How many lines or frames were understood since the last that was not. */
    int understoodInARow();
}
