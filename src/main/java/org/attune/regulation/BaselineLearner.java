package org.attune.regulation;

import java.util.Arrays;
import java.util.Optional;
import java.util.OptionalDouble;
import org.attune.regulation.Baseline.Origin;
import org.attune.time.SessionTime;

/**
 * Learns today's baseline: leaves out the time in which people arrive, then gathers usable seconds
 * until there are enough. The middle is the median; the scale is the standard deviation, shrunk
 * towards what is expected of a calm person, so that an unusually even quarter of an hour does not
 * make every later breath look like arousal.
 *
 * <p>Confined to the pipeline thread.
 */
final class BaselineLearner {
    /** Usable seconds without which a named span teaches nothing. */
    private static final int LEAST_SECONDS = 30;

    private final BaselineRules rules;
    private final Optional<Calibration> calibration;
    private final double[] rates;
    private final double[] lnRmssds;
    private final double[] heartRates;
    private int count;
    private int lnRmssdCount;
    private int heartRateCount;
    private Optional<SessionTime> begin = Optional.empty();
    private Optional<SessionTime> first = Optional.empty();

    BaselineLearner(BaselineRules rules) {
        this(rules, Optional.empty());
    }

    BaselineLearner(BaselineRules rules, Optional<Calibration> calibration) {
        this.rules = rules;
        this.calibration = calibration;
        double span =
                calibration
                        .map(each -> secondsSince(each.from(), each.to()))
                        .orElse(rules.learnSeconds());
        this.rates = new double[Math.max(LEAST_SECONDS, (int) Math.ceil(span))];
        this.lnRmssds = new double[rates.length];
        this.heartRates = new double[rates.length];
    }

    /** The sensor began to speak; settling is counted from here. */
    void heard(SessionTime at) {
        if (begin.isEmpty()) {
            begin = Optional.of(at);
        }
    }

    /**
     * Takes one usable second; the baseline once there are enough of them.
     *
     * @param bpm the level, from which middle and scale are learned
     * @param heartRate the rate over a shorter time, which tells how lively it usually is
     */
    Optional<Baseline> learn(
            SessionTime at, double bpm, OptionalDouble heartRate, OptionalDouble lnRmssd) {
        if (!open(at)) {
            return Optional.empty();
        }
        if (first.isEmpty()) {
            first = Optional.of(at);
        }
        rates[count++] = bpm;
        if (heartRate.isPresent()) {
            heartRates[heartRateCount++] = heartRate.getAsDouble();
        }
        if (lnRmssd.isPresent()) {
            lnRmssds[lnRmssdCount++] = lnRmssd.getAsDouble();
        }
        return complete(at) ? Optional.of(conclude(first.get(), at)) : Optional.empty();
    }

    private boolean open(SessionTime at) {
        return calibration
                .map(span -> at.isAfter(span.from()))
                .orElseGet(
                        () ->
                                begin.isPresent()
                                        && secondsSince(begin.get(), at) >= rules.settleSeconds());
    }

    /** A named span ends when it ends, if it taught enough; else the first usable seconds after. */
    private boolean complete(SessionTime at) {
        boolean spanOver =
                calibration.isPresent()
                        && !at.isBefore(calibration.get().to())
                        && count >= LEAST_SECONDS;
        return count == rates.length || spanOver;
    }

    /** Share of the learning that is done, 0 to 1. */
    double progress(SessionTime now) {
        if (calibration.isPresent()) {
            return Math.min(1, count / (double) rates.length);
        }
        double settled =
                begin.isEmpty()
                        ? 0
                        : Math.min(rules.settleSeconds(), secondsSince(begin.get(), now));
        return (settled + count) / (rules.settleSeconds() + rates.length);
    }

    private Baseline conclude(SessionTime from, SessionTime to) {
        double centre = median(rates, count);
        double own = standardDeviation(rates, count);
        double prior = rules.priorScaleBpm();
        double weights = rules.priorWeight() + rules.ownWeight();
        double scale =
                Math.sqrt(
                        (rules.priorWeight() * prior * prior + rules.ownWeight() * own * own)
                                / weights);
        OptionalDouble usualLnRmssd =
                lnRmssdCount * 2 >= count
                        ? OptionalDouble.of(median(lnRmssds, lnRmssdCount))
                        : OptionalDouble.empty();
        OptionalDouble spread =
                heartRateCount * 2 >= count
                        ? OptionalDouble.of(standardDeviation(heartRates, heartRateCount))
                        : OptionalDouble.empty();
        return new Baseline(
                centre, Math.max(scale, 0.1), usualLnRmssd, spread, Origin.TODAY, from, to);
    }

    private static double median(double[] values, int count) {
        double[] sorted = Arrays.copyOf(values, count);
        Arrays.sort(sorted);
        int half = count / 2;
        return count % 2 == 1 ? sorted[half] : (sorted[half - 1] + sorted[half]) / 2;
    }

    private static double standardDeviation(double[] values, int count) {
        double mean = 0;
        for (int i = 0; i < count; i++) {
            mean += values[i] / count;
        }
        double sum = 0;
        for (int i = 0; i < count; i++) {
            sum += (values[i] - mean) * (values[i] - mean);
        }
        return Math.sqrt(sum / count);
    }

    private static double secondsSince(SessionTime earlier, SessionTime later) {
        return (later.nanos() - earlier.nanos()) / 1e9;
    }
}
