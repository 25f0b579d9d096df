package org.attune.hrv;

import java.util.Arrays;

/**
 * The exact median of the intervals of some beats of a ring, kept as beats come and go: a heap of
 * the lower half, a heap of the upper half, and where in them each beat stands. Coming and going
 * cost the logarithm of the number of beats. Confined to one thread.
 */
final class RunningMedian {
    private final BeatRing ring;
    private final Half lower = new Half(true);
    private final Half upper = new Half(false);

    /** By slot of the beat: its place in the lower half, or the complement of that in the upper. */
    private int[] places;

    RunningMedian(BeatRing ring) {
        this.ring = ring;
        this.places = new int[ring.capacity()];
    }

    void clear() {
        lower.size = 0;
        upper.size = 0;
    }

    void add(long number) {
        if (places.length != ring.capacity()) {
            places = new int[ring.capacity()];
            lower.settle();
            upper.settle();
        }
        long interval = ring.interval(number);
        boolean high = lower.size > 0 && interval > lower.top();
        (high ? upper : lower).push((int) number, interval);
        balance();
    }

    /** Takes away a beat that was added before. */
    void remove(long number) {
        int place = places[slot((int) number)];
        if (place >= 0) {
            lower.take(place);
        } else {
            upper.take(~place);
        }
        balance();
    }

    /** The median, in the unit of the ring; NaN of nothing. */
    double median() {
        if (lower.size == 0) {
            return Double.NaN;
        }
        long low = lower.top();
        return lower.size > upper.size ? low : (low + upper.top()) / 2.0;
    }

    private void balance() {
        if (lower.size > upper.size + 1) {
            lower.handTopTo(upper);
        } else if (upper.size > lower.size) {
            upper.handTopTo(lower);
        }
    }

    private int slot(int number) {
        return number & (places.length - 1);
    }

    /**
     * A heap of beats; the one next to the middle stands at its top. Keys are intervals, in the
     * lower half negated, so that the least key is always next to the middle.
     */
    private final class Half {
        private final boolean negated;
        private long[] keys = new long[16];
        private int[] numbers = new int[16];
        private int size;

        Half(boolean negated) {
            this.negated = negated;
        }

        /** The interval next to the middle. */
        long top() {
            return negated ? -keys[0] : keys[0];
        }

        void push(int number, long interval) {
            if (size == numbers.length) {
                numbers = Arrays.copyOf(numbers, 2 * size);
                keys = Arrays.copyOf(keys, 2 * size);
            }
            rise(size++, number, negated ? -interval : interval);
        }

        void take(int place) {
            int last = numbers[--size];
            long key = keys[size];
            if (place < size) {
                // What closes the hole may belong above it or below.
                if (key < keys[place]) {
                    rise(place, last, key);
                } else {
                    sink(place, last, key);
                }
            }
        }

        /** Takes the top away and puts it on {@code other}. */
        void handTopTo(Half other) {
            int number = numbers[0];
            long interval = top();
            take(0);
            other.push(number, interval);
        }

        /** Notes all places anew. */
        void settle() {
            for (int i = 0; i < size; i++) {
                put(i, numbers[i], keys[i]);
            }
        }

        private void rise(int from, int number, long key) {
            int place = from;
            while (place > 0 && key < keys[(place - 1) >> 1]) {
                int parent = (place - 1) >> 1;
                put(place, numbers[parent], keys[parent]);
                place = parent;
            }
            put(place, number, key);
        }

        private void sink(int from, int number, long key) {
            int place = from;
            while (2 * place + 1 < size) {
                int child = 2 * place + 1;
                if (child + 1 < size && keys[child + 1] < keys[child]) {
                    child++;
                }
                if (keys[child] >= key) {
                    break;
                }
                put(place, numbers[child], keys[child]);
                place = child;
            }
            put(place, number, key);
        }

        private void put(int place, int number, long key) {
            numbers[place] = number;
            keys[place] = key;
            places[slot(number)] = negated ? place : ~place;
        }
    }
}
