package org.attune.export.page;

import java.util.ArrayList;
import java.util.List;

/**
 * Where lines and times stand on the time axis of a page.
 *
 * @param minutes from one to the next
 * @param seconds of each, session seconds
 */
record PageTicks(double minutes, List<Double> seconds) {
    private static final double[] STEPS_MINUTES = {
        1 / 60.0, 2 / 60.0, 5 / 60.0, 10 / 60.0, 0.5, 1, 2, 5, 10, 15, 30, 60, 120, 240, 480
    };
    private static final int MOST = 12;

    PageTicks {
        seconds = List.copyOf(seconds);
    }

    /** As many as are read with ease; of a whole session at full minutes. */
    static PageTicks of(PageFrame frame) {
        double minutes = minutes((frame.to() - frame.from()) / 60, frame.part().isPresent());
        double step = 60 * minutes;
        List<Double> seconds = new ArrayList<>();
        double first = Math.ceil(frame.from() / step - 1e-9);
        for (double n = first; n * step <= frame.to() + 0.5; n++) {
            seconds.add(n * step);
        }
        return new PageTicks(minutes, seconds);
    }

    private static double minutes(double shown, boolean part) {
        for (double step : STEPS_MINUTES) {
            if ((part || step >= 1) && shown / step <= MOST) {
                return step;
            }
        }
        return 1440;
    }
}
