package org.attune.live;

import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import org.attune.sensor.SensorEvent;
import org.attune.session.LaneId;
import org.jspecify.annotations.Nullable;

/**
 * The hand-over from the sensors' threads to the pipeline thread. Bounded for what sensors say:
 * when full it counts what it refuses and lets that count go first when there is room again, so
 * that the cleaner sees a hole and not one long interval. What a person asks for is never refused.
 *
 * <p>Any thread may offer; the pipeline thread alone takes.
 */
final class Inbox {
    /** What the pipeline thread is given to do. */
    sealed interface Entry {
        record Heard(LaneId lane, SensorEvent event) implements Entry {}

        record Asked(Command command) implements Entry {}
    }

    /** Something a person asked for, carried out on the pipeline thread. */
    @FunctionalInterface
    interface Command {
        void carryOut();
    }

    private final int capacity;
    private final BlockingQueue<Entry> queue = new LinkedBlockingQueue<>();
    private final AtomicInteger waiting = new AtomicInteger();
    private final Map<LaneId, AtomicLong> refused = new ConcurrentHashMap<>();

    Inbox(int capacity) {
        if (capacity < 2) {
            throw new IllegalArgumentException("must be >= 2: capacity=" + capacity);
        }
        this.capacity = capacity;
    }

    /** Offers what a sensor said; returns at once. Called by one thread for each lane. */
    void offer(LaneId lane, SensorEvent event) {
        AtomicLong lost = refused.computeIfAbsent(lane, key -> new AtomicLong());
        long missing = lost.get();
        int needed = missing > 0 ? 2 : 1;
        if (waiting.addAndGet(needed) > capacity) {
            waiting.addAndGet(-needed);
            lost.incrementAndGet();
            return;
        }
        if (missing > 0) {
            lost.addAndGet(-missing);
            queue.add(new Entry.Heard(lane, new SensorEvent.Overrun(event.at(), missing)));
        }
        queue.add(new Entry.Heard(lane, event));
    }

    /** Hands over a command; never refused. */
    void ask(Command command) {
        queue.add(new Entry.Asked(command));
    }

    /** The next entry, waiting for it up to {@code nanos}; null when there was none. */
    @Nullable Entry take(long nanos) throws InterruptedException {
        Entry entry = queue.poll(nanos, TimeUnit.NANOSECONDS);
        if (entry instanceof Entry.Heard) {
            waiting.decrementAndGet();
        }
        return entry;
    }

    boolean isEmpty() {
        return queue.isEmpty();
    }
}
