package org.attune.beat;

/**
 * How this heart has been beating: its level, how far one beat is wont to fall from the next, and
 * so how surprising an interval would be as the next normal one.
 *
 * <p>Model: the next normal interval lies near the last one, drawn a little towards the median of
 * the last {@code referenceBeats}; the distance, as a share of that median, follows a Student t of
 * the heart's own spread. The tails let a true leap of posture or fright pass that its successors
 * confirm. The spread is the upper quartile of the last successive differences of accepted beats,
 * scaled to a standard deviation; it never grows in a burst of artefacts, since they are not
 * accepted. The constants were chosen by the table of artefacts (see the artefact page of the
 * documentation) and lie on a broad optimum.
 *
 * <p>Cost: constant for each beat, no garbage. Confined to the pipeline thread.
 */
final class NormalCourse {
    private static final int DIFFERENCES = 39;
    private static final int ENOUGH_DIFFERENCES = 5;

    /** Upper quartile of the size of a standard normal variable. */
    private static final double QUARTILE = 1.1503;

    /** Even a paced heart is allowed this much, and no heart more than the other. */
    private static final double LEAST_SPREAD = 0.035;

    private static final double MOST_SPREAD = 0.07;
    private static final double UNKNOWN_SPREAD = 0.05;

    /** Costs are measured against an interval at this distance. */
    private static final double UNIT_SPREAD = 0.03;

    private static final double FREEDOM = 6;
    private static final double PULL_TO_MEDIAN = 0.27;
    private static final int FORGET_LAST = 3;

    /** Growth of variance for each beat since the last accepted one. */
    private static final double GROWTH = 0.5;

    private static final int BEATS_KNOWN = 8;

    private final SortedWindow levels;
    private final SortedWindow differences = new SortedWindow(DIFFERENCES);
    private final double[] spreads = new double[BEATS_KNOWN];
    private final double[] logSpreads = new double[BEATS_KNOWN];
    private double median = Double.NaN;
    private double spread;
    private double last = Double.NaN;
    private int sinceLast;

    NormalCourse(int referenceBeats) {
        levels = new SortedWindow(referenceBeats);
        spread(UNKNOWN_SPREAD);
    }

    /** How many accepted beats the level rests on. */
    int known() {
        return levels.size();
    }

    /** Median of the last accepted intervals, ms; NaN before the first. */
    double medianMillis() {
        return median;
    }

    /** Standard deviation a beat-to-beat difference is expected to have, as a share of level. */
    double spread() {
        return spread;
    }

    /** The last accepted interval, ms; NaN if none since the beginning or a gap. */
    double lastMillis() {
        return last;
    }

    /** How many beats ago the last accepted one was, seen from the next: 1 if just before it. */
    int beatsSinceLast() {
        return sinceLast + 1;
    }

    /** A gap: what comes next has no neighbour. */
    void breakHere() {
        sinceLast = Math.max(sinceLast, FORGET_LAST);
    }

    void accept(double millis) {
        if (sinceLast == 0 && !Double.isNaN(last)) {
            differences.add(Math.abs(millis - last) / (0.5 * (millis + last)));
            if (differences.size() >= ENOUGH_DIFFERENCES) {
                spread(differences.quantile(0.75) / QUARTILE);
            }
        }
        levels.add(millis);
        median = levels.median();
        last = millis;
        sinceLast = 0;
    }

    void reject() {
        sinceLast++;
    }

    /** What was known no longer holds. */
    void restart() {
        levels.clear();
        differences.clear();
        median = Double.NaN;
        last = Double.NaN;
        sinceLast = 0;
        spread(UNKNOWN_SPREAD);
    }

    /**
     * How surprising {@code millis} is as a normal interval, in nats above an unsurprising one of a
     * calm heart.
     *
     * @param from the accepted interval before it, ms
     * @param beats how many beats lie between, 1 for a neighbour
     */
    double surprise(double millis, double from, int beats) {
        return cost(deviations(millis, from, beats), logSpreads[known(beats)]);
    }

    /** No less than {@link #surprise}, and close to it for what is hardly surprising; cheap. */
    double surpriseAtMost(double millis, double from, int beats) {
        double deviations = deviations(millis, from, beats);
        return (FREEDOM + 1) / 2 / FREEDOM * deviations * deviations + logSpreads[known(beats)];
    }

    private double deviations(double millis, double from, int beats) {
        double pull = beats > FORGET_LAST ? 0.5 : PULL_TO_MEDIAN;
        double centre = (1 - pull) * from + pull * median;
        return Math.abs(millis - centre) / median / spreads[known(beats)];
    }

    private static int known(int beats) {
        return Math.min(beats, BEATS_KNOWN) - 1;
    }

    /** The same for a distance from where it should be, ms, under {@code times} the spread. */
    double misfit(double distanceMillis, double expectedMillis, double times) {
        double scale = times * spread;
        return cost(distanceMillis / expectedMillis / scale, StrictMath.log(scale / UNIT_SPREAD));
    }

    private static double cost(double deviations, double logSpread) {
        return (FREEDOM + 1) / 2 * StrictMath.log1p(deviations * deviations / FREEDOM) + logSpread;
    }

    private void spread(double value) {
        spread = Math.min(MOST_SPREAD, Math.max(LEAST_SPREAD, value));
        double logSpread = StrictMath.log(spread / UNIT_SPREAD);
        for (int i = 0; i < BEATS_KNOWN; i++) {
            spreads[i] = spread * Math.sqrt(1 + GROWTH * i);
            logSpreads[i] = logSpread + 0.5 * StrictMath.log1p(GROWTH * i);
        }
    }
}
