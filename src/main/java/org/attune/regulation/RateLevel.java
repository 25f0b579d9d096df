package org.attune.regulation;

import org.attune.hrv.RateBelief;

/**
 * The heart-rate level of the last half minute and whether it carries a judgement.
 *
 * <p>The level is the mean of the believed rates, each weighted by how much was heard and how sure
 * it was. It carries a judgement when enough of the window was filled by believed beats and these
 * did not contradict each other; seconds without beats are no contradiction. Two guards work faster
 * than the window: five seconds without a believed beat, or in which the beats heard were mostly
 * not believed, end the judgement at once.
 *
 * <p>Confined to the pipeline thread.
 */
final class RateLevel {
    private static final double MOST_DEVIATION = 0.12;
    private static final double DEVIATION_FLOOR = 0.02;
    private static final double MOST_COUNTED_SECONDS = 2;
    private static final double TINY = 1e-9;

    private static final int MOST_AGREED_SECONDS = 30;

    /** Span of the guards. */
    private static final int LATELY = 6;

    /** A second with less believed heartbeat than this holds no beat that can be trusted. */
    private static final double A_BEAT = 0.2;

    private static final int SILENT_SECONDS = 5;

    private final LevelRules rules;
    private final RateBelief[] ring;
    private int count;
    private int sinceBelieved = Integer.MAX_VALUE;
    private boolean carries;
    private boolean contradicted;
    private int agreedSeconds = MOST_AGREED_SECONDS;

    RateLevel(LevelRules rules) {
        this.rules = rules;
        this.ring = new RateBelief[rules.windowSeconds()];
    }

    /**
     * One second.
     *
     * @param gate what is asked of this kind of source
     */
    void add(RateBelief belief, GateRules gate) {
        ring[count % ring.length] = belief;
        count++;
        sinceBelieved =
                belief.believedSeconds() > A_BEAT
                        ? 0
                        : Math.min(Integer.MAX_VALUE - 1, sinceBelieved) + 1;
        contradicted = contradictedLately(gate);
        agreedSeconds = contradicted ? 0 : Math.min(agreedSeconds + 1, MOST_AGREED_SECONDS);
        double limit = carries ? rules.mostConflictToStay() : rules.mostConflict();
        carries =
                count >= ring.length
                        && believedShare() >= rules.leastBelieved()
                        && conflict(ring.length) < limit
                        && sinceBelieved <= SILENT_SECONDS
                        && !contradicted
                        && agreedSeconds >= gate.agreedSeconds();
    }

    /** Whether a judgement may rest on it. */
    boolean carries() {
        return carries;
    }

    /** Whether the first window has not been filled yet. */
    boolean isBeginning() {
        return count < ring.length;
    }

    /** Whether it is as sure as a baseline and a cue demand. */
    boolean isFirm() {
        return carries && conflict(ring.length) < rules.mostConflict();
    }

    /** Whether a believed beat was heard within the last seconds. */
    boolean isHeard() {
        return sinceBelieved <= SILENT_SECONDS;
    }

    /** Beats a minute; meaningful where it {@link #carries}. */
    double bpm() {
        double sum = 0;
        double weights = 0;
        for (int i = 1; i <= Math.min(count, ring.length); i++) {
            RateBelief each = back(i);
            double weight = TINY;
            if (each.isKnown() && each.deviation() < MOST_DEVIATION) {
                double u = each.deviation();
                weight += heard(each) / (u * u + DEVIATION_FLOOR * DEVIATION_FLOOR);
            }
            sum += each.isKnown() ? weight * each.lnMillis() : 0;
            weights += each.isKnown() ? weight : 0;
        }
        return weights == 0 ? Double.NaN : 60_000 / StrictMath.exp(sum / weights);
    }

    /** Share of the window that believed beats fill, 0 to 1. */
    double believedShare() {
        double believed = 0;
        for (int i = 1; i <= Math.min(count, ring.length); i++) {
            believed += back(i).believedSeconds();
        }
        return Math.min(1, believed / ring.length);
    }

    /** Share of what was heard in the window that was believed, 0 to 1; 1 if nothing was heard. */
    double agreement() {
        double believed = 0;
        double heard = 0;
        for (int i = 1; i <= Math.min(count, ring.length); i++) {
            believed += back(i).believedSeconds();
            heard += back(i).heardSeconds();
        }
        return heard < TINY ? 1 : Math.min(1, believed / heard);
    }

    /** Whether the beats of the last seconds contradict each other. */
    boolean isContradicted() {
        return contradicted;
    }

    private boolean contradictedLately(GateRules gate) {
        if (count < LATELY) {
            return false;
        }
        double believed = 0;
        double heard = 0;
        for (int i = 1; i <= LATELY; i++) {
            believed += back(i).believedSeconds();
            heard += back(i).heardSeconds();
        }
        return heard > TINY
                && (believed / heard < gate.leastBelievedLately()
                        || conflict(LATELY) > gate.mostConflictLately());
    }

    /** Root mean square uncertainty of the last seconds, weighted by what was heard in them. */
    private double conflict(int seconds) {
        double sum = 0;
        double weights = 0;
        for (int i = 1; i <= seconds; i++) {
            RateBelief each = back(i);
            double u = each.isKnown() ? each.deviation() : 1;
            sum += u * u * heard(each);
            weights += heard(each);
        }
        return Math.sqrt(sum / Math.max(weights, TINY));
    }

    private static double heard(RateBelief belief) {
        return Math.min(belief.heardSeconds(), MOST_COUNTED_SECONDS);
    }

    private RateBelief back(int seconds) {
        return ring[Math.floorMod(count - seconds, ring.length)];
    }
}
