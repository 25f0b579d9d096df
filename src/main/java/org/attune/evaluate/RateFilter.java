package org.attune.evaluate;

/**
 * A grid filter over the logarithm of the interval: a belief that widens each second and narrows
 * with each beat, with a chance of a missed beat and of an outlier. Gives, once a second, the mean
 * and the uncertainty of the belief, and how many seconds of beats it believed.
 */
final class RateFilter {
    private static final int POINTS = 150;
    private static final double LOW = Math.log(300);
    private static final double HIGH = Math.log(1800);
    private static final double STEP = (HIGH - LOW) / (POINTS - 1);
    private static final double WALK = 0.02;
    private static final double RESTART = 1e-4;
    private static final double SPREAD = 0.05;
    private static final double OUTLIER = 0.35;
    private static final double MISSED = 0.05;
    private static final double NORMAL = 0.3989;

    /** Beyond this many points the walk is below 1e-30 of its peak. */
    private static final int BAND = 20;

    private static final double LEAST_MILLIS = 250;
    private static final double MOST_MILLIS = 2500;

    private final double[] grid = new double[POINTS];
    private final double[][] walk = new double[POINTS][2 * BAND + 1];
    private final double[] likelihood = new double[POINTS];
    private double[] belief = new double[POINTS];
    private double[] next = new double[POINTS];

    /** Mean of the logarithm of the interval in ms; once a second. */
    final double[] mean;

    /** Its uncertainty. */
    final double[] deviation;

    /** Seconds of beats believed, of those that ended in this second. */
    final double[] believed;

    /** Seconds of beats heard. */
    final double[] heard;

    private RateFilter(int seconds) {
        mean = Seconds.none(seconds);
        deviation = Seconds.none(seconds);
        believed = new double[seconds];
        heard = new double[seconds];
        for (int i = 0; i < POINTS; i++) {
            grid[i] = LOW + i * STEP;
            belief[i] = 1.0 / POINTS;
        }
        for (int from = 0; from < POINTS; from++) {
            double sum = 0;
            for (int to = 0; to < POINTS; to++) {
                sum += kernel(to - from);
            }
            for (int offset = -BAND; offset <= BAND; offset++) {
                walk[from][offset + BAND] = (1 - RESTART) * kernel(offset) / sum;
            }
        }
    }

    private static double kernel(int points) {
        double away = points * STEP / WALK;
        return Math.exp(-0.5 * away * away);
    }

    /** Of intervals, ms. */
    static RateFilter ofBeats(Series beats, int seconds) {
        RateFilter filter = new RateFilter(seconds);
        int next = 0;
        for (int s = 0; s < seconds; s++) {
            filter.widen();
            for (; next < beats.size() && beats.time(next) <= s; next++) {
                double millis = beats.value(next);
                if (millis > LEAST_MILLIS && millis < MOST_MILLIS) {
                    filter.hear(s, millis);
                }
            }
            filter.conclude(s);
        }
        return filter;
    }

    /** Of heart rates, bpm, which are taken as they are. */
    static RateFilter ofRates(Series rates, int seconds) {
        RateFilter filter = new RateFilter(seconds);
        for (int i = 0; i < rates.size(); i++) {
            int s = (int) Math.ceil(rates.time(i));
            if (s >= 0 && s < seconds && rates.value(i) > 25) {
                filter.mean[s] = Math.log(60_000 / rates.value(i));
                filter.deviation[s] = 0.01;
                filter.believed[s] = 1;
                filter.heard[s] = 1;
            }
        }
        return filter;
    }

    private void widen() {
        double sum = 0;
        for (double p : belief) {
            sum += p;
        }
        java.util.Arrays.fill(next, RESTART / POINTS * sum);
        for (int from = 0; from < POINTS; from++) {
            int first = Math.max(0, from - BAND);
            int last = Math.min(POINTS - 1, from + BAND);
            for (int to = first; to <= last; to++) {
                next[to] += walk[from][to - from + BAND] * belief[from];
            }
        }
        double[] swap = belief;
        belief = next;
        next = swap;
    }

    private void hear(int second, double millis) {
        double at = Math.log(Math.min(Math.max(millis, 150), 4000));
        double flat = OUTLIER / (HIGH - LOW);
        double all = 0;
        double good = 0;
        for (int i = 0; i < POINTS; i++) {
            double d = (at - grid[i]) / SPREAD;
            double d2 = (at - Math.log(2) - grid[i]) / SPREAD;
            double q = 1 + d * d / 4;
            double g =
                    (1 - MISSED) * (1 - OUTLIER) * NORMAL / SPREAD / (q * q * Math.sqrt(q))
                            + MISSED * NORMAL / SPREAD * Math.exp(-0.5 * d2 * d2);
            likelihood[i] = g + flat;
            all += belief[i] * likelihood[i];
            good += belief[i] * g;
        }
        believed[second] += good / all * Math.min(millis, 2000) / 1000;
        heard[second] += millis / 1000;
        for (int i = 0; i < POINTS; i++) {
            belief[i] = belief[i] * likelihood[i] / all;
        }
    }

    private void conclude(int second) {
        double first = 0;
        double square = 0;
        for (int i = 0; i < POINTS; i++) {
            first += belief[i] * grid[i];
            square += belief[i] * grid[i] * grid[i];
        }
        mean[second] = first;
        deviation[second] = Math.sqrt(Math.max(square - first * first, 0));
    }
}
