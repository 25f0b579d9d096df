package org.attune.sensor.replay;

/**
 * Rhythms in which beats do not come when they are due: every second one premature, rows of
 * premature ones, or none foretelling the next. Confined to one thread.
 */
final class Arrhythmia {
    private static final double FIBRILLATION_SHORTEST = 0.43;
    private static final double FIBRILLATION_LONGEST = 0.98;

    private final Course course;
    private final Dice dice;
    private double pause;
    private int rowLeft;

    Arrhythmia(Course course, Dice dice) {
        this.course = course;
        this.dice = dice;
    }

    /** The interval in place of the one a regular heart would have now, seconds. */
    double instead(double regular, double now) {
        if (course.strength(Course.Kind.FIBRILLATION, now) > 0) {
            return dice.between(FIBRILLATION_SHORTEST, FIBRILLATION_LONGEST);
        }
        if (pause > 0) {
            double waited = pause;
            pause = 0;
            return waited;
        }
        if (course.strength(Course.Kind.BIGEMINY, now) > 0) {
            double early = regular * dice.between(0.58, 0.68);
            pause = 2 * regular - early;
            return early;
        }
        return inRow(regular, course.strength(Course.Kind.RUNS, now));
    }

    private double inRow(double regular, double chance) {
        if (rowLeft == 0) {
            if (chance == 0 || !dice.hits(chance)) {
                return regular;
            }
            rowLeft = 3 + (int) dice.between(0, 4);
        }
        rowLeft--;
        if (rowLeft == 0) {
            pause = regular * dice.between(1.2, 1.4);
        }
        return regular * dice.between(0.56, 0.66);
    }
}
