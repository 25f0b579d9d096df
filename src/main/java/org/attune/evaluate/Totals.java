package org.attune.evaluate;

/**
 * Trials of several recordings together.
 *
 * @param tasks how many
 * @param found of these, those in which the alarm stood
 * @param newly of these, those with the alarm off before the onset
 * @param falseAlarms alarms that began at rest
 * @param rest what became of the rest
 */
public record Totals(int tasks, int found, int newly, int falseAlarms, Share rest) {
    static final Totals NONE = new Totals(0, 0, 0, 0, Share.NONE);

    Totals plus(Trial trial) {
        return plus(
                new Totals(
                        trial.tasks(),
                        trial.found(),
                        trial.newly(),
                        trial.falseAlarms(),
                        trial.rest()));
    }

    Totals plus(Totals other) {
        return new Totals(
                tasks + other.tasks,
                found + other.found,
                newly + other.newly,
                falseAlarms + other.falseAlarms,
                rest.plus(other.rest));
    }

    /** False alarms per hour of all rest; not a number without rest. */
    public double perHour() {
        return falseAlarms / rest.hours();
    }
}
