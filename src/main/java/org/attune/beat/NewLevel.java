package org.attune.beat;

/**
 * The intervals rejected since the last accepted one: if the last of them agree among themselves,
 * they are where the heart beats now, and rejecting them for ever would be the error.
 */
final class NewLevel {
    private static final double AGREEMENT = 0.2;

    private final SortedWindow rejected;
    private final double[] last;
    private int count;

    NewLevel(int beats) {
        rejected = new SortedWindow(beats);
        last = new double[beats];
    }

    void clear() {
        rejected.clear();
        count = 0;
    }

    /** Notes a rejected interval that a heart could have; says whether a level is found. */
    boolean foundWith(double millis) {
        rejected.add(millis);
        last[count++ % last.length] = millis;
        return count >= last.length
                && rejected.quantile(1) - rejected.quantile(0) < AGREEMENT * rejected.median();
    }

    /** Teaches the new level, oldest first. */
    void teach(NormalCourse course) {
        course.restart();
        for (int i = 0; i < last.length; i++) {
            course.accept(last[(count + i) % last.length]);
        }
        clear();
    }
}
