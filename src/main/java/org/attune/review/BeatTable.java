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
        if (size == seconds.length) {
            grow();
        }
        int slot = size++;
        double at = beat.at().toSeconds();
        while (slot > 0 && seconds[slot - 1] > at) {
            seconds[slot] = seconds[slot - 1];
            rrMillis[slot] = rrMillis[slot - 1];
            verdicts[slot] = verdicts[slot - 1];
            ordinals[slot] = ordinals[slot - 1];
            slot--;
        }
        seconds[slot] = at;
        rrMillis[slot] = beat.interval().toMillis();
        verdicts[slot] = beat.verdict();
        ordinals[slot] = beat.ordinal();
    }

    private void grow() {
        int length = 2 * size;
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
