package org.attune.pipeline;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.OptionalDouble;
import org.attune.regulation.MovementRules;
import org.attune.regulation.RegulationInput.Movement;
import org.attune.sensor.SensorEvent.MotionReceived;
import org.attune.time.SessionTime;

/** Mean movement over the last while; empty without a motion channel that speaks. */
final class MotionWindow {
    private static final long SPAN_NANOS = 30_000_000_000L;

    private final long latelyNanos;
    private final Deque<MotionReceived> recent = new ArrayDeque<>();

    MotionWindow(MovementRules rules) {
        latelyNanos = Math.round(rules.latelySeconds() * 1e9);
    }

    void add(MotionReceived event) {
        recent.addLast(event);
    }

    Movement movement(SessionTime now) {
        while (!recent.isEmpty() && age(recent.getFirst(), now) > latelyNanos) {
            recent.removeFirst();
        }
        return new Movement(mean(now, SPAN_NANOS), mean(now, latelyNanos));
    }

    private OptionalDouble mean(SessionTime now, long span) {
        double sum = 0;
        int count = 0;
        for (MotionReceived each : recent) {
            if (age(each, now) <= span) {
                sum += each.milliG();
                count++;
            }
        }
        return count == 0 ? OptionalDouble.empty() : OptionalDouble.of(sum / count);
    }

    private static long age(MotionReceived event, SessionTime now) {
        return now.nanos() - event.at().nanos();
    }
}
