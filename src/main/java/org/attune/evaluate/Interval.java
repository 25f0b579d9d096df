package org.attune.evaluate;

/**
 * Where a figure lies with 95 % confidence.
 *
 * @param low lower end; not a number when there is none
 * @param high upper end
 */
public record Interval(double low, double high) {
    private static final double TAIL = 0.025;
    private static final int HALVINGS = 200;

    /** Exact interval of the mean of a Poisson count (Garwood 1936). */
    static Interval poisson(int count) {
        double low = count == 0 ? 0 : solve(count - 1, 1 - TAIL, count);
        return new Interval(low, solve(count, TAIL, 3.0 * count + 20));
    }

    /** The mean at which at most {@code count} events have this probability. */
    private static double solve(int count, double probability, double most) {
        double low = 0;
        double high = most;
        for (int i = 0; i < HALVINGS; i++) {
            double middle = (low + high) / 2;
            if (atMost(count, middle) > probability) {
                low = middle;
            } else {
                high = middle;
            }
        }
        return (low + high) / 2;
    }

    private static double atMost(int count, double mean) {
        double logTerm = -mean;
        double sum = Math.exp(logTerm);
        for (int k = 1; k <= count; k++) {
            logTerm += Math.log(mean / k);
            sum += Math.exp(logTerm);
        }
        return sum;
    }
}
