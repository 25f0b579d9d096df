package org.attune.ui;

import java.util.Arrays;
import java.util.List;
import java.util.function.ToDoubleFunction;
import org.attune.pipeline.Moment;

/**
 * Values over session time; {@code NaN} is a hole, and a line is never drawn across it. Immutable,
 * any thread.
 */
final class Trace {
    static final Trace EMPTY = new Trace(new double[0], new double[0]);

    private final double[] seconds;
    private final double[] values;

    private Trace(double[] seconds, double[] values) {
        this.seconds = seconds;
        this.values = values;
    }

    /** One value for each conclusion. */
    static Trace of(List<Moment.Concluded> history, ToDoubleFunction<Moment.Concluded> value) {
        return new Trace(
                history.stream().mapToDouble(c -> c.at().toSeconds()).toArray(),
                history.stream().mapToDouble(value).toArray());
    }

    /** {@code values} at {@code seconds}, which must be as many. */
    static Trace of(double[] seconds, double[] values) {
        if (seconds.length != values.length) {
            throw new IllegalArgumentException(
                    "must be as many: seconds=" + seconds.length + " values=" + values.length);
        }
        return new Trace(seconds.clone(), values.clone());
    }

    int size() {
        return values.length;
    }

    /** Session time of entry {@code index}, seconds. */
    double second(int index) {
        return seconds[index];
    }

    double value(int index) {
        return values[index];
    }

    /** Whether entry {@code index} is a hole. */
    boolean hole(int index) {
        return Double.isNaN(values[index]);
    }

    /** The last value, or {@code NaN} where it is a hole or there is none. */
    double newest() {
        return values.length == 0 ? Double.NaN : values[values.length - 1];
    }

    /**
     * The same trace with no more than four entries in each column of {@code columnSeconds}: first,
     * last, least and greatest, in their order. Peaks survive; averages would hide them. Holes that
     * part two runs are kept.
     */
    Trace thinned(double columnSeconds) {
        if (size() < 3 || columnSeconds <= seconds[1] - seconds[0]) {
            return this;
        }
        int[] kept = new int[size()];
        int count = 0;
        int from = 0;
        while (from < size()) {
            int to = from + 1;
            if (!hole(from)) {
                double column = Math.floor(seconds[from] / columnSeconds);
                while (to < size()
                        && !hole(to)
                        && Math.floor(seconds[to] / columnSeconds) == column) {
                    to++;
                }
            }
            count = keepExtremes(kept, count, from, to);
            from = to;
        }
        int[] indexes = Arrays.copyOf(kept, count);
        return new Trace(
                Arrays.stream(indexes).mapToDouble(i -> seconds[i]).toArray(),
                Arrays.stream(indexes).mapToDouble(i -> values[i]).toArray());
    }

    private int keepExtremes(int[] kept, int count, int from, int to) {
        int least = from;
        int greatest = from;
        for (int i = from + 1; i < to; i++) {
            if (values[i] < values[least]) {
                least = i;
            }
            if (values[i] > values[greatest]) {
                greatest = i;
            }
        }
        int next = count;
        for (int index :
                new int[] {from, Math.min(least, greatest), Math.max(least, greatest), to - 1}) {
            if (next == count || kept[next - 1] < index) {
                kept[next++] = index;
            }
        }
        return next;
    }
}
