package org.attune.beat;

import java.util.Arrays;

/**
 * Whether what arrives looks like a heart at all, judged at once and from the past alone.
 *
 * <p>Idea: chance lets one random interval in five fall near the reference, so a single one proves
 * nothing. Trust is lost as soon as fewer than four of the last five intervals are credible, and
 * gained by eight credible ones in a row. Two intervals that together make one beat or two (an
 * extra or premature beat and what follows it) are explained and count as credible; a heart with a
 * premature beat now and then stays trusted.
 *
 * <p>Cost: constant for each interval. Confined to the pipeline thread.
 */
final class Credibility {
    private static final int MEMORY = 5;
    private static final int TO_KEEP = 4;
    private static final int TO_GAIN = 8;
    private static final double PAIR_TOLERANCE = 0.08;

    private static final double NEAR = 0.20;

    /** How much further an interval may lie from the level if the one before it lies there too. */
    private static final double SWAY = 1.75;

    private static final double SMOOTH = 0.12;

    /** An even heart is held to itself: so many of its own spreads, but never to less than this. */
    private static final double SPREADS = 3;

    private static final double EVEN = 0.12;
    private static final int ENOUGH = 3;

    private final boolean[] credible = new boolean[MEMORY];
    private int count;
    private int sinceForgotten;
    private double previousMillis = Double.NaN;
    private boolean previousCredible;
    private boolean trusted;
    private boolean contradicted;
    private int run;

    /** The line was broken: the next interval is no neighbour of the last. */
    void breakHere() {
        previousMillis = Double.NaN;
    }

    /** Nothing was heard for long: what was heard before proves nothing of what comes. */
    void forget() {
        Arrays.fill(credible, false);
        trusted = false;
        contradicted = false;
        run = 0;
        sinceForgotten = 0;
        previousCredible = false;
        breakHere();
    }

    /** Takes one interval as it arrives; says whether it looks like a beat. */
    boolean hear(double millis, CleaningRules rules, NormalCourse course) {
        boolean known = course.known() >= ENOUGH;
        double expected = known ? course.medianMillis() : Double.NaN;
        boolean near = rules.plausible(millis) && looksRight(millis, expected, course.spread());
        note(millis, near, expected);
        return near;
    }

    private boolean looksRight(double millis, double expected, double spread) {
        if (Double.isNaN(expected)) {
            return Double.isNaN(previousMillis) || near(millis, previousMillis, NEAR);
        }
        double tolerance = Math.min(NEAR, Math.max(EVEN, SPREADS * spread));
        return near(millis, expected, tolerance)
                || (near(millis, expected, NEAR * SWAY) && near(millis, previousMillis, SMOOTH));
    }

    private void note(double millis, boolean near, double expected) {
        boolean explained = false;
        if (!near && !previousCredible && pairs(millis, expected)) {
            credible[(count - 1) % MEMORY] = true;
            explained = true;
        }
        credible[count % MEMORY] = near || explained;
        count++;
        sinceForgotten++;
        previousCredible = near || explained;
        previousMillis = millis;
        run = near || explained ? run + 1 : 0;
        trusted = trusted ? good() >= TO_KEEP : run >= TO_GAIN;
        contradicted = contradicted ? !trusted : bad() > MEMORY - TO_KEEP;
    }

    /** Whether enough of the last intervals look like a heart. */
    boolean trusted() {
        return trusted;
    }

    /** Whether too many of the last intervals, as far as they were heard at all, look like none. */
    boolean contradicted() {
        return contradicted;
    }

    private int bad() {
        int known = Math.min(sinceForgotten, MEMORY);
        int bad = 0;
        for (int i = 1; i <= known; i++) {
            bad += credible[(count - i) % MEMORY] ? 0 : 1;
        }
        return bad;
    }

    private int good() {
        int good = 0;
        for (boolean each : credible) {
            good += each ? 1 : 0;
        }
        return good;
    }

    private boolean pairs(double millis, double expected) {
        if (Double.isNaN(previousMillis) || Double.isNaN(expected)) {
            return false;
        }
        double together = millis + previousMillis;
        boolean twoBeats =
                previousMillis < expected && near(together, 2 * expected, PAIR_TOLERANCE);
        return twoBeats || near(together, expected, PAIR_TOLERANCE);
    }

    private static boolean near(double value, double expected, double tolerance) {
        return Math.abs(value - expected) <= tolerance * expected;
    }
}
