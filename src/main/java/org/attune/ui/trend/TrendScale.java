package org.attune.ui.trend;

import java.util.ArrayList;
import java.util.List;

/** A scale with a few round numbers. Stateless. */
final class TrendScale {
    private static final double AIR = 0.12;
    private static final int MOST_TICKS = 4;
    private static final double[] STEPS = {1, 2, 5, 10};

    private TrendScale() {}

    /**
     * From a little below {@code low} to a little above {@code high}.
     *
     * @param fromZero whether it begins at zero: of shares and times, half as high is half
     */
    static TrendView.Axis over(double low, double high, boolean fromZero) {
        double lower = fromZero ? 0 : low;
        double span = Math.max(high - lower, Math.max(1e-3, Math.abs(high) * 0.02));
        double foot = fromZero ? 0 : lower - AIR * span;
        double head = lower + span * (1 + AIR);
        double step = step(head - foot);
        List<Double> ticks = new ArrayList<>();
        for (long i = (long) Math.ceil(foot / step - 1e-9); i * step <= head; i++) {
            ticks.add(i * step);
        }
        return new TrendView.Axis(foot, head, ticks);
    }

    private static double step(double span) {
        double rough = span / MOST_TICKS;
        double power = Math.pow(10, Math.floor(Math.log10(rough)));
        for (double step : STEPS) {
            if (step * power >= rough) {
                return step * power;
            }
        }
        return 10 * power;
    }
}
