package org.attune.evaluate;

import java.util.Collection;

/**
 * False alarms of several cells together.
 *
 * @param count how many
 * @param hours of all rest
 * @param judgedHours of the rest that was judged
 * @param countInterval of the count
 */
public record FalseAlarms(int count, double hours, double judgedHours, Interval countInterval) {
    static FalseAlarms of(Collection<SetFigures> cells) {
        int count = cells.stream().mapToInt(SetFigures::falseAlarms).sum();
        return new FalseAlarms(
                count,
                cells.stream().mapToDouble(cell -> cell.rest().hours()).sum(),
                cells.stream().mapToDouble(cell -> cell.rest().judgedHours()).sum(),
                Interval.poisson(count));
    }

    /** Per hour of all rest. */
    public double perHour() {
        return count / hours;
    }

    /** Per judged hour of rest. */
    public double perJudgedHour() {
        return count / judgedHours;
    }

    /** Per hour of all rest, 95 %. */
    public Interval perHourInterval() {
        return new Interval(countInterval.low() / hours, countInterval.high() / hours);
    }
}
