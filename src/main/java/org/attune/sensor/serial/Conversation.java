package org.attune.sensor.serial;

import java.util.function.Consumer;
import org.attune.sensor.SensorDescription;
import org.attune.sensor.SensorEvent;
import org.attune.time.SessionTime;

/**
 * What is made of one port, from one opening to the next. Confined to the thread that reads, except
 * for {@link #description}.
 */
interface Conversation {
    /** The sensor as addressed, before it has said anything; any thread. */
    SensorDescription description();

    /** The line speed to listen at from now on. */
    int baud();

    /** The port is open, and nothing was heard yet. */
    void opened(SessionTime at, Consumer<SensorEvent> heard);

    /** Bytes arrived. */
    void take(byte[] bytes, int length, SessionTime at, Consumer<SensorEvent> heard);

    /** For about half a second, nothing arrived. */
    void nothing(SessionTime at, Consumer<SensorEvent> heard);
}
