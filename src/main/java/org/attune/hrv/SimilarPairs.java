package org.attune.hrv;

import java.util.Arrays;

/**
 * Counts similar pairs of templates of two and of three intervals, 64 at a time.
 *
 * <p>The positions of the series are taken in blocks. A block's values are sorted, and for every
 * prefix of that order the positions in it are kept as a set of bits. The positions whose value
 * differs from x by at most the tolerance lie next to each other in the order, so their set is the
 * difference of two prefixes. The set for x(i), the set for x(i+1) moved by one, and the set for
 * x(i+2) moved by two meet in the templates similar to the one at i. Where the prefixes end is
 * found with the very comparison of the definition, whose rounding is monotone: the counts are
 * exact.
 *
 * <p>About n² / 128 steps, and memory of a few words an interval. Confined to one thread.
 */
final class SimilarPairs {
    private static final int MOST_WORDS = 32;

    private double[] sorted = new double[0];
    private int[] rank = new int[0];
    private int[] low = new int[0];
    private int[] high = new int[0];
    private int distinct;

    private int words;
    private long[] prefixes = new long[0];
    private long[] order = new long[0];
    private double[] blockValues = new double[0];
    private final long[] starts = new long[MOST_WORDS];
    private long[] here = new long[MOST_WORDS + 1];
    private long[] next = new long[MOST_WORDS + 1];
    private long[] afterNext = new long[MOST_WORDS + 1];
    private long two;
    private long three;
    private long ofTwo;
    private long ofThree;

    /** Pairs of templates of two intervals. */
    long ofTwo() {
        return ofTwo;
    }

    /** Pairs of templates of three intervals. */
    long ofThree() {
        return ofThree;
    }

    void count(NnSeries nn, double tolerance) {
        ofTwo = 0;
        ofThree = 0;
        int size = nn.size();
        rankAll(nn);
        words = Math.max(1, Math.min(MOST_WORDS, (size + 63) / 64));
        int block = 64 * words;
        if (prefixes.length < (block + 1) * words) {
            prefixes = new long[(block + 1) * words];
            order = new long[block];
            blockValues = new double[block];
        }
        // The last two positions of a block end its templates and begin the next block's.
        for (int begin = 0; begin + 2 < size; begin += block - 2) {
            int end = Math.min(size, begin + block);
            int templates = markTemplates(nn, begin, end - 2);
            if (templates > 0) {
                sortBlock(begin, end);
                findEnds(end - begin, tolerance);
                countBlock(nn, begin, end - 2, templates);
            }
        }
    }

    private void rankAll(NnSeries nn) {
        int size = nn.size();
        if (sorted.length < size) {
            int room = Math.max(size, sorted.length + sorted.length / 2);
            sorted = new double[room];
            rank = new int[room];
            low = new int[room];
            high = new int[room];
        }
        nn.copyMillis(sorted);
        Arrays.sort(sorted, 0, size);
        distinct = 0;
        for (int i = 0; i < size; i++) {
            if (i == 0 || sorted[i] != sorted[distinct - 1]) {
                sorted[distinct++] = sorted[i];
            }
        }
        for (int i = 0; i < size; i++) {
            rank[i] = Arrays.binarySearch(sorted, 0, distinct, nn.millis(i));
        }
    }

    private int markTemplates(NnSeries nn, int begin, int end) {
        Arrays.fill(starts, 0);
        int count = 0;
        for (int i = begin; i < end; i++) {
            if (SampleEntropy.isTemplate(nn, i)) {
                starts[(i - begin) >> 6] |= 1L << (i - begin);
                count++;
            }
        }
        return count;
    }

    private void sortBlock(int begin, int end) {
        int size = end - begin;
        for (int i = 0; i < size; i++) {
            order[i] = ((long) rank[begin + i] << 32) | i;
        }
        Arrays.sort(order, 0, size);
        Arrays.fill(prefixes, 0, words, 0);
        for (int k = 0; k < size; k++) {
            int position = (int) order[k];
            blockValues[k] = sorted[(int) (order[k] >> 32)];
            int row = (k + 1) * words;
            System.arraycopy(prefixes, row - words, prefixes, row, words);
            prefixes[row + (position >> 6)] |= 1L << position;
        }
    }

    /** For every value of the series, where in the block's order the similar ones begin and end. */
    private void findEnds(int size, double tolerance) {
        int from = 0;
        int to = 0;
        for (int u = 0; u < distinct; u++) {
            double value = sorted[u];
            while (from < size
                    && blockValues[from] < value
                    && !(Math.abs(blockValues[from] - value) <= tolerance)) {
                from++;
            }
            to = Math.max(to, from);
            while (to < size
                    && (blockValues[to] <= value
                            || Math.abs(blockValues[to] - value) <= tolerance)) {
                to++;
            }
            low[u] = from * words;
            high[u] = to * words;
        }
    }

    /** Pairs of a template of the block with one before it, or with an earlier one of the block. */
    private void countBlock(NnSeries nn, int begin, int end, int templates) {
        two = 0;
        three = 0;
        countRows(nn, 0, begin);
        ofTwo += two;
        ofThree += three;
        two = 0;
        three = 0;
        countRows(nn, begin, end);
        ofTwo += (two - templates) / 2; // Both ways round, and each with itself.
        ofThree += (three - templates) / 2;
    }

    private void countRows(NnSeries nn, int from, int to) {
        int filled = -1; // The last position that has its set.
        for (int i = from; i < to; i++) {
            if (!SampleEntropy.isTemplate(nn, i)) {
                continue;
            }
            if (filled != i + 1) {
                fill(here, i);
                fill(next, i + 1);
            }
            fill(afterNext, i + 2);
            filled = i + 2;
            countRow(here, next, afterNext);
            long[] free = here;
            here = next;
            next = afterNext;
            afterNext = free;
        }
    }

    private void fill(long[] set, int position) {
        int u = rank[position];
        int from = low[u];
        int to = high[u];
        for (int w = 0; w < words; w++) {
            set[w] = prefixes[to + w] ^ prefixes[from + w];
        }
        set[words] = 0;
    }

    private void countRow(long[] first, long[] second, long[] third) {
        int similarTwo = 0;
        int similarThree = 0;
        for (int w = 0; w < words; w++) {
            long both = starts[w] & first[w] & ((second[w] >>> 1) | (second[w + 1] << 63));
            long all = both & ((third[w] >>> 2) | (third[w + 1] << 62));
            similarTwo += Long.bitCount(both);
            similarThree += Long.bitCount(all);
        }
        two += similarTwo;
        three += similarThree;
    }
}
