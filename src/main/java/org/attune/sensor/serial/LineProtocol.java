package org.attune.sensor.serial;

import java.util.function.Consumer;
import org.attune.sensor.SensorEvent;
import org.attune.time.SessionTime;

/**
 * Understands the lines of one protocol. It has no clock and no port, never throws on what it is
 * given, and keeps only what it needs to notice a hole. Confined to the thread that reads.
 */
interface LineProtocol {
    /**
     * One line, without its end, of printable ASCII.
     *
     * @param at when it arrived; stamps the events
     * @param heard takes what the line says, in order
     * @return whether it was a line of this protocol
     */
    boolean line(String line, SessionTime at, Consumer<SensorEvent> heard);

    /** What came cannot be a line: too long, or not text. */
    void unreadable();

    /** The port was opened anew; what came before is no longer connected with what follows. */
    void restart();

    /**
     * Whether a line whose beginning was missed could pass for a whole one. Then nothing is taken
     * before the first line end.
     */
    boolean mayBeginInMidLine();
}
