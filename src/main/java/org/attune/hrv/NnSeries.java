package org.attune.hrv;

import java.util.Arrays;
import java.util.List;
import org.attune.beat.Beat;

/**
 * Normal intervals in order, that know when each of them ended and which of them are true
 * neighbours. A rejected artefact leaves a gap; a difference taken across it would measure the gap.
 * A gap stays a gap in time, too: the next interval ends when it ended, not when the sum of the
 * intervals says.
 *
 * <p>It holds what it is given, be it no heart's: {@link HrvAnalyser} refuses what is no interval.
 *
 * <p>Immutable; any thread. Windows of a series share its memory.
 */
public final class NnSeries {
    private final double[] millis;
    private final double[] endSeconds;

    /**
     * Pairs of neighbours up to and including each interval, counted from the series' beginning.
     */
    private final int[] pairsUpTo;

    private final int from;
    private final int size;

    private NnSeries(double[] millis, double[] endSeconds, int[] pairsUpTo, int from, int size) {
        this.millis = millis;
        this.endSeconds = endSeconds;
        this.pairsUpTo = pairsUpTo;
        this.from = from;
        this.size = size;
    }

    /** The normal ones among {@code beats}, which are in order. */
    public static NnSeries of(List<Beat> beats) {
        Builder builder = new Builder(beats.size());
        long lastOrdinal = Long.MIN_VALUE;
        for (Beat beat : beats) {
            if (beat.verdict().isNormal()) {
                builder.append(
                        beat.at().toSeconds(),
                        beat.interval().toMillis(),
                        beat.ordinal() - 1 == lastOrdinal);
                lastOrdinal = beat.ordinal();
            }
        }
        return builder.build();
    }

    /** Intervals, ms, taken as normal and neighbouring, as they come; the first begins at 0 s. */
    public static NnSeries asIs(double[] millis) {
        Builder builder = new Builder(millis.length);
        double sum = 0;
        for (double each : millis) {
            sum += each;
            builder.append(sum / 1000, each, true);
        }
        return builder.build();
    }

    /** Number of normal intervals. */
    public int size() {
        return size;
    }

    /** Number of pairs of true neighbours. */
    public int pairs() {
        return size == 0 ? 0 : pairsUpTo[from + size - 1] - pairsUpTo[from];
    }

    /** Interval {@code i}, ms. */
    public double millis(int i) {
        return millis[from + i];
    }

    /** When interval {@code i} ended, seconds on the time line of the series. */
    public double endSeconds(int i) {
        return endSeconds[from + i];
    }

    /** Whether interval {@code i} directly follows the one before it; the first follows none. */
    public boolean followsPrevious(int i) {
        return i > 0 && pairsUpTo[from + i] > pairsUpTo[from + i - 1];
    }

    /** The intervals from {@code begin} to before {@code end}, without copying. */
    public NnSeries slice(int begin, int end) {
        if (begin < 0 || end < begin || end > size) {
            throw new IllegalArgumentException(
                    "must lie within 0 to " + size + ": slice=" + begin + ".." + end);
        }
        return new NnSeries(millis, endSeconds, pairsUpTo, from + begin, end - begin);
    }

    /** The intervals, ms: a copy. */
    public double[] millis() {
        return Arrays.copyOfRange(millis, from, from + size);
    }

    /** Copies the intervals, ms, into {@code target}, which is at least as long. */
    void copyMillis(double[] target) {
        System.arraycopy(millis, from, target, 0, size);
    }

    /** Differences of true neighbours, later minus earlier, ms: a copy. */
    public double[] differencesMillis() {
        double[] differences = new double[pairs()];
        int pair = 0;
        for (int i = 1; i < size; i++) {
            if (followsPrevious(i)) {
                differences[pair++] = millis(i) - millis(i - 1);
            }
        }
        return differences;
    }

    /**
     * Gathers a series without an object for each beat. Confined to one thread; may go on being
     * used after {@link #build()}.
     */
    public static final class Builder {
        private double[] millis;
        private double[] endSeconds;
        private int[] pairsUpTo;
        private int size;

        public Builder() {
            this(256);
        }

        /** With room for {@code expected} intervals; it grows as needed. */
        public Builder(int expected) {
            int room = Math.max(1, expected);
            millis = new double[room];
            endSeconds = new double[room];
            pairsUpTo = new int[room];
        }

        /**
         * Appends a normal interval.
         *
         * @param end when it ended, seconds on any time line
         * @param interval its length, ms
         * @param followsPrevious whether it directly follows the one appended last; false after an
         *     artefact or a gap; of no meaning for the first
         */
        public Builder append(double end, double interval, boolean followsPrevious) {
            if (size == millis.length) {
                int room = Math.max(16, Math.addExact(size, size / 2));
                millis = Arrays.copyOf(millis, room);
                endSeconds = Arrays.copyOf(endSeconds, room);
                pairsUpTo = Arrays.copyOf(pairsUpTo, room);
            }
            millis[size] = interval;
            endSeconds[size] = end;
            pairsUpTo[size] = size == 0 ? 0 : pairsUpTo[size - 1] + (followsPrevious ? 1 : 0);
            size++;
            return this;
        }

        /** Number of intervals appended. */
        public int size() {
            return size;
        }

        /** The series so far, without copying: what is appended later lies beyond its end. */
        public NnSeries build() {
            return new NnSeries(millis, endSeconds, pairsUpTo, 0, size);
        }
    }
}
