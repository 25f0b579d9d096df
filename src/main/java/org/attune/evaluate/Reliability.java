package org.attune.evaluate;

import java.util.BitSet;
import java.util.List;

/**
 * Whether a probability means what it says: of the seconds said to be a task with probability p,
 * the share that was one. Ten bins; a bin counts from 200 s on. Immutable.
 */
public final class Reliability {
    private static final int BINS = 10;
    private static final int LEAST_SECONDS = 200;

    private final int[] seconds = new int[BINS];
    private final double[] said = new double[BINS];
    private final int[] was = new int[BINS];
    private double squares;

    private Reliability() {}

    static Reliability of(double[] probability, Truth truth) {
        Reliability bins = new Reliability();
        BitSet task = truth.task();
        BitSet counted = truth.rest();
        counted.or(task);
        for (int s = counted.nextSetBit(0); s >= 0; s = counted.nextSetBit(s + 1)) {
            double p = s < probability.length ? probability[s] : Double.NaN;
            if (Double.isFinite(p)) {
                int bin = Math.min((int) (p * BINS), BINS - 1);
                int truly = task.get(s) ? 1 : 0;
                bins.seconds[bin]++;
                bins.said[bin] += p;
                bins.was[bin] += truly;
                bins.squares += (p - truly) * (p - truly);
            }
        }
        return bins;
    }

    static Reliability sum(List<Reliability> parts) {
        Reliability sum = new Reliability();
        for (Reliability part : parts) {
            for (int i = 0; i < BINS; i++) {
                sum.seconds[i] += part.seconds[i];
                sum.said[i] += part.said[i];
                sum.was[i] += part.was[i];
            }
            sum.squares += part.squares;
        }
        return sum;
    }

    /** Seconds with a probability. */
    public int seconds() {
        return java.util.Arrays.stream(seconds).sum();
    }

    /** Share of these that was a task. */
    public double prevalence() {
        return (double) java.util.Arrays.stream(was).sum() / seconds();
    }

    /** Mean distance between what was said and what was, weighted by how often it was said. */
    public double calibrationError() {
        double error = 0;
        for (int i = 0; i < BINS; i++) {
            if (counts(i)) {
                error += Math.abs(said[i] - was[i]) / seconds();
            }
        }
        return error;
    }

    /** Mean square of what was said less what was. */
    public double brier() {
        return squares / seconds();
    }

    /** The Brier score of always saying the prevalence: to be beaten. */
    public double constantBrier() {
        return prevalence() * (1 - prevalence());
    }

    /** How many bins there are. */
    public int bins() {
        return BINS;
    }

    /** Whether a bin holds enough to count. */
    public boolean counts(int bin) {
        return seconds[bin] > LEAST_SECONDS;
    }

    /** Mean probability said in a bin. */
    public double said(int bin) {
        return said[bin] / seconds[bin];
    }

    /** Share of a bin that was a task. */
    public double was(int bin) {
        return (double) was[bin] / seconds[bin];
    }

    /** Share of all seconds that lie in a bin. */
    public double share(int bin) {
        return (double) seconds[bin] / seconds();
    }
}
