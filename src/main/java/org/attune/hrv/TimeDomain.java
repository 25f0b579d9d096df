package org.attune.hrv;

import java.util.Arrays;
import java.util.OptionalDouble;

/**
 * The time-domain measures of the Task Force (1996, Circulation 93:1043) and of the Poincaré plot
 * (Brennan, Palaniswami and Kamen 2001, IEEE Trans Biomed Eng 48:1342), each empty where the series
 * is too short to have it. Differences are taken between true neighbours only.
 *
 * <p>Pure functions; any thread.
 */
public final class TimeDomain {
    private TimeDomain() {}

    /** Mean NN, ms. */
    public static OptionalDouble meanNn(NnSeries nn) {
        return nn.size() == 0 ? OptionalDouble.empty() : OptionalDouble.of(mean(nn));
    }

    /** Median NN, ms. */
    public static OptionalDouble medianNn(NnSeries nn) {
        if (nn.size() == 0) {
            return OptionalDouble.empty();
        }
        double[] sorted = nn.millis();
        Arrays.sort(sorted);
        return OptionalDouble.of(medianOfSorted(sorted, sorted.length));
    }

    /** Median of the first {@code size} of {@code sorted}. */
    static double medianOfSorted(double[] sorted, int size) {
        int half = size / 2;
        return size % 2 == 1 ? sorted[half] : (sorted[half - 1] + sorted[half]) / 2;
    }

    /** Mean of the beat-by-beat rate, bpm; not the rate of the mean interval. */
    public static OptionalDouble meanHeartRate(NnSeries nn) {
        if (nn.size() == 0) {
            return OptionalDouble.empty();
        }
        double sum = 0;
        for (int i = 0; i < nn.size(); i++) {
            sum += 60_000 / nn.millis(i);
        }
        return OptionalDouble.of(sum / nn.size());
    }

    /** Standard deviation of NN (n - 1), ms. */
    public static OptionalDouble sdnn(NnSeries nn) {
        if (nn.size() < 2) {
            return OptionalDouble.empty();
        }
        double mean = mean(nn);
        double sum = 0;
        for (int i = 0; i < nn.size(); i++) {
            double deviation = nn.millis(i) - mean;
            sum += deviation * deviation;
        }
        return OptionalDouble.of(Math.sqrt(sum / (nn.size() - 1)));
    }

    /** Root mean square of successive differences, ms; empty without a pair of neighbours. */
    public static OptionalDouble rmssd(NnSeries nn) {
        if (nn.pairs() == 0) {
            return OptionalDouble.empty();
        }
        double sum = 0;
        for (int i = 1; i < nn.size(); i++) {
            if (nn.followsPrevious(i)) {
                double difference = nn.millis(i) - nn.millis(i - 1);
                sum += difference * difference;
            }
        }
        return OptionalDouble.of(Math.sqrt(sum / nn.pairs()));
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
        return deviationOfPairs(nn, -1);
    }

    /** Number of successive differences above {@code limitMillis} in size. */
    public static int countAbove(NnSeries nn, double limitMillis) {
        int count = 0;
        for (int i = 1; i < nn.size(); i++) {
            if (nn.followsPrevious(i) && Math.abs(nn.millis(i) - nn.millis(i - 1)) > limitMillis) {
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

    /** Standard deviation of (x(n) + x(n+1)) / √2 over pairs of neighbours (n - 1), ms. */
    public static OptionalDouble sd2Projected(NnSeries nn) {
        OptionalDouble deviation = deviationOfPairs(nn, 1);
        return deviation.isPresent()
                ? OptionalDouble.of(deviation.getAsDouble() / Math.sqrt(2))
                : OptionalDouble.empty();
    }

    /** Deviation of later + sign · earlier over pairs of neighbours. */
    private static OptionalDouble deviationOfPairs(NnSeries nn, int sign) {
        int pairs = nn.pairs();
        if (pairs < 2) {
            return OptionalDouble.empty();
        }
        double sum = 0;
        for (int i = 1; i < nn.size(); i++) {
            if (nn.followsPrevious(i)) {
                sum += nn.millis(i) + sign * nn.millis(i - 1);
            }
        }
        double mean = sum / pairs;
        double squares = 0;
        for (int i = 1; i < nn.size(); i++) {
            if (nn.followsPrevious(i)) {
                double deviation = nn.millis(i) + sign * nn.millis(i - 1) - mean;
                squares += deviation * deviation;
            }
        }
        return OptionalDouble.of(Math.sqrt(squares / (pairs - 1)));
    }

    private static double mean(NnSeries nn) {
        double sum = 0;
        for (int i = 0; i < nn.size(); i++) {
            sum += nn.millis(i);
        }
        return sum / nn.size();
    }
}
