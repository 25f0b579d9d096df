package org.attune.sensor.serial;

import java.util.List;
import java.util.function.Consumer;
import org.attune.sensor.RrInterval;
import org.attune.sensor.SensorEvent;
import org.attune.time.SessionTime;

/**
 * The protocol {@code pulsesensor-bsq}: what the PulseSensor Playground prints for its visualizer.
 * {@code S512} is a sample of the wave and is passed over; at each beat come {@code B72}, beats a
 * minute, and {@code Q833}, the interval in milliseconds. No checksum. Confined to the thread that
 * reads.
 */
final class PulseSensorLines implements LineProtocol {
    private static final int HIGHEST_BPM = 300;
    private static final int LONGEST_MILLIS = 10_000;

    private final HoleCount holes = new HoleCount();

    @Override
    public boolean line(String line, SessionTime at, Consumer<SensorEvent> heard) {
        String bare = line.strip();
        long number = bare.isEmpty() ? -1 : Decimal.whole(bare.substring(1), 99_999);
        char kind = number < 0 ? '?' : bare.charAt(0);
        if (kind == 'B' && number > 0 && number <= HIGHEST_BPM) {
            heard.accept(new SensorEvent.HeartRateReceived(at, (double) number));
        } else if (kind == 'Q' && number > 0 && number <= LONGEST_MILLIS) {
            holes.tell(at, heard);
            heard.accept(
                    new SensorEvent.RrReceived(at, List.of(new RrInterval(number * 1_000_000))));
        } else if (kind != 'S' && kind != 'B') {
            unreadable(); // it may have been an interval
            return false;
        }
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
