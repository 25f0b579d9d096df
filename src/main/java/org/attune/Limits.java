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
            throw new OutOfLimits("must be " + least + " to " + most, name, value + "", "");
        }
        return value;
    }

    /** Returns {@code value} if it lies within the limits, both inclusive. */
    public static int within(String name, int value, int least, int most) {
        if (value < least || value > most) {
            throw new OutOfLimits("must be " + least + " to " + most, name, value + "", "");
        }
        return value;
    }

    /** Checks that {@code lower} lies below {@code upper}. */
    public static void ordered(String lowerName, double lower, String upperName, double upper) {
        if (!(lower < upper)) {
            throw new OutOfLimits(
                    "must be below " + upperName + "=" + upper, lowerName, lower + "", upperName);
        }
    }

    /** A value outside its limits, in parts: whoever took it from a user can say where it stood. */
    public static final class OutOfLimits extends IllegalArgumentException {
        private static final long serialVersionUID = 1L;
        private final String rule;
        private final String name;
        private final String upperName;

        private OutOfLimits(String rule, String name, String value, String upperName) {
            super(rule + ": " + name + "=" + value);
            this.rule = rule;
            this.name = name;
            this.upperName = upperName;
        }

        /** What the value must be: "must be 1.0 to 8.0". */
        public String rule() {
            return rule;
        }

        /** The name of the value. */
        public String name() {
            return name;
        }

        /** The name of the value it must stay below; empty where the limits are fixed. */
        public String upperName() {
            return upperName;
        }
    }
}
