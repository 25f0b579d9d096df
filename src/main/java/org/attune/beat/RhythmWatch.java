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
    private final double[] inOrder = new double[BEATS];
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
        double sum = straighten();
        long followers = 0;
        for (int i = 1; i < BEATS; i++) {
            followers |= follows[(heard + i) % BEATS] ? 1L << i : 0;
        }
        int alike = 0;
        int alikeAfter = 0;
        long before = later(0);
        for (int i = 1; i < BEATS; i++) {
            long now = later(i);
            if ((followers >>> i & 1) != 0) {
                long both = before << 1 & followers;
                alike += Long.bitCount(both);
                alikeAfter += Long.bitCount(both & now);
            }
            before = now;
        }
        double entropy = -StrictMath.log(Math.max(1, alikeAfter) / (double) Math.max(1, alike));
        return entropy + StrictMath.log(2 * RADIUS_MILLIS) - StrictMath.log(sum / BEATS);
    }

    /** Puts the intervals into {@link #inOrder}, the oldest first; returns their sum. */
    private double straighten() {
        int oldest = heard % BEATS;
        System.arraycopy(millis, oldest, inOrder, 0, BEATS - oldest);
        System.arraycopy(millis, 0, inOrder, BEATS - oldest, oldest);
        double sum = 0;
        for (double each : inOrder) {
            sum += each;
        }
        return sum;
    }

    /** A bit for each interval after the {@code i}-th that is like it. */
    private long later(int i) {
        double here = inOrder[i];
        long like = 0;
        for (int j = i + 1; j < BEATS; j++) {
            like |= (Math.abs(inOrder[j] - here) <= RADIUS_MILLIS ? 1L : 0L) << j;
        }
        return like;
    }
}
