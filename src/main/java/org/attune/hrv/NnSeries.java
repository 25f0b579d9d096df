package org.attune.hrv;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.attune.beat.Beat;

/**
 * Normal intervals in order, that know which of them are true neighbours. A rejected artefact
 * leaves a gap; a difference taken across it would measure the gap.
 *
 * <p>Immutable; any thread.
 */
public final class NnSeries {
    private final double[] millis;
    private final double[] differences;

    private NnSeries(double[] millis, double[] differences) {
        this.millis = millis;
        this.differences = differences;
    }

    /** The normal ones among {@code beats}, which are in order. */
    public static NnSeries of(List<Beat> beats) {
        List<Beat> normal = new ArrayList<>(beats.size());
        for (Beat beat : beats) {
            if (beat.verdict().isNormal()) {
                normal.add(beat);
            }
        }
        double[] millis = new double[normal.size()];
        double[] differences = new double[normal.size()];
        int pairs = 0;
        for (int i = 0; i < millis.length; i++) {
            millis[i] = normal.get(i).interval().toMillis();
            if (i > 0 && normal.get(i).follows(normal.get(i - 1))) {
                differences[pairs++] = millis[i] - millis[i - 1];
            }
        }
        return new NnSeries(millis, Arrays.copyOf(differences, pairs));
    }

    /** Intervals taken as normal and neighbouring, as they come. */
    public static NnSeries asIs(double[] millis) {
        double[] differences = new double[Math.max(0, millis.length - 1)];
        for (int i = 0; i < differences.length; i++) {
            differences[i] = millis[i + 1] - millis[i];
        }
        return new NnSeries(millis.clone(), differences);
    }

    /** Number of normal intervals. */
    public int size() {
        return millis.length;
    }

    /** Number of pairs of true neighbours. */
    public int pairs() {
        return differences.length;
    }

    /** The intervals, ms. */
    public double[] millis() {
        return millis.clone();
    }

    /** Differences of true neighbours, later minus earlier, ms. */
    public double[] differencesMillis() {
        return differences.clone();
    }
}
