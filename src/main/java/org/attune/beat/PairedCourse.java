package org.attune.beat;

/**
 * The course of the beats with premature ones and their pauses put together: what still does not
 * follow from its neighbours there has no such excuse, so two of three are enough to doubt it.
 *
 * <p>Idea: a premature beat and its pause take the time of two beats, an extra beat and what it was
 * split from that of one. Such a pair counts as the beats it stands for, and takes back the bend
 * its first half made; but only one pair in six beats, since chance makes pairs, too, and every
 * second beat premature is no rhythm to judge by.
 *
 * <p>Cost: constant for each interval. Confined to the pipeline thread.
 */
final class PairedCourse {
    private static final int LATELY = 3;
    private static final int MOST_BENDS = 1;
    private static final int TO_RECOVER = 8;

    /** Below this part of the level an interval may be a premature beat's. */
    private static final double EARLY = 0.95;

    private static final double PAIR_TOLERANCE = 0.1;
    private static final int BEATS_BETWEEN_PAIRS = 6;

    private double beforeLast = Double.NaN;
    private double last = Double.NaN;
    private double levelLately = Double.NaN;
    private int bends;
    private boolean doubtful;
    private int sincePair = BEATS_BETWEEN_PAIRS;

    /** What comes next does not follow what came before. */
    void breakHere() {
        beforeLast = Double.NaN;
        last = Double.NaN;
        levelLately = Double.NaN;
        bends = 0;
    }

    /** What was heard before says nothing of what comes. */
    void forget() {
        breakHere();
        doubtful = false;
    }

    /**
     * Takes one interval as it arrives.
     *
     * @param expectedMillis level of this heart; NaN if not known
     * @param limit share of the interval by which a bend differs from the mean of its neighbours
     */
    void hear(double millis, double expectedMillis, double limit) {
        sincePair++;
        double together = last + millis;
        boolean two =
                isPrematureFrom(expectedMillis, together) || isPrematureFrom(levelLately, together);
        boolean one = near(together, expectedMillis) || near(together, levelLately);
        boolean bent = Math.abs(last - (beforeLast + millis) / 2) > limit * last;
        boolean toExplain = bent || (bends & 1) != 0 || Double.isNaN(beforeLast);
        if (toExplain && (two || one) && sincePair > BEATS_BETWEEN_PAIRS) {
            sincePair = 0;
            bends &= ~1;
            last = two ? together / 2 : together;
            if (two) {
                note(false);
                beforeLast = last;
            }
            return;
        }
        note(bent);
        levelLately = (beforeLast + last) / 2;
        beforeLast = last;
        last = millis;
    }

    /** Whether two of the newest three did not follow, and since then no eight in a row did. */
    boolean isDoubtful() {
        return doubtful;
    }

    private void note(boolean bent) {
        bends = bends << 1 | (bent ? 1 : 0);
        boolean bentLately = Integer.bitCount(bends & ((1 << LATELY) - 1)) > MOST_BENDS;
        doubtful = bentLately || (doubtful && (bends & ((1 << TO_RECOVER) - 1)) != 0);
    }

    private boolean isPrematureFrom(double level, double together) {
        return last < EARLY * level && near(together, 2 * level);
    }

    private static boolean near(double value, double expected) {
        return Math.abs(value - expected) < PAIR_TOLERANCE * expected;
    }
}
