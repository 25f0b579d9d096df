package org.attune.hrv;

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
        boolean high = lower.size > 0 && ring.interval(number) > ring.interval(lower.numbers[0]);
        (high ? upper : lower).push((int) number);
        balance();
    }

    /** Takes away a beat that was added before and is still in the ring. */
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
        long low = ring.interval(lower.numbers[0]);
        return lower.size > upper.size ? low : (low + ring.interval(upper.numbers[0])) / 2.0;
    }

    private void balance() {
        if (lower.size > upper.size + 1) {
            upper.push(lower.take(0));
        } else if (upper.size > lower.size) {
            lower.push(upper.take(0));
        }
    }

    private int slot(int number) {
        return number & (places.length - 1);
    }

    /** A heap of numbers of beats; the interval next to the middle stands at its top. */
    private final class Half {
        private final boolean greatestFirst;
        private int[] numbers = new int[16];
        private int size;

        Half(boolean greatestFirst) {
            this.greatestFirst = greatestFirst;
        }

        void push(int number) {
            if (size == numbers.length) {
                numbers = java.util.Arrays.copyOf(numbers, 2 * size);
            }
            rise(size++, number);
        }

        int take(int place) {
            int taken = numbers[place];
            int last = numbers[--size];
            if (place < size) {
                // What closes the hole may belong above it or below.
                sink(rise(place, last), last);
            }
            return taken;
        }

        void settle() {
            for (int i = 0; i < size; i++) {
                put(i, numbers[i]);
            }
        }

        private int rise(int from, int number) {
            int place = from;
            while (place > 0 && before(number, numbers[(place - 1) / 2])) {
                put(place, numbers[(place - 1) / 2]);
                place = (place - 1) / 2;
            }
            put(place, number);
            return place;
        }

        private void sink(int from, int number) {
            int place = from;
            while (2 * place + 1 < size) {
                int child = 2 * place + 1;
                if (child + 1 < size && before(numbers[child + 1], numbers[child])) {
                    child++;
                }
                if (!before(numbers[child], number)) {
                    break;
                }
                put(place, numbers[child]);
                place = child;
            }
            put(place, number);
        }

        private boolean before(int one, int other) {
            long a = ring.interval(one);
            long b = ring.interval(other);
            return greatestFirst ? a > b : a < b;
        }

        private void put(int place, int number) {
            numbers[place] = number;
            places[slot(number)] = greatestFirst ? place : ~place;
        }
    }
}
