package org.attune.sensor.serial;

import java.util.function.Consumer;
import org.attune.sensor.SensorEvent;
import org.attune.time.SessionTime;

/**
 * Understands the frames of one binary protocol, all of one length. It has no clock and no port and
 * never throws on what it is given. Confined to the thread that reads.
 */
interface FrameProtocol {
    /** Bytes in a frame. */
    int frameLength();

    /** Whether the bytes from {@code from} on could be a frame: marks, checksum, ranges. */
    boolean isFrame(byte[] bytes, int from);

    /**
     * A frame that stands in a row of valid ones.
     *
     * @param at when its last byte arrived; stamps the events
     */
    void frame(byte[] bytes, int from, SessionTime at, Consumer<SensorEvent> heard);

    /** Bytes were passed over: the next frame need not follow the last. */
    void interrupted();

    /** The port was opened anew. */
    void restart();
}
