package org.attune.pipeline;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.OptionalDouble;
import org.attune.sensor.SensorEvent.MotionReceived;
import org.attune.time.SessionTime;

/** Mean movement over the last half minute; empty without a motion channel that speaks. */
final class MotionWindow {
    private static final long SPAN_NANOS = 30_000_000_000L;

    private final Deque<MotionReceived> recent = new ArrayDeque<>();

    void add(MotionReceived event) {
        recent.addLast(event);
    }

    OptionalDouble meanMilliG(SessionTime now) {
        while (!recent.isEmpty() && now.nanos() - recent.getFirst().at().nanos() > SPAN_NANOS) {
            recent.removeFirst();
        }
        if (recent.isEmpty()) {
            return OptionalDouble.empty();
        }
        double sum = 0;
        for (MotionReceived each : recent) {
            sum += each.milliG();
        }
        return OptionalDouble.of(sum / recent.size());
    }
}
