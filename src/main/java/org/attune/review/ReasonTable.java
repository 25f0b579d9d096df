package org.attune.review;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import org.attune.regulation.Reason;
import org.jspecify.annotations.Nullable;

/**
 * The reasons of each second, all in one row. The row is kept in blocks: it grows without being
 * copied, and no block is so large that making it sets a collector going. Confined to one thread
 * while it is filled.
 */
final class ReasonTable {
    private static final int SHIFT = 12;
    private static final int BLOCK = 1 << SHIFT;

    private final List<Reason.@Nullable Code[]> codes = new ArrayList<>();
    private final List<double[]> values = new ArrayList<>();
    private int[] from;
    private int[] to;
    private int size;

    /**
     * @param seconds that there is room for
     */
    ReasonTable(int seconds) {
        from = new int[seconds];
        to = new int[seconds];
    }

    void put(int second, List<Reason> because) {
        from[second] = size;
        for (int i = 0; i < because.size(); i++) { // no iterators: there are a million seconds
            Reason each = because.get(i);
            put(each.code(), each.value());
        }
        to[second] = size;
    }

    private void put(Reason.Code code, double value) {
        int slot = size & BLOCK - 1;
        if (slot == 0) {
            codes.add(new Reason.Code[BLOCK]);
            values.add(new double[BLOCK]);
        }
        codes.get(size >> SHIFT)[slot] = code;
        values.get(size >> SHIFT)[slot] = value;
        size++;
    }

    /**
     * Those of the first {@code count} seconds of {@code behind}, from {@code second} on; its
     * blocks are taken over as they are, and the last one so far stays partly empty.
     */
    void append(ReasonTable behind, int second, int count) {
        int first = codes.size() << SHIFT;
        for (int i = 0; i < count; i++) {
            from[second + i] = first + behind.from[i];
            to[second + i] = first + behind.to[i];
        }
        codes.addAll(behind.codes);
        values.addAll(behind.values);
        size = first + behind.size;
    }

    /** Makes room for so many seconds, or gives it back. */
    void resize(int seconds) {
        from = Arrays.copyOf(from, seconds);
        to = Arrays.copyOf(to, seconds);
    }

    private Reason.Code code(int i) {
        return Objects.requireNonNull(codes.get(i >> SHIFT)[i & BLOCK - 1]);
    }

    private double value(int i) {
        return values.get(i >> SHIFT)[i & BLOCK - 1];
    }

    List<Reason> of(int second) {
        List<Reason> found = new ArrayList<>(to[second] - from[second]);
        for (int i = from[second]; i < to[second]; i++) {
            found.add(new Reason(code(i), value(i)));
        }
        return found;
    }

    boolean has(int second, Reason.Code code) {
        for (int i = from[second]; i < to[second]; i++) {
            if (code(i) == code) {
                return true;
            }
        }
        return false;
    }
}
