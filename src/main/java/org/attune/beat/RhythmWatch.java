package org.attune.beat;

/**
 * Recognises a rhythm in which no beat foretells the next.
 *
 * <p>Idea: over the last 48 intervals as reported, artefacts and all, two things must hold
 * together. Many successive differences are large (more than a tenth of the interval), which deep
 * breathing does not bring about; and the coefficient of sample entropy is high, which frequent
 * premature beats, being patterned, do not bring about. The coefficient (Lake and Moorman 2011, Am
 * J Physiol Heart Circ Physiol 300:H319) is SampEn(m = 1, r) + ln(2 r) − ln(mean RR) with r = 30
 * ms.
 *
 * <p>Cost: one comparison with each of the last 48 for each interval, no garbage. Confined to the
 * pipeline thread.
 */
final class RhythmWatch {
    static final int BEATS = 48;
    private static final double RADIUS_MILLIS = 30;
    private static final double LARGE = 0.1;
    private static final double LARGE_TO_ENTER = 0.45;
    private static final double LARGE_TO_STAY = 0.35;
    private static final double ENTROPY_TO_ENTER = -0.85;
    private static final double ENTROPY_TO_STAY = -1.1;

    private final double[] millis = new double[BEATS];
    private final boolean[] follows = new boolean[BEATS];
    private final boolean[] leaps = new boolean[BEATS];
    private int pairs;
    private int leapsCount;
    private int heard;
    private boolean broken = true;
    private boolean irregular;

    /** What comes next does not follow what came before. */
    void breakHere() {
        broken = true;
    }

    void hear(double intervalMillis) {
        int at = heard % BEATS;
        count(at, -1);
        double before = millis[(heard + BEATS - 1) % BEATS];
        millis[at] = intervalMillis;
        follows[at] = !broken;
        leaps[at] = Math.abs(intervalMillis - before) > LARGE * 0.5 * (intervalMillis + before);
        count(at, 1);
        broken = false;
        heard++;
        if (heard >= BEATS) {
            judge();
        }
    }

    Rhythm rhythm() {
        if (heard < BEATS) {
            return Rhythm.UNDETERMINED;
        }
        return irregular ? Rhythm.IRREGULAR : Rhythm.REGULAR;
    }

    private void judge() {
        double large = pairs == 0 ? 0 : (double) leapsCount / pairs;
        if (large < (irregular ? LARGE_TO_STAY : LARGE_TO_ENTER)) {
            irregular = false; // Most hearts end here; the entropy is dear.
            return;
        }
        irregular = entropy() > (irregular ? ENTROPY_TO_STAY : ENTROPY_TO_ENTER);
    }

    private void count(int at, int by) {
        if (follows[at]) {
            pairs += by;
            leapsCount += leaps[at] ? by : 0;
        }
    }

    private double entropy() {
        int alike = 0;
        int alikeAfter = 0;
        double sum = 0;
        for (int i = 0; i < BEATS; i++) {
            sum += millis(i);
        }
        for (int i = 1; i < BEATS; i++) {
            for (int j = i + 1; j < BEATS; j++) {
                if (follows(i) && follows(j) && alike(i - 1, j - 1)) {
                    alike++;
                    alikeAfter += alike(i, j) ? 1 : 0;
                }
            }
        }
        double entropy = -StrictMath.log(Math.max(1, alikeAfter) / (double) Math.max(1, alike));
        return entropy + StrictMath.log(2 * RADIUS_MILLIS) - StrictMath.log(sum / BEATS);
    }

    private boolean alike(int i, int j) {
        return Math.abs(millis(i) - millis(j)) <= RADIUS_MILLIS;
    }

    /** The {@code i}-th oldest. */
    private double millis(int i) {
        return millis[(heard + i) % BEATS];
    }

    private boolean follows(int i) {
        return follows[(heard + i) % BEATS];
    }
}
