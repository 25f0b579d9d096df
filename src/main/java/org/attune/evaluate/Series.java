package org.attune.evaluate;

/** Values with their times, in the order of the file. Immutable. */
public final class Series {
    private final double[] times;
    private final double[] values;

    /**
     * @param times seconds since the recording began; as many as values
     */
    public Series(double[] times, double[] values) {
        if (times.length != values.length) {
            throw new IllegalArgumentException("must be as many as values: times=" + times.length);
        }
        this.times = times.clone();
        this.values = values.clone();
    }

    /** How many there are. */
    public int size() {
        return times.length;
    }

    /** Seconds since the recording began. */
    public double time(int index) {
        return times[index];
    }

    /** In the unit of the series. */
    public double value(int index) {
        return values[index];
    }
}
