package org.attune.hrv;

import java.util.Random;

/**
 * Beats without end, from a seed: breathing, drift, whole stretches that are still, artefacts alone
 * and in bursts, gaps in the count and holes in time. Makes no objects.
 */
final class BeatCourse {
    private final Random random;
    private double level = 850;
    private int burst;
    private int still;

    long ordinal;
    long at;
    long interval;
    boolean normal;

    BeatCourse(long seed) {
        random = new Random(seed);
        at = random.nextInt(2_000_000_000);
    }

    void next() {
        int chance = random.nextInt(10_000);
        ordinal++;
        if (chance < 10) {
            ordinal++;
        } else if (chance < 14) {
            ordinal++;
            at += (long) (random.nextDouble() * 40e9);
        } else if (chance < 16) {
            still = random.nextInt(600);
        } else if (chance < 40) {
            burst = random.nextInt(12);
        }
        normal = burst == 0 && chance < 9_900;
        burst = Math.max(0, burst - 1);
        level += (random.nextDouble() - 0.5) * 4 + (850 - level) * 0.001;
        double millis = level + 40 * StrictMath.sin(at / 6e8);
        if (!normal) {
            millis *= 0.3 + 2 * random.nextDouble();
        }
        if (still > 0) {
            still--;
            millis = 800;
            normal = true;
        }
        interval = Math.max(1, Math.round(millis * 1e6));
        at += interval;
    }
}
