package org.attune.evaluate;

import java.util.Arrays;

/** Arithmetic on values once a second, where not a number means "none". */
final class Seconds {
    private Seconds() {}

    static double[] none(int seconds) {
        double[] values = new double[seconds];
        Arrays.fill(values, Double.NaN);
        return values;
    }

    /** Sums of the last {@code width} values, including this one. */
    static double[] trailingSum(double[] values, int width) {
        double[] running = new double[values.length + 1];
        for (int s = 0; s < values.length; s++) {
            running[s + 1] = running[s] + values[s];
        }
        double[] sums = new double[values.length];
        for (int s = 0; s < values.length; s++) {
            sums[s] = running[s + 1] - running[Math.max(s + 1 - width, 0)];
        }
        return sums;
    }

    /** Lets a value stand for up to {@code seconds} after it has gone. */
    static double[] held(double[] values, int seconds) {
        double[] held = values.clone();
        double last = Double.NaN;
        int age = 0;
        for (int s = 0; s < held.length; s++) {
            if (Double.isFinite(held[s])) {
                last = held[s];
                age = 0;
            } else if (++age <= seconds) {
                held[s] = last;
            }
        }
        return held;
    }
}
