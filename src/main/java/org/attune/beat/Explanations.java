package org.attune.beat;

/**
 * Weighs what an interval and the two after it may be, and says what the first most likely is.
 *
 * <p>Idea: an interval is not judged by itself but by the cheapest story of three. A story is a
 * chain of normal beats and artefacts; a normal beat costs its surprise under {@link NormalCourse},
 * an artefact a fixed sum for being rare (nats) and, where it leaves a trace (two intervals that
 * together are two beats, or one; an interval that is a multiple), the misfit of that trace. So a
 * swaying young heart costs little at each step and is kept, a leap that its successors confirm is
 * a new level, and a leap that is taken back is an artefact. Where artefacts have been many they
 * are less rare, and where they have been few, more so.
 *
 * <p>Cost: at most some forty short chains, nearly always cut off after the first: it is rarely
 * dearer than the first artefact would be. No garbage. Confined to the pipeline thread.
 */
final class Explanations {
    /** Intervals looked at together. */
    static final int SPAN = 3;

    private static final double DISPLACED_COST = 7;
    private static final double SPLIT_COST = 10;
    private static final double MERGED_COST = 7.5;
    private static final double STRAY_COST = 8;
    private static final double TRACE_SPREADS = 1.1;
    private static final double TRACE_WEIGHT = 2.0 / 3;
    private static final int MOST_MERGED = 4;

    /** How much the share of artefacts among the last beats sways the costs. */
    private static final double EXPERIENCE = 1.2;

    private static final double USUAL_SHARE = 0.02;
    private static final double LEAST_SHARE = 0.005;
    private static final double MOST_SWAY = 2;

    private final CleaningRules rules;
    private final NormalCourse course;
    private final double[] millis = new double[SPAN];
    private int count;
    private double artefactShare;
    private double sway;
    private double least;
    private Cause first = Cause.STRAY;

    Explanations(CleaningRules rules, NormalCourse course) {
        this.rules = rules;
        this.course = course;
    }

    /** How many of the last beats were artefacts, 0 to 1. */
    void experienced(double artefactShare) {
        this.artefactShare = artefactShare;
    }

    /** Most likely cause of {@code now}, given up to two intervals after it, NaN if not there. */
    Cause of(double now, double next, double afterNext) {
        double from = course.lastMillis();
        int beats = course.beatsSinceLast();
        return plainly(now, next, afterNext, from, beats)
                ? Cause.BEAT
                : cheapest(now, next, afterNext, from, beats);
    }

    /** Whether three normal beats cost less than any artefact: nearly always so, and cheap. */
    private boolean plainly(double now, double next, double afterNext, double from, int beats) {
        return artefactShare <= USUAL_SHARE - LEAST_SHARE
                && rules.plausible(now)
                && rules.plausible(next)
                && rules.plausible(afterNext)
                && course.surpriseAtMost(now, from, beats)
                                + course.surpriseAtMost(next, now, 1)
                                + course.surpriseAtMost(afterNext, next, 1)
                        < DISPLACED_COST;
    }

    /** Most likely cause of {@code next} if the interval before it, {@code now}, is a beat. */
    Cause after(double now, double next, double afterNext) {
        return cheapest(next, afterNext, Double.NaN, now, 1);
    }

    private Cause cheapest(double a, double b, double c, double from, int beats) {
        double odds = StrictMath.log((artefactShare + LEAST_SHARE) / USUAL_SHARE);
        sway = EXPERIENCE * Math.min(MOST_SWAY, odds);
        millis[0] = a;
        millis[1] = b;
        millis[2] = c;
        count = Double.isNaN(b) ? 1 : Double.isNaN(c) ? 2 : SPAN;
        return allBeats(from, beats) < DISPLACED_COST - sway ? Cause.BEAT : search(from, beats);
    }

    /**
     * What it costs that all are beats. If less than any artefact would, there is no more to ask.
     */
    private double allBeats(double from, int beats) {
        double cost = 0;
        for (int i = 0; i < count; i++) {
            if (!rules.plausible(millis[i])) {
                return Double.POSITIVE_INFINITY;
            }
            cost +=
                    i == 0
                            ? course.surprise(millis[i], from, beats)
                            : course.surprise(millis[i], millis[i - 1], 1);
        }
        return cost;
    }

    private Cause search(double from, int beats) {
        least = Double.POSITIVE_INFINITY;
        for (Cause each : Cause.values()) {
            tell(each, 0, from, beats, 0, each);
        }
        return first;
    }

    /** Goes on with the interval at {@code i}, whatever it is. */
    private void goOn(int i, double from, int beats, double cost, Cause firstCause) {
        if (cost >= least) {
            return;
        }
        if (i >= count) {
            least = cost;
            first = firstCause;
            return;
        }
        tell(Cause.BEAT, i, from, beats, cost, firstCause);
        tell(Cause.DISPLACED, i, from, beats, cost, firstCause);
        tell(Cause.SPLIT, i, from, beats, cost, firstCause);
        tell(Cause.MERGED, i, from, beats, cost, firstCause);
        tell(Cause.STRAY, i, from, beats, cost, firstCause);
    }

    private void tell(Cause cause, int i, double from, int beats, double cost, Cause firstCause) {
        double now = millis[i];
        double expected = 0.5 * (from + course.medianMillis());
        boolean pairs = i + 1 < count;
        switch (cause) {
            case BEAT -> {
                if (rules.plausible(now)) {
                    goOn(i + 1, now, 1, cost + course.surprise(now, from, beats), firstCause);
                }
            }
            case DISPLACED -> {
                if (pairs && worth(cost, DISPLACED_COST)) {
                    double misfit = misfit(now + millis[i + 1] - 2 * expected, expected);
                    goOn(i + 2, from, beats + 2, cost + DISPLACED_COST - sway + misfit, firstCause);
                }
            }
            case SPLIT -> {
                if (pairs
                        && now < expected
                        && millis[i + 1] < expected
                        && worth(cost, SPLIT_COST)) {
                    double misfit = misfit(now + millis[i + 1] - expected, expected);
                    goOn(i + 2, from, beats + 2, cost + SPLIT_COST - sway + misfit, firstCause);
                }
            }
            case MERGED -> {
                double several = Math.rint(now / expected);
                if (several > 1 && several <= MOST_MERGED && worth(cost, MERGED_COST)) {
                    double misfit = misfit(now - several * expected, expected);
                    goOn(i + 1, from, beats + 1, cost + MERGED_COST - sway + misfit, firstCause);
                }
            }
            case STRAY -> goOn(i + 1, from, beats + 1, cost + STRAY_COST - sway, firstCause);
        }
    }

    /** Whether a story that pays so much more may still be the cheapest. */
    private boolean worth(double cost, double more) {
        return cost + more - sway < least; // A misfit is never negative.
    }

    private double misfit(double distance, double expected) {
        return TRACE_WEIGHT * course.misfit(Math.abs(distance), expected, TRACE_SPREADS);
    }
}
