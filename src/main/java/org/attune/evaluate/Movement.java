package org.attune.evaluate;

import java.util.Arrays;

/**
 * Movement as a detector: what it finds is not the heart. Where it separates tasks from rest, a
 * detector of the heart has to be read beside it.
 */
final class Movement {
    static final String NAME = "movement";

    private static final int WINDOW = 30;

    private Movement() {}

    /** Thousandths of g, 0 where there is no row. */
    static double[] perSecond(Recording recording) {
        double[] perSecond = new double[recording.truth().seconds()];
        recording
                .activity()
                .ifPresent(
                        rows -> {
                            for (int i = 0; i < rows.size(); i++) {
                                int s = (int) rows.time(i);
                                if (rows.time(i) >= 0 && s < perSecond.length) {
                                    perSecond[s] = rows.value(i);
                                }
                            }
                        });
        return perSecond;
    }

    /** The mean of the last 30 s; it raises no alarm. */
    static Track track(Recording recording) {
        double[] sums = Seconds.trailingSum(perSecond(recording), WINDOW);
        Arrays.fill(sums, 0, Math.min(WINDOW, sums.length), Double.NaN);
        return Track.of(NAME, sums, new AlarmRule(Double.POSITIVE_INFINITY, 1, 1, 1));
    }
}
