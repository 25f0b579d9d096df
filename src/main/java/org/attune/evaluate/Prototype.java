package org.attune.evaluate;

import java.util.BitSet;

/**
 * The estimator this product grew from, as a detector to compare with: heart-rate level of an
 * uncertainty-aware filter, a gate of quality and of movement, a personal scale, a slow anchor, two
 * time scales. Its constants are frozen; the product's own live in the settings.
 */
final class Prototype {
    static final String NAME = "prototype";

    private static final double THRESHOLD_BEATS = 6.4;
    private static final double THRESHOLD_RATES = 10;
    private static final int WINDOW = 30;
    private static final int SLOW_WINDOW = 60;
    private static final double MOST_DEVIATION = 0.12;
    private static final double DEVIATION_FLOOR = 0.02;
    private static final double LEAST_BELIEVED = 0.20;
    private static final double MOST_CONFLICT = 0.05;
    private static final double PRIOR_WEIGHT = 10;
    private static final double OWN_WEIGHT = 5;
    private static final double PRIOR_SCALE = 3;
    private static final double MOVING_MILLI_G = 25;
    private static final int HOLD_SECONDS = 20;
    private static final int LEAST_CALIBRATION = 30;

    /** The heart-rate level, bpm. */
    private final double[] level;

    /** Seconds whose level can be trusted, moving or not. */
    private final BitSet good = new BitSet();

    private final double[] score;

    private Prototype(Recording recording) {
        Truth truth = recording.truth();
        int seconds = truth.seconds();
        RateFilter filter =
                recording.source().hasBeats()
                        ? RateFilter.ofBeats(recording.heart(), seconds)
                        : RateFilter.ofRates(recording.heart(), seconds);
        level = level(filter);
        BitSet still = new BitSet();
        gate(filter, still, recording);
        BitSet calibration = truth.calibrationSeconds();
        BitSet trusted = (BitSet) calibration.clone();
        trusted.and(good);
        double[] own = Stats.pick(level, trusted);
        if (own.length < LEAST_CALIBRATION) {
            own = Stats.pick(level, calibration);
        }
        score =
                own.length < LEAST_CALIBRATION
                        ? Seconds.none(seconds)
                        : Seconds.held(score(own, still, truth), HOLD_SECONDS);
    }

    static Prototype of(Recording recording) {
        return new Prototype(recording);
    }

    double[] level() {
        return level;
    }

    BitSet good() {
        return good;
    }

    double[] score() {
        return score;
    }

    /** The score, its alarm, and its probability, which was fitted on wrist recordings. */
    Track track(Source source) {
        Track track = track(source.hasBeats() ? THRESHOLD_BEATS : THRESHOLD_RATES);
        if (!source.hasBeats()) {
            return track;
        }
        double[] probability = new double[score.length];
        for (int s = 0; s < score.length; s++) {
            double clipped = Math.min(Math.max(score[s], -20), 25);
            probability[s] = 1 / (1 + Math.exp(0.396 - 0.212 * clipped));
        }
        return track.withProbability(probability);
    }

    /** The score, and its alarm at another threshold. */
    Track track(double threshold) {
        return Track.of(NAME, score, new AlarmRule(threshold, 15, 20, 0.7));
    }

    private static double[] level(RateFilter filter) {
        int seconds = filter.mean.length;
        double[] weights = new double[seconds];
        double[] weighted = new double[seconds];
        for (int s = 0; s < seconds; s++) {
            boolean known = Double.isFinite(filter.mean[s]);
            double u = known ? filter.deviation[s] : 1;
            double weight =
                    u < MOST_DEVIATION
                            ? Math.min(filter.heard[s], 2)
                                    / (u * u + DEVIATION_FLOOR * DEVIATION_FLOOR)
                            : 0;
            weights[s] = weight + 1e-9;
            weighted[s] = (known ? filter.mean[s] : 0) * weights[s];
        }
        double[] sums = Seconds.trailingSum(weighted, WINDOW);
        double[] totals = Seconds.trailingSum(weights, WINDOW);
        double[] level = new double[seconds];
        for (int s = 0; s < seconds; s++) {
            level[s] = 60_000 * Math.exp(-sums[s] / Math.max(totals[s], 1e-12));
        }
        return level;
    }

    private void gate(RateFilter filter, BitSet still, Recording recording) {
        int seconds = level.length;
        double[] conflict = new double[seconds];
        double[] heard = new double[seconds];
        for (int s = 0; s < seconds; s++) {
            double u = Double.isFinite(filter.mean[s]) ? filter.deviation[s] : 1;
            heard[s] = Math.min(filter.heard[s], 2);
            conflict[s] = u * u * heard[s];
        }
        double[] conflicts = Seconds.trailingSum(conflict, WINDOW);
        double[] heards = Seconds.trailingSum(heard, WINDOW);
        double[] believed = Seconds.trailingSum(filter.believed, WINDOW);
        double[] moved = Seconds.trailingSum(Movement.perSecond(recording), WINDOW);
        for (int s = WINDOW; s < seconds; s++) {
            double doubt = Math.sqrt(Math.max(conflicts[s], 0) / Math.max(heards[s], 1e-9));
            if (Double.isFinite(level[s])
                    && believed[s] / WINDOW >= LEAST_BELIEVED
                    && doubt < MOST_CONFLICT) {
                good.set(s);
                still.set(s, !(moved[s] / WINDOW > MOVING_MILLI_G));
            }
        }
    }

    private double[] score(double[] own, BitSet still, Truth truth) {
        double centre = Stats.median(own);
        double deviation = Stats.deviation(own);
        double unit =
                Math.sqrt(
                                (PRIOR_WEIGHT * PRIOR_SCALE * PRIOR_SCALE
                                                + OWN_WEIGHT * deviation * deviation)
                                        / (PRIOR_WEIGHT + OWN_WEIGHT))
                        / PRIOR_SCALE;
        double[] anchor = anchor(centre, still, (int) truth.calibration().to());
        double[] fast = new double[level.length];
        double[] counts = new double[level.length];
        for (int s = still.nextSetBit(0); s >= 0; s = still.nextSetBit(s + 1)) {
            fast[s] = (level[s] - anchor[s]) / unit;
            counts[s] = 1;
        }
        double[] sums = Seconds.trailingSum(fast, SLOW_WINDOW);
        double[] known = Seconds.trailingSum(counts, SLOW_WINDOW);
        double[] result = Seconds.none(level.length);
        for (int s = still.nextSetBit(0); s >= 0; s = still.nextSetBit(s + 1)) {
            result[s] = 0.5 * fast[s] + 0.5 * sums[s] / Math.max(known[s], 1);
        }
        return result;
    }

    /** The centre follows the level very slowly, upwards only a little, within a cap. */
    private double[] anchor(double centre, BitSet still, int from) {
        double[] anchor = new double[level.length];
        java.util.Arrays.fill(anchor, centre);
        double now = centre;
        for (int s = Math.max(from, 0); s < level.length; s++) {
            if (still.get(s)) {
                double d = level[s] - now;
                now += d < 0 ? d / 6000 : d < 8 ? d / 1800 : 8.0 / 3600;
                now = Math.min(Math.max(now, centre - 10), centre + 6);
            }
            anchor[s] = now;
        }
        return anchor;
    }
}
