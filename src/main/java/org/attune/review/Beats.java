package org.attune.review;

import org.attune.beat.Verdict;

/**
 * Every interval a lane reported and how it was judged, in order of time. Immutable; any thread.
 */
public final class Beats {
    private final double[] rrMillis;
    private final Verdict[] verdicts;
    private final long[] ordinals;
    private final Series raw;
    private final Series normal;
    private final int artefacts;

    /** Takes the arrays over. */
    Beats(double[] seconds, double[] rrMillis, Verdict[] verdicts, long[] ordinals) {
        this.rrMillis = rrMillis;
        this.verdicts = verdicts;
        this.ordinals = ordinals;
        double[] all = new double[rrMillis.length];
        double[] good = new double[rrMillis.length];
        int bad = 0;
        for (int i = 0; i < rrMillis.length; i++) {
            all[i] = 60_000 / rrMillis[i];
            boolean isNormal = verdicts[i].isNormal();
            good[i] = isNormal ? all[i] : Double.NaN;
            bad += isNormal ? 0 : 1;
        }
        raw = Series.sharing(seconds, all);
        normal = Series.sharing(seconds, good);
        artefacts = bad;
    }

    public int size() {
        return rrMillis.length;
    }

    /** When beat {@code index} fell, session seconds. */
    public double second(int index) {
        return raw.second(index);
    }

    /** The interval that ended in it, as reported, ms. */
    public double rrMillis(int index) {
        return rrMillis[index];
    }

    public Verdict verdict(int index) {
        return verdicts[index];
    }

    /** Whether it directly follows the beat before it, with no gap between. */
    public boolean follows(int index) {
        return index > 0 && ordinals[index] == ordinals[index - 1] + 1;
    }

    /** The first beat not before {@code second}; {@link #size()} if there is none. */
    public int indexFrom(double second) {
        return raw.indexFrom(second);
    }

    /** Rate of every interval as reported, bpm. */
    public Series raw() {
        return raw;
    }

    /** Rate of every normal interval, bpm; the others are holes. */
    public Series normal() {
        return normal;
    }

    /** How many were judged artefacts. */
    public int artefacts() {
        return artefacts;
    }
}
