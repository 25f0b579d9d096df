package org.attune.beat;

/**
 * Tells within a few beats that no beat follows from those before it, long before {@link
 * RhythmWatch} has its 48.
 *
 * <p>Idea: a beat is held against the mean of its two neighbours. Breathing carries neighbours
 * along, so the beat between them stays near; chance, noise and premature beats do not. A lone
 * premature beat bends the course four times: itself, its pause, and the beat on either side. So
 * more than four bends in the last eight are not one. It is over once eight beats in a row did not
 * bend. Electrodes have no noise of their own to excuse bends, nor has a source whose beats were
 * even until then: there two of three are enough where no premature beat explains them ({@link
 * PairedCourse}).
 *
 * <p>Where strong breathing meets a slow heart, so that four beats or fewer make a breath,
 * neighbours lie far apart in health, too. So what a bend is depends on the rate: as much as a
 * swing of 15 % at 12 breaths a minute would make. And a heart is held to twice what it usually
 * does, learned over its last 200 beats. Half a minute of a fault moves that little.
 *
 * <p>Limits: a heart that was irregular from the first is used to it; {@link RhythmWatch} knows.
 *
 * <p>Cost: constant for each interval. Confined to the pipeline thread.
 */
final class Steadiness {
    private static final int BEATS = 8;
    private static final int MOST_BENDS = 4;

    /** Share of the interval by which a bend differs from the mean of its neighbours, at least. */
    private static final double LEAST_BEND = 0.07;

    /** What no breath can excuse before it is usual in this heart. */
    private static final double MOST_BEND = 0.15;

    /** The deepest breath to be expected unheard-of: share of the interval, and how fast. */
    private static final double SWING = 0.15;

    private static final double BREATHS_A_SECOND = 0.2;

    /** And so many times what is usual in this heart. */
    private static final double OF_USUAL = 2;

    /** More than this teaches no more. */
    private static final double MOST_LEARNED = 0.2;

    private static final int MEMORY = 200;

    private final Evenness evenness = new Evenness();
    private final PairedCourse paired = new PairedCourse();
    private double beforeLast = Double.NaN;
    private double last = Double.NaN;
    private int bends;
    private double usual;
    private int learned;
    private boolean unsteady;
    private boolean evenBefore;
    private boolean fairBefore;

    /** What comes next does not follow what came before. */
    void breakHere() {
        evenness.breakHere();
        paired.breakHere();
        beforeLast = Double.NaN;
        last = Double.NaN;
    }

    /** What was heard before says nothing of what comes. */
    void forget() {
        breakHere();
        bends = 0;
        unsteady = false;
        paired.forget();
    }

    /**
     * Takes one interval as it arrives.
     *
     * @param expectedMillis level of this heart; NaN if not known
     */
    void hear(double millis, double expectedMillis) {
        evenBefore = evenness.isClean() || (evenBefore && isDoubtful());
        fairBefore = evenness.isFair() || (fairBefore && isDoubtful());
        double limit = Math.max(leastBend(expectedMillis), OF_USUAL * usual);
        paired.hear(millis, expectedMillis, limit);
        double mean = (beforeLast + millis) / 2;
        if (!Double.isNaN(mean)) {
            double share = Math.abs(last - mean) / last;
            evenness.hear(share);
            int bent = share > limit ? 1 : 0;
            learned = Math.min(learned + 1, MEMORY);
            usual += (Math.min(share, MOST_LEARNED) - usual) / learned;
            bends = (bends << 1 | bent) & (1 << BEATS) - 1;
            unsteady = unsteady ? bends != 0 : Integer.bitCount(bends) > MOST_BENDS;
        }
        beforeLast = last;
        last = millis;
    }

    /** As far as a deep breath bends the course of a heart this fast. */
    private static double leastBend(double expectedMillis) {
        double turn = 2 * Math.PI * BREATHS_A_SECOND * expectedMillis / 1000;
        double breath = SWING * (1 - StrictMath.cos(Math.min(turn, Math.PI)));
        return expectedMillis > 0 ? Math.max(LEAST_BEND, Math.min(MOST_BEND, breath)) : MOST_BEND;
    }

    /** How evenly it has beaten over minutes. */
    Evenness evenness() {
        return evenness;
    }

    /** Whether the newest beats do not follow from each other. */
    boolean isUnsteady() {
        return unsteady;
    }

    /**
     * Whether most beats of late followed closely; while that is in doubt, whether they did before.
     */
    boolean isMostlyEven() {
        return evenBefore;
    }

    /** The same by a wider standard, of beats heard without a gap. */
    boolean isFairlyEven() {
        return fairBefore;
    }

    /** Whether they do not, by the stricter standard of beats that noise does not excuse. */
    boolean isDoubtful() {
        return unsteady || paired.isDoubtful();
    }
}
