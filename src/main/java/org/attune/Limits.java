package org.attune;

/** Checks of absolute limits, worded alike everywhere: rule, name, value. */
public final class Limits {
    private Limits() {}

    /**
     * Returns {@code value} if it lies within the limits, both inclusive.
     *
     * @throws IllegalArgumentException naming rule, name and value otherwise; NaN never passes
     */
    public static double within(String name, double value, double least, double most) {
        if (!(value >= least && value <= most)) {
            throw new IllegalArgumentException(
                    "must be " + least + " to " + most + ": " + name + "=" + value);
        }
        return value;
    }

    /** Returns {@code value} if it lies within the limits, both inclusive. */
    public static int within(String name, int value, int least, int most) {
        if (value < least || value > most) {
            throw new IllegalArgumentException(
                    "must be " + least + " to " + most + ": " + name + "=" + value);
        }
        return value;
    }

    /** Checks that {@code lower} lies below {@code upper}. */
    public static void ordered(String lowerName, double lower, String upperName, double upper) {
        if (!(lower < upper)) {
            throw new IllegalArgumentException(
                    "must be below " + upperName + "=" + upper + ": " + lowerName + "=" + lower);
        }
    }
}
