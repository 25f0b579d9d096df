package org.attune.hrv;

import java.util.Arrays;

/**
 * How fast the heart beats and how sure that is, from intervals as they are reported, artefacts and
 * all: a grid (histogram) Bayes filter over the logarithm of the interval.
 *
 * <p>Each second the belief widens (the rate may have changed) and with each interval it narrows
 * around what that interval says. An interval may be a beat (Student t around the truth), the sum
 * of two (one was missed), or anything (an outlier). So it needs no verdict on single beats, and
 * its own uncertainty tells contradiction from silence: contradicting intervals widen it at once.
 * This is what makes heart rate from a moving wrist usable, where a beat-by-beat judgement has
 * little left to stand on.
 *
 * <p>Grid: 150 points from ln 300 to ln 1800 ms. Constants: own choice on open recordings.
 *
 * <p>Cost: some 4 µs each second and each interval; no garbage but the result. Confined to the
 * pipeline thread.
 */
public final class RateFilter {
    private static final int POINTS = 150;
    private static final double LOW = StrictMath.log(300);
    private static final double HIGH = StrictMath.log(1800);
    private static final double STEP = (HIGH - LOW) / (POINTS - 1);

    /** Standard deviation of the walk of ln RR in one second. */
    private static final double WALK = 0.02;

    /** Chance of a second after which nothing is known. */
    private static final double RESTART = 1e-4;

    private static final double SPREAD = 0.05;
    private static final double OUTLIER = 0.35;
    private static final double MISSED = 0.05;
    private static final double FLAT = OUTLIER / (HIGH - LOW);
    private static final double NORMAL = 0.3989;
    private static final double LN_2 = StrictMath.log(2);

    /** Beyond this many points the walk is below 1e-30 of its peak. */
    private static final int BAND = 20;

    /** Beyond this many spreads the chance of a missed beat is nothing. */
    private static final double FAR = 9;

    private static final double LEAST_MILLIS = 250;
    private static final double MOST_MILLIS = 2500;
    private static final double MOST_COUNTED_MILLIS = 2000;

    private final double[] grid = new double[POINTS];
    private final double[][] walk = new double[POINTS][2 * BAND + 1];
    private final double[] likelihood = new double[POINTS];
    private double[] belief = new double[POINTS];
    private double[] next = new double[POINTS];
    private double believed;
    private double heard;

    public RateFilter() {
        double[] kernel = new double[POINTS];
        for (int i = 0; i < POINTS; i++) {
            grid[i] = LOW + i * STEP;
            belief[i] = 1.0 / POINTS;
            double away = i * STEP / WALK;
            kernel[i] = StrictMath.exp(-0.5 * away * away);
        }
        for (int from = 0; from < POINTS; from++) {
            double sum = 0;
            for (int to = 0; to < POINTS; to++) {
                sum += kernel[Math.abs(to - from)];
            }
            for (int offset = -BAND; offset <= BAND; offset++) {
                walk[from][offset + BAND] = (1 - RESTART) * kernel[Math.abs(offset)] / sum;
            }
        }
        widen();
    }

    /** Takes one interval, ms, of the second that is running; what no heart can do is left out. */
    public void hear(double millis) {
        if (!(millis > LEAST_MILLIS && millis < MOST_MILLIS)) {
            return;
        }
        double at = StrictMath.log(millis);
        double all = 0;
        double good = 0;
        for (int i = 0; i < POINTS; i++) {
            double d = (at - grid[i]) / SPREAD;
            double q = 1 + d * d / 4;
            double g =
                    (1 - MISSED) * (1 - OUTLIER) * NORMAL / SPREAD / (q * q * Math.sqrt(q))
                            + MISSED * NORMAL / SPREAD * bell((at - LN_2 - grid[i]) / SPREAD);
            likelihood[i] = g + FLAT;
            all += belief[i] * likelihood[i];
            good += belief[i] * g;
        }
        believed += good / all * Math.min(millis, MOST_COUNTED_MILLIS) / 1000;
        heard += millis / 1000;
        for (int i = 0; i < POINTS; i++) {
            belief[i] = belief[i] * likelihood[i] / all;
        }
    }

    /** The second is over: what is believed at its end. */
    public RateBelief conclude() {
        double mean = 0;
        double square = 0;
        for (int i = 0; i < POINTS; i++) {
            mean += belief[i] * grid[i];
            square += belief[i] * grid[i] * grid[i];
        }
        double deviation = Math.sqrt(Math.max(square - mean * mean, 0));
        RateBelief result = new RateBelief(mean, deviation, believed, heard);
        believed = 0;
        heard = 0;
        widen();
        return result;
    }

    private static double bell(double deviations) {
        return Math.abs(deviations) > FAR ? 0 : StrictMath.exp(-0.5 * deviations * deviations);
    }

    private void widen() {
        double sum = 0;
        for (double p : belief) {
            sum += p;
        }
        // By names of their own, so that the innermost loop is free of fields and runs in vectors;
        // each sum is taken in the same order as ever.
        double[] before = belief;
        double[] after = next;
        Arrays.fill(after, RESTART / POINTS * sum);
        for (int from = 0; from < POINTS; from++) {
            double[] steps = walk[from];
            double share = before[from];
            int shift = BAND - from;
            int last = Math.min(POINTS - 1, from + BAND);
            for (int to = Math.max(0, from - BAND); to <= last; to++) {
                after[to] += steps[to + shift] * share;
            }
        }
        belief = after;
        next = before;
    }
}
