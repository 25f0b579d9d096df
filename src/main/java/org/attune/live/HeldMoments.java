package org.attune.live;

import java.util.ArrayList;
import java.util.List;
import org.attune.pipeline.Moment;
import org.attune.pipeline.MomentListener;

/**
 * Holds what a session says until it is known whether it may be written: in memory only. Then it
 * hands on all of it, in order, and whatever follows; or lets go of all of it. Thread-safe.
 */
public final class HeldMoments implements MomentListener {
    private final List<Moment> held = new ArrayList<>();
    private List<? extends MomentListener> listeners = List.of();
    private boolean decided;

    @Override
    public synchronized void happened(Moment moment) {
        if (decided) {
            listeners.forEach(listener -> listener.happened(moment));
        } else {
            held.add(moment);
        }
    }

    /** What was put in so far; the session begins anew, so nothing is held any more. */
    synchronized List<Moment> takeInputs() {
        List<Moment> inputs = held.stream().filter(Moment::isInput).toList();
        held.clear();
        return inputs;
    }

    /** Lets go of what was said, and of all that follows; nothing is handed to anybody. */
    public synchronized void drop() {
        decided = true;
        held.clear();
    }

    /**
     * Hands what is held to {@code takers}, oldest first, and from then on whatever follows.
     * Returns when what was held is handed over.
     *
     * @param room waited for between two moments: what was gathered comes faster than life
     */
    public void release(List<? extends MomentListener> takers, Room room)
            throws InterruptedException {
        for (List<Moment> next = handOver(takers); !next.isEmpty(); next = handOver(takers)) {
            for (Moment moment : next) {
                takers.forEach(taker -> taker.happened(moment));
                room.await();
            }
        }
    }

    /** The next share to be handed over; with the last of them, what follows goes straight on. */
    private synchronized List<Moment> handOver(List<? extends MomentListener> takers) {
        List<Moment> share = List.copyOf(held);
        held.clear();
        if (share.isEmpty()) {
            listeners = List.copyOf(takers);
            decided = true;
        }
        return share;
    }

    /** Waits until whoever takes the moments has room for more. */
    @FunctionalInterface
    public interface Room {
        void await() throws InterruptedException;
    }
}
