package org.attune.review;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.attune.regulation.Reason;

/** The reasons of each second, all in one row. Confined to one thread while it is filled. */
final class ReasonTable {
    private int[] from;
    private int[] to;
    private Reason.Code[] codes;
    private double[] values;
    private int size;

    /**
     * @param seconds that there is room for
     */
    ReasonTable(int seconds) {
        from = new int[seconds];
        to = new int[seconds];
        codes = new Reason.Code[2 * seconds];
        values = new double[2 * seconds];
    }

    void put(int second, List<Reason> because) {
        reserve(because.size());
        from[second] = size;
        for (Reason each : because) {
            codes[size] = each.code();
            values[size++] = each.value();
        }
        to[second] = size;
    }

    private void reserve(int more) {
        if (size + more > codes.length) {
            int length = Math.max(2 * codes.length, size + more);
            codes = Arrays.copyOf(codes, length);
            values = Arrays.copyOf(values, length);
        }
    }

    /** Those of the first {@code count} seconds of {@code behind}, from {@code second} on. */
    void append(ReasonTable behind, int second, int count) {
        reserve(behind.size);
        System.arraycopy(behind.codes, 0, codes, size, behind.size);
        System.arraycopy(behind.values, 0, values, size, behind.size);
        for (int i = 0; i < count; i++) {
            from[second + i] = size + behind.from[i];
            to[second + i] = size + behind.to[i];
        }
        size += behind.size;
    }

    /** Makes room for so many seconds, or gives it back. */
    void resize(int seconds) {
        from = Arrays.copyOf(from, seconds);
        to = Arrays.copyOf(to, seconds);
    }

    /** Gives back what was reserved and not used. */
    void trim() {
        codes = Arrays.copyOf(codes, size);
        values = Arrays.copyOf(values, size);
    }

    List<Reason> of(int second) {
        List<Reason> found = new ArrayList<>(to[second] - from[second]);
        for (int i = from[second]; i < to[second]; i++) {
            found.add(new Reason(codes[i], values[i]));
        }
        return found;
    }

    boolean has(int second, Reason.Code code) {
        for (int i = from[second]; i < to[second]; i++) {
            if (codes[i] == code) {
                return true;
            }
        }
        return false;
    }
}
