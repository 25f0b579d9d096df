package org.attune.sensor.ble;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Predicate;
import org.attune.sensor.SensorEvent;
import org.attune.sensor.SensorListener;

/** Keeps what a sensor said, and waits for what it should say. */
final class HeardEvents implements SensorListener {
    private static final Duration PATIENCE = Duration.ofSeconds(25);

    private final List<SensorEvent> events = new CopyOnWriteArrayList<>();

    @Override
    public void heard(SensorEvent event) {
        events.add(event);
    }

    List<SensorEvent> all() {
        return List.copyOf(events);
    }

    int size() {
        return events.size();
    }

    <T extends SensorEvent> List<T> all(Class<T> type) {
        return events.stream().filter(type::isInstance).map(type::cast).toList();
    }

    /** Intervals in 1/1024 s, in order of arrival. */
    List<Integer> ticks() {
        return ticks(events);
    }

    static List<Integer> ticks(List<SensorEvent> events) {
        List<Integer> ticks = new ArrayList<>();
        for (SensorEvent event : events) {
            if (event instanceof SensorEvent.RrReceived received) {
                received.intervals()
                        .forEach(rr -> ticks.add((int) Math.round(rr.nanos() * 1024 / 1e9)));
            }
        }
        return ticks;
    }

    /** Waits until at least {@code n} events of a type were heard. */
    <T extends SensorEvent> void await(Class<T> type, int n) {
        await(n + " of " + type.getSimpleName(), heard -> all(type).size() >= n);
    }

    void await(String what, Predicate<HeardEvents> condition) {
        LightRig.await(what, PATIENCE, () -> condition.test(this), this::describe);
    }

    /** Waits for an event of a type after the first {@code from} events; its place. */
    <T extends SensorEvent> int awaitAfter(int from, Class<T> type) {
        await(type.getSimpleName() + " after event " + from, heard -> indexAfter(from, type) >= 0);
        return indexAfter(from, type);
    }

    private int indexAfter(int from, Class<? extends SensorEvent> type) {
        for (int i = from; i < events.size(); i++) {
            if (type.isInstance(events.get(i))) {
                return i;
            }
        }
        return -1;
    }

    private String describe() {
        return String.join("\n", events.stream().map(String::valueOf).toList());
    }
}
