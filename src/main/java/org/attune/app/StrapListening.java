package org.attune.app;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.attune.sensor.Capability;
import org.attune.sensor.Sensor;
import org.attune.sensor.SensorDescription;
import org.attune.sensor.SensorEvent;
import org.attune.sensor.SourceClass;
import org.attune.time.SessionClock;
import org.attune.time.SystemTicker;

/** Listens to one sensor for a while, to find out what it really gives. Nothing is kept. */
final class StrapListening {
    /** Movement, where a strap has it, follows the first beat within this. */
    private static final Duration MOVEMENT_FOLLOWS = Duration.ofSeconds(4);

    private StrapListening() {}

    /**
     * What was heard.
     *
     * @param linked whether it could be reached
     * @param settled whether enough was heard to say what it gives
     * @param sensor what it is and gives, as far as it was heard
     */
    record Heard(boolean linked, boolean settled, SensorDescription sensor) {}

    /** Listens until all is known that can be, {@code most} at the longest. */
    static Heard to(Sensor sensor, Duration most) throws InterruptedException {
        CountDownLatch beats = new CountDownLatch(1);
        CountDownLatch movement = new CountDownLatch(1);
        AtomicBoolean linked = new AtomicBoolean();
        try (sensor) {
            sensor.open(
                    SessionClock.startingNow(new SystemTicker()),
                    event -> {
                        linked.compareAndSet(false, event instanceof SensorEvent.Linked);
                        SensorDescription now = sensor.description();
                        if (isSettled(now)) {
                            beats.countDown();
                        }
                        if (event instanceof SensorEvent.MotionReceived) {
                            movement.countDown();
                        }
                    });
            if (beats.await(most.toMillis(), TimeUnit.MILLISECONDS)) {
                boolean unused = movement.await(MOVEMENT_FOLLOWS.toMillis(), TimeUnit.MILLISECONDS);
            }
            SensorDescription last = sensor.description();
            return new Heard(linked.get(), isSettled(last), last);
        }
    }

    /** Intervals were heard, or it is plain that there are none. */
    private static boolean isSettled(SensorDescription sensor) {
        return sensor.capabilities().contains(Capability.RR)
                || sensor.source() == SourceClass.HEART_RATE_ONLY;
    }
}
