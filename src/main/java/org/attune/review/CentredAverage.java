package org.attune.review;

import java.util.Arrays;
import org.attune.regulation.RegulationState;
import org.attune.review.SecondTable.Column;

/**
 * Hindsight: figures of the stretch around a second in place of the one before it. Where the state
 * was Unknown there is none, whatever beats there were: what could not be judged is not shown.
 */
final class CentredAverage {
    /** Share of the stretch that must be lived through by normal intervals. */
    private static final double LEAST_COVERAGE = 0.5;

    private CentredAverage() {}

    /**
     * Heart rate of the normal intervals around each second, bpm; of a sensor without intervals,
     * what it told around it.
     */
    static double[] of(Beats beats, SecondTable table) {
        double window = table.rateWindowSeconds();
        if (beats.size() == 0) {
            return shifted(table, Column.RATE, (int) Math.round(window / 2));
        }
        double[] rate = new double[table.size()];
        Arrays.fill(rate, Double.NaN);
        int first = 0;
        int next = 0;
        double sumMillis = 0;
        int count = 0;
        for (int second = 1; second < rate.length; second++) {
            for (; next < beats.size() && beats.second(next) <= second + window / 2; next++) {
                if (beats.verdict(next).isNormal()) {
                    sumMillis += beats.rrMillis(next);
                    count++;
                }
            }
            for (; first < next && beats.second(first) <= second - window / 2; first++) {
                if (beats.verdict(first).isNormal()) {
                    sumMillis -= beats.rrMillis(first);
                    count--;
                }
            }
            if (count == 0) {
                sumMillis = 0;
            } else if (table.state(second) != RegulationState.UNKNOWN
                    && sumMillis >= 1000 * LEAST_COVERAGE * window) {
                rate[second] = 60_000 * count / sumMillis;
            }
        }
        return rate;
    }

    /** ln RMSSD of the window around each second. */
    static double[] shifted(SecondTable table, int seconds) {
        return shifted(table, Column.LN_RMSSD, seconds);
    }

    /** A figure of the past, moved into the middle of what it was computed over. */
    private static double[] shifted(SecondTable table, Column column, int seconds) {
        double[] moved = new double[table.size()];
        Arrays.fill(moved, Double.NaN);
        for (int second = 1; second + seconds < moved.length; second++) {
            if (table.state(second) != RegulationState.UNKNOWN) {
                moved[second] = table.value(column, second + seconds);
            }
        }
        return moved;
    }
}
