package org.attune.review.dyad;

/**
 * The draws of the surrogates: SplitMix64 (Steele, Lea and Flood 2014, OOPSLA), written out so that
 * any reader can draw the same. Confined to one thread.
 */
final class Draws {
    private static final long GOLDEN = 0x9E3779B97F4A7C15L;
    private long state;

    Draws(long seed) {
        state = seed;
    }

    private long next() {
        state += GOLDEN;
        long z = state;
        z = (z ^ (z >>> 30)) * 0xBF58476D1CE4E5B9L;
        z = (z ^ (z >>> 27)) * 0x94D049BB133111EBL;
        return z ^ (z >>> 31);
    }

    /** A number from 0 up to, not including, {@code bound}. */
    int below(int bound) {
        return (int) ((next() >>> 33) % bound);
    }

    /** The numbers from 0 to {@code n - 1} in a random order (Fisher and Yates). */
    int[] order(int n) {
        int[] order = new int[n];
        for (int i = 0; i < n; i++) {
            order[i] = i;
        }
        for (int i = n - 1; i > 0; i--) {
            int j = below(i + 1);
            int kept = order[i];
            order[i] = order[j];
            order[j] = kept;
        }
        return order;
    }
}
