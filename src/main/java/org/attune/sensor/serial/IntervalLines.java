package org.attune.sensor.serial;

import java.util.List;
import java.util.function.Consumer;
import org.attune.sensor.RrInterval;
import org.attune.sensor.SensorEvent;
import org.attune.time.SessionTime;

/**
 * The protocol {@code lines-ibi}: one interval a line, in milliseconds. There is no checksum and no
 * number, so that a damaged digit cannot be told from a heartbeat: fit for a bench, not for a
 * session. A line that is no interval between 1 ms and 10 s is a hole. Confined to the thread that
 * reads.
 */
final class IntervalLines implements LineProtocol {
    private static final double LONGEST_MILLIS = 10_000;

    private final HoleCount holes = new HoleCount();

    @Override
    public boolean line(String line, SessionTime at, Consumer<SensorEvent> heard) {
        double millis = Decimal.parse(line.strip());
        if (!(millis >= 1) || millis > LONGEST_MILLIS) {
            unreadable();
            return false;
        }
        holes.tell(at, heard);
        heard.accept(new SensorEvent.RrReceived(at, List.of(RrInterval.ofMillis(millis))));
        return true;
    }

    @Override
    public void unreadable() {
        holes.add();
    }

    @Override
    public void restart() {
        holes.forget();
    }

    @Override
    public boolean mayBeginInMidLine() {
        return true;
    }
}
