package org.attune.sensor.replay;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumSet;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Queue;
import java.util.Set;
import java.util.function.Function;
import org.attune.sensor.Capability;
import org.attune.sensor.SensorAddress;
import org.attune.sensor.SensorDescription;
import org.attune.sensor.SensorEvent;
import org.attune.sensor.SourceClass;

/**
 * The simulated client: a strap on a heart that follows a scenario. The same scenario and seed give
 * the same events, on every machine; another seed is another person. Always marked as {@link
 * SourceClass#SIMULATED}. Stateless; any thread.
 */
public final class SyntheticHeart {
    private static final long DEFAULT_SEED = 1;

    private SyntheticHeart() {}

    /** What a simulated client's strap calls itself. */
    public static SensorDescription description(SimulationScenario scenario, long seed) {
        return new SensorDescription(
                "simulated client",
                "sim:" + scenario.id() + "?seed=" + seed,
                SourceClass.SIMULATED,
                EnumSet.complementOf(EnumSet.of(Capability.ECG)));
    }

    /** The events of a time, in order. An hour has about 11,000; for more, use {@link #stream}. */
    public static List<SensorEvent> events(
            SimulationScenario scenario, long seed, Duration duration) {
        List<SensorEvent> events = new ArrayList<>();
        stream(scenario, seed, duration).forEach(events::add);
        return events;
    }

    /**
     * The events of a time, in order, made one second at a time as they are asked for. Each
     * iterator begins anew; an iterator is for one thread.
     */
    public static Iterable<SensorEvent> stream(
            SimulationScenario scenario, long seed, Duration duration) {
        return () -> seconds(scenario, seed, duration, StrapModel.Second::events);
    }

    /** What the strap heard in a time, with the true times of the beats; made as asked for. */
    public static Iterable<TimedInterval> intervals(
            SimulationScenario scenario, long seed, Duration duration) {
        return () -> seconds(scenario, seed, duration, StrapModel.Second::intervals);
    }

    private static <T> Iterator<T> seconds(
            SimulationScenario scenario,
            long seed,
            Duration duration,
            Function<StrapModel.Second, Collection<T>> part) {
        if (duration.isNegative()) {
            throw new IllegalArgumentException("must be >= 0: duration=" + duration);
        }
        StrapModel strap = new StrapModel(scenario.course(), seed, description(scenario, seed));
        return new Unfolding<>(strap, duration.toSeconds(), part);
    }

    /**
     * {@code sim:SCENARIO?seed=N&speed=X}; without a scenario {@code demo}, without a seed 1.
     *
     * @throws IllegalArgumentException when the address is not understood
     */
    public static ReplaySensor sensor(SensorAddress address) {
        return sensor(address, ReplaySensor.speedOf(address));
    }

    /** As {@link #sensor(SensorAddress)}, at a speed of the caller's, whatever the address says. */
    public static ReplaySensor sensor(SensorAddress address, double speed) {
        ReplaySensor.requireScheme(address, "sim", Set.of("seed", "speed"));
        SimulationScenario scenario =
                address.target().isEmpty()
                        ? SimulationScenario.DEMO
                        : SimulationScenario.of(address.target());
        long seed = address.option("seed").map(SyntheticHeart::seed).orElse(DEFAULT_SEED);
        // A year: longer than anyone sits; the strap is out of power by then.
        Iterable<SensorEvent> events = stream(scenario, seed, Duration.ofDays(366));
        return new ReplaySensor(description(scenario, seed), events, speed);
    }

    private static long seed(String text) {
        try {
            return Long.parseLong(text);
        } catch (NumberFormatException e) {
            throw new IllegalArgumentException("must be a whole number: seed=" + text, e);
        }
    }

    /** One part of each second, in a row. Confined to one thread. */
    private static final class Unfolding<T> implements Iterator<T> {
        private final StrapModel strap;
        private final Function<StrapModel.Second, Collection<T>> part;
        private final Queue<T> ready = new ArrayDeque<>();
        private long secondsLeft;

        Unfolding(StrapModel strap, long seconds, Function<StrapModel.Second, Collection<T>> part) {
            this.strap = strap;
            this.part = part;
            this.secondsLeft = seconds;
        }

        @Override
        public boolean hasNext() {
            while (ready.isEmpty() && secondsLeft > 0) {
                ready.addAll(part.apply(strap.next()));
                secondsLeft--;
            }
            return !ready.isEmpty();
        }

        @Override
        public T next() {
            if (!hasNext()) {
                throw new NoSuchElementException();
            }
            return ready.remove();
        }
    }
}
