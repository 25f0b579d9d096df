package org.attune.review;

import java.util.Arrays;
import org.attune.beat.Beat;
import org.attune.beat.Verdict;

/** Beats in columns, kept in order of time: where a time line is laid anew, two may overlap. */
final class BeatTable {
    private double[] seconds = new double[4096];
    private double[] rrMillis = new double[4096];
    private Verdict[] verdicts = new Verdict[4096];
    private long[] ordinals = new long[4096];
    private int size;

    void add(Beat beat) {
        add(beat.at().toSeconds(), beat.interval().toMillis(), beat.verdict(), beat.ordinal());
    }

    /** Adds all of {@code later}, in its order. */
    void append(BeatTable later) {
        if (size + later.size > seconds.length) {
            grow(size + later.size);
        }
        for (int i = 0; i < later.size; i++) {
            add(later.seconds[i], later.rrMillis[i], later.verdicts[i], later.ordinals[i]);
        }
    }

    private void add(double at, double interval, Verdict verdict, long ordinal) {
        if (size == seconds.length) {
            grow(2 * size);
        }
        int slot = size++;
        while (slot > 0 && seconds[slot - 1] > at) {
            seconds[slot] = seconds[slot - 1];
            rrMillis[slot] = rrMillis[slot - 1];
            verdicts[slot] = verdicts[slot - 1];
            ordinals[slot] = ordinals[slot - 1];
            slot--;
        }
        seconds[slot] = at;
        rrMillis[slot] = interval;
        verdicts[slot] = verdict;
        ordinals[slot] = ordinal;
    }

    private void grow(int length) {
        seconds = Arrays.copyOf(seconds, length);
        rrMillis = Arrays.copyOf(rrMillis, length);
        verdicts = Arrays.copyOf(verdicts, length);
        ordinals = Arrays.copyOf(ordinals, length);
    }

    Beats read() {
        return new Beats(
                Arrays.copyOf(seconds, size),
                Arrays.copyOf(rrMillis, size),
                Arrays.copyOf(verdicts, size),
                Arrays.copyOf(ordinals, size));
    }
}
