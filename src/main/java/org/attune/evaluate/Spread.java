package org.attune.evaluate;

import java.util.Arrays;
import java.util.Collection;

/**
 * The middle half of a sample.
 *
 * @param median not a number of nothing
 * @param low first quartile
 * @param high third quartile
 * @param count how many values
 */
public record Spread(double median, double low, double high, int count) {
    static Spread of(Collection<Double> values) {
        double[] known =
                values.stream().mapToDouble(Double::doubleValue).filter(Double::isFinite).toArray();
        Arrays.sort(known);
        return new Spread(
                Stats.sortedQuantile(known, 0.5),
                Stats.sortedQuantile(known, 0.25),
                Stats.sortedQuantile(known, 0.75),
                known.length);
    }
}
