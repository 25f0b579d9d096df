package org.attune.sensor.replay;

/**
 * Seeded chance that is the same on every machine and every Java: a 64-bit counter, mixed (the
 * SplitMix64 generator of Steele, Lea and Flood, OOPSLA 2014, doi:10.1145/2660193.2660195). Not for
 * secrets. Confined to one thread.
 */
final class Dice {
    private static final long STEP = 0x9E3779B97F4A7C15L;

    private long state;

    Dice(long seed) {
        this.state = seed;
    }

    /** Another generator that shares nothing with this one. */
    Dice split() {
        return new Dice(next());
    }

    private long next() {
        state += STEP;
        long z = state;
        z = (z ^ (z >>> 30)) * 0xBF58476D1CE4E5B9L;
        z = (z ^ (z >>> 27)) * 0x94D049BB133111EBL;
        return z ^ (z >>> 31);
    }

    /** Even between 0 (with) and 1 (without). */
    double fraction() {
        return (next() >>> 11) * 0x1.0p-53;
    }

    /** Even between the two. */
    double between(double low, double high) {
        return low + (high - low) * fraction();
    }

    boolean hits(double probability) {
        return fraction() < probability;
    }

    /** Nearly normal with mean 0 and deviation 1: a sum of twelve, which never strays above 6. */
    double normal() {
        double sum = -6;
        for (int i = 0; i < 12; i++) {
            sum += fraction();
        }
        return sum;
    }
}
