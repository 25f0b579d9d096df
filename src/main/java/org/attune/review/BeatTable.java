package org.attune.review;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.attune.beat.Beat;
import org.attune.beat.Verdict;

/** Beats in columns, kept in order of time: where a time line is laid anew, two may overlap. */
final class BeatTable {
    private double[] seconds;
    private double[] rrMillis;
    private Verdict[] verdicts;
    private long[] ordinals;
    private int size;
    private final List<BeatTable> behind = new ArrayList<>();

    /**
     * @param beats that there is room for; more may come
     */
    BeatTable(int beats) {
        seconds = new double[beats];
        rrMillis = new double[beats];
        verdicts = new Verdict[beats];
        ordinals = new long[beats];
    }

    void add(Beat beat) {
        add(beat.at().toSeconds(), beat.interval().toMillis(), beat.verdict(), beat.ordinal());
    }

    /** Goes on with all of {@code later}, to which nothing is added afterwards. */
    void append(BeatTable later) {
        behind.add(later);
    }

    private void add(double at, double interval, Verdict verdict, long ordinal) {
        if (size == seconds.length) {
            grow();
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

    private void grow() {
        int length = Math.max(1024, size + size / 2);
        seconds = Arrays.copyOf(seconds, length);
        rrMillis = Arrays.copyOf(rrMillis, length);
        verdicts = Arrays.copyOf(verdicts, length);
        ordinals = Arrays.copyOf(ordinals, length);
    }

    /** Copies a part of which this has room for all. */
    private void take(BeatTable part) {
        if (size > 0 && part.size > 0 && part.seconds[0] < seconds[size - 1]) {
            for (int i = 0; i < part.size; i++) {
                add(part.seconds[i], part.rrMillis[i], part.verdicts[i], part.ordinals[i]);
            }
            return;
        }
        System.arraycopy(part.seconds, 0, seconds, size, part.size);
        System.arraycopy(part.rrMillis, 0, rrMillis, size, part.size);
        System.arraycopy(part.verdicts, 0, verdicts, size, part.size);
        System.arraycopy(part.ordinals, 0, ordinals, size, part.size);
        size += part.size;
    }

    Beats read() {
        int all = size + behind.stream().mapToInt(each -> each.size).sum();
        BeatTable whole = new BeatTable(all);
        whole.take(this);
        behind.forEach(whole::take);
        return new Beats(whole.seconds, whole.rrMillis, whole.verdicts, whole.ordinals);
    }
}
