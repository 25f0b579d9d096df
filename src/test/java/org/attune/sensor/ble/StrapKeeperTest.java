package org.attune.sensor.ble;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.OptionalInt;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.attune.sensor.SensorEvent.LinkLost;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Which strap is taken when none was named. */
class StrapKeeperTest {
    private static final FoundStrap OURS = strap("C0:00:00:00:00:01");
    private static final FoundStrap NEIGHBOURS = strap("C0:00:00:00:00:02");

    private final Air air = new Air();
    private final HeardEvents heard = new HeardEvents();
    private final StrapEvents events = new StrapEvents(StrapBench.clock(), heard, "ble", "");
    private final List<Thread> threads = new CopyOnWriteArrayList<>();

    private static FoundStrap strap(String address) {
        return new FoundStrap(
                "Strap",
                address,
                OptionalInt.empty(),
                OptionalInt.empty(),
                RrSupport.UNKNOWN,
                false);
    }

    /** What is in reach, from scan to scan; links never end by themselves. */
    private static final class Air implements GattLink {
        private final Queue<List<FoundStrap>> scans = new ConcurrentLinkedQueue<>();
        private final List<String> links = new CopyOnWriteArrayList<>();
        private final CountDownLatch exhausted = new CountDownLatch(1);
        private final AtomicInteger afterwards = new AtomicInteger();

        @Override
        public String ready() {
            return "";
        }

        @Override
        public List<FoundStrap> scan(Duration duration) {
            List<FoundStrap> next = scans.poll();
            if (next == null && afterwards.incrementAndGet() == 2) {
                exhausted.countDown();
            }
            return next == null ? List.of() : next;
        }

        @Override
        public void link(String address, Listener listener) {
            links.add(address);
            exhausted.countDown();
        }

        @Override
        public void askAgain() {}

        @Override
        public void unlink() {}

        @Override
        public boolean isLinked() {
            return true;
        }

        @Override
        public void close() {}
    }

    private void keep(Set<String> othersStraps) throws InterruptedException {
        Thread thread =
                new Thread(new StrapKeeper(air, events, null, othersStraps, StrapBench.PATIENCE));
        threads.add(thread);
        thread.start();
        assertThat(air.exhausted.await(20, TimeUnit.SECONDS)).isTrue();
    }

    @AfterEach
    void stop() {
        threads.forEach(Thread::interrupt);
    }

    @Test
    void theOnlyOneInReachIsTaken() throws InterruptedException {
        air.scans.addAll(List.of(List.of(), List.of(OURS)));
        keep(Set.of());

        assertThat(air.links).containsExactly(OURS.address());
    }

    @Test
    void aNeighboursStrapIsNotTakenWhenOursHasGoneOutOfReach() throws InterruptedException {
        air.scans.addAll(List.of(List.of(), List.of(OURS, NEIGHBOURS), List.of(NEIGHBOURS)));
        keep(Set.of());

        assertThat(air.links).isEmpty();
        assertThat(heard.all(LinkLost.class))
                .extracting(LinkLost::cause)
                .containsExactly(
                        "more than one strap is in reach: name one of them:"
                                + " ble:C0:00:00:00:00:01 (Strap),"
                                + " ble:C0:00:00:00:00:02 (Strap)");
    }

    @Test
    void theStrapOfAnotherPersonIsLeftToThem() throws InterruptedException {
        air.scans.addAll(List.of(List.of(OURS), List.of(OURS, NEIGHBOURS)));
        keep(Set.of(OURS.address()));

        assertThat(air.links).containsExactly(NEIGHBOURS.address());
    }
}
