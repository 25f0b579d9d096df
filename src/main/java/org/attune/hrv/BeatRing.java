package org.attune.hrv;

import java.util.Arrays;
import org.attune.beat.Beat;

/**
 * The beats of the last while, each under a number that rises by one; one store for all windows
 * that look at them. It grows only when a heart is faster, or a window longer, than ever before.
 * Confined to one thread.
 */
final class BeatRing {
    private static final byte NORMAL = 1;
    private static final byte PAIR = 2;

    private long[] at;
    private long[] began;
    private long[] interval;
    private long[] difference;
    private long[] wholeRate;
    private long[] restOfRate;
    private byte[] kind;
    private long first;
    private long next;
    private long lastOrdinal;
    private long lastAt = Long.MIN_VALUE;

    /**
     * @param capacity to begin with, a power of two
     */
    BeatRing(int capacity) {
        at = new long[capacity];
        began = new long[capacity];
        interval = new long[capacity];
        difference = new long[capacity];
        wholeRate = new long[capacity];
        restOfRate = new long[capacity];
        kind = new byte[capacity];
    }

    /**
     * Takes a beat.
     *
     * @throws IllegalArgumentException when it falls before the last
     */
    void add(Beat beat) {
        add(beat.ordinal(), beat.at().nanos(), beat.interval().nanos(), beat.verdict().isNormal());
    }

    void add(long ordinal, long atNanos, long intervalNanos, boolean normal) {
        if (atNanos < lastAt) {
            throw new IllegalArgumentException("must be in order of time: at=" + atNanos);
        }
        if (next - first == at.length) {
            grow();
        }
        int slot = slot(next);
        boolean neighbour = next > first && ordinal == lastOrdinal + 1;
        int before = slot(next - 1);
        at[slot] = atNanos;
        interval[slot] = intervalNanos;
        // No time is lived through twice, whatever a sensor claims.
        began[slot] = Math.max(lastAt, atNanos - intervalNanos);
        boolean pair = normal && neighbour && (kind[before] & NORMAL) != 0;
        difference[slot] = pair ? intervalNanos - interval[before] : 0;
        wholeRate[slot] = RunningRate.whole(intervalNanos);
        restOfRate[slot] = RunningRate.rest(intervalNanos);
        kind[slot] = (byte) ((normal ? NORMAL : 0) | (pair ? PAIR : 0));
        lastOrdinal = ordinal;
        lastAt = atNanos;
        next++;
    }

    private void grow() {
        int capacity = at.length;
        at = grown(at);
        began = grown(began);
        interval = grown(interval);
        difference = grown(difference);
        wholeRate = grown(wholeRate);
        restOfRate = grown(restOfRate);
        byte[] kinds = Arrays.copyOf(kind, 2 * capacity);
        System.arraycopy(kind, 0, kinds, capacity, capacity);
        kind = kinds;
    }

    /** Twice over: each number finds its beat in one half or the other. */
    private static long[] grown(long[] values) {
        long[] grown = Arrays.copyOf(values, 2 * values.length);
        System.arraycopy(values, 0, grown, values.length, values.length);
        return grown;
    }

    /** Forgets the beats up to and with {@code limitNanos}. */
    void forgetUntil(long limitNanos) {
        while (first < next && at[slot(first)] <= limitNanos) {
            first++;
        }
    }

    /** Forgets the beats below a number. */
    void forgetBelow(long number) {
        first = Math.max(first, Math.min(number, next));
    }

    int capacity() {
        return at.length;
    }

    boolean isEmpty() {
        return first == next;
    }

    /** The number of the oldest beat kept. */
    long first() {
        return first;
    }

    /** The number of the beat to come. */
    long next() {
        return next;
    }

    /** When the newest beat fell; only when it was given one. */
    long newestAt() {
        return lastAt;
    }

    long at(long number) {
        return at[slot(number)];
    }

    /** When the time began that this beat alone accounts for. */
    long began(long number) {
        return began[slot(number)];
    }

    long interval(long number) {
        return interval[slot(number)];
    }

    boolean isNormal(long number) {
        return (kind[slot(number)] & NORMAL) != 0;
    }

    /** Whether it and the beat before it are normal neighbours. */
    boolean isPair(long number) {
        return (kind[slot(number)] & PAIR) != 0;
    }

    /** Its interval less that of the beat before it, where they are a pair. */
    long difference(long number) {
        return difference[slot(number)];
    }

    /** The rate of its interval, in the two parts of {@link RunningRate}. */
    long wholeRate(long number) {
        return wholeRate[slot(number)];
    }

    long restOfRate(long number) {
        return restOfRate[slot(number)];
    }

    private int slot(long number) {
        return (int) number & (at.length - 1);
    }
}
