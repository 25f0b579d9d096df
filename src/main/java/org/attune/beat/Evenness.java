package org.attune.beat;

/**
 * How evenly beats have followed from their neighbours over minutes: what tells a heart in
 * fibrillation from a poor sensor, though both look alike over half a minute.
 *
 * <p>Idea: noise comes and goes, and in between a heart beats evenly; in fibrillation it never
 * does. So a row of twelve beats near the mean of their neighbours shows that the rhythm under the
 * noise is regular. And where the median bend of the last hundred beats is small, premature beats
 * and all, they are as clean as those of electrodes.
 *
 * <p>Limits: a row heard by chance speaks for a quarter of an hour.
 *
 * <p>Cost: one pass over a hundred values for each interval. Confined to the pipeline thread.
 */
final class Evenness {
    /** A bend is even below this share of the interval. */
    private static final double EVEN = 0.05;

    private static final int ROW = 12;

    /** What the median bend of clean beats stays below; pulses at the wrist seldom do. */
    private static final double CLEAN = 0.02;

    /** What that of a fair source stays below, whose single beats may deceive. */
    private static final double FAIR = 0.03;

    private static final int BEATS = 100;

    /** How many beats long a row speaks for what follows: about a quarter of an hour. */
    private static final int REMEMBERED = 1000;

    private final SortedWindow bends = new SortedWindow(BEATS);
    private int row;
    private int sinceBreak;
    private int sinceRow = REMEMBERED;

    /** What comes next does not follow what came before. */
    void breakHere() {
        row = 0;
        sinceBreak = 0;
    }

    /**
     * Takes one bend.
     *
     * @param share of the interval by which a beat differs from the mean of its neighbours
     */
    void hear(double share) {
        bends.add(share);
        sinceBreak++;
        row = share < EVEN ? row + 1 : 0;
        sinceRow = row >= ROW ? 0 : Math.min(sinceRow + 1, REMEMBERED);
    }

    /** Whether a row of beats was heard lately that followed from each other. */
    boolean isHeardEven() {
        return sinceRow < REMEMBERED;
    }

    /** Whether most beats of late follow closely from their neighbours. */
    boolean isClean() {
        return bends.size() >= BEATS / 2 && bends.median() < CLEAN;
    }

    /** Whether they do so roughly, heard without a gap: noise comes with gaps. */
    boolean isFair() {
        return sinceBreak >= BEATS && bends.median() < FAIR;
    }
}
