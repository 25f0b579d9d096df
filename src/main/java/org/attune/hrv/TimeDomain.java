package org.attune.hrv;

import java.util.Arrays;
import java.util.OptionalDouble;

/**
 * The time-domain measures of the Task Force (1996, Circulation 93:1043), each empty where the
 * series is too short to have it. Differences are taken between true neighbours only.
 *
 * <p>Pure functions; any thread.
 */
public final class TimeDomain {
    private TimeDomain() {}

    /** Mean NN, ms. */
    public static OptionalDouble meanNn(NnSeries nn) {
        return nn.size() == 0 ? OptionalDouble.empty() : OptionalDouble.of(mean(nn.millis()));
    }

    /** Median NN, ms. */
    public static OptionalDouble medianNn(NnSeries nn) {
        if (nn.size() == 0) {
            return OptionalDouble.empty();
        }
        double[] sorted = nn.millis();
        Arrays.sort(sorted);
        int half = sorted.length / 2;
        return OptionalDouble.of(
                sorted.length % 2 == 1 ? sorted[half] : (sorted[half - 1] + sorted[half]) / 2);
    }

    /** Mean of the beat-by-beat rate, bpm; not the rate of the mean interval. */
    public static OptionalDouble meanHeartRate(NnSeries nn) {
        if (nn.size() == 0) {
            return OptionalDouble.empty();
        }
        double sum = 0;
        for (double millis : nn.millis()) {
            sum += 60_000 / millis;
        }
        return OptionalDouble.of(sum / nn.size());
    }

    /** Standard deviation of NN (n - 1), ms. */
    public static OptionalDouble sdnn(NnSeries nn) {
        return standardDeviation(nn.millis());
    }

    /** Root mean square of successive differences, ms; empty below two pairs. */
    public static OptionalDouble rmssd(NnSeries nn) {
        double[] differences = nn.differencesMillis();
        if (differences.length < 2) {
            return OptionalDouble.empty();
        }
        double sum = 0;
        for (double difference : differences) {
            sum += difference * difference;
        }
        return OptionalDouble.of(Math.sqrt(sum / differences.length));
    }

    /** Natural logarithm of RMSSD in ms; empty where RMSSD is empty or zero. */
    public static OptionalDouble lnRmssd(NnSeries nn) {
        OptionalDouble rmssd = rmssd(nn);
        return rmssd.isPresent() && rmssd.getAsDouble() > 0
                ? OptionalDouble.of(StrictMath.log(rmssd.getAsDouble()))
                : OptionalDouble.empty();
    }

    /** Standard deviation of successive differences (n - 1), ms. */
    public static OptionalDouble sdsd(NnSeries nn) {
        return standardDeviation(nn.differencesMillis());
    }

    /** Number of successive differences above {@code limitMillis} in size. */
    public static int countAbove(NnSeries nn, double limitMillis) {
        int count = 0;
        for (double difference : nn.differencesMillis()) {
            if (Math.abs(difference) > limitMillis) {
                count++;
            }
        }
        return count;
    }

    /** Share of successive differences above {@code limitMillis} in size, percent of all pairs. */
    public static OptionalDouble percentAbove(NnSeries nn, double limitMillis) {
        return nn.pairs() == 0
                ? OptionalDouble.empty()
                : OptionalDouble.of(100.0 * countAbove(nn, limitMillis) / nn.pairs());
    }

    /** Width of the Poincaré plot across the line of identity, ms: SDSD / √2. */
    public static OptionalDouble sd1(NnSeries nn) {
        OptionalDouble sdsd = sdsd(nn);
        return sdsd.isPresent()
                ? OptionalDouble.of(sdsd.getAsDouble() / Math.sqrt(2))
                : OptionalDouble.empty();
    }

    /** Length of the Poincaré plot along the line of identity, ms: √(2 SDNN² − SDSD² / 2). */
    public static OptionalDouble sd2(NnSeries nn) {
        OptionalDouble sdnn = sdnn(nn);
        OptionalDouble sdsd = sdsd(nn);
        if (sdnn.isEmpty() || sdsd.isEmpty()) {
            return OptionalDouble.empty();
        }
        double square =
                2 * sdnn.getAsDouble() * sdnn.getAsDouble()
                        - sdsd.getAsDouble() * sdsd.getAsDouble() / 2;
        return square < 0 ? OptionalDouble.empty() : OptionalDouble.of(Math.sqrt(square));
    }

    private static OptionalDouble standardDeviation(double[] values) {
        if (values.length < 2) {
            return OptionalDouble.empty();
        }
        double mean = mean(values);
        double sum = 0;
        for (double value : values) {
            sum += (value - mean) * (value - mean);
        }
        return OptionalDouble.of(Math.sqrt(sum / (values.length - 1)));
    }

    private static double mean(double[] values) {
        double sum = 0;
        for (double value : values) {
            sum += value;
        }
        return sum / values.length;
    }
}
