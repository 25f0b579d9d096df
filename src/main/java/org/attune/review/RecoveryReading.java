package org.attune.review;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** Lays the curve of a {@link Recovery} through what followed a peak, and judges it. */
final class RecoveryReading {
    /** What is averaged into one point, s: longer than a breath. */
    private static final double BIN_SECONDS = 5;

    private static final double LEAST_SHARE = 0.5;

    /** The longest fall looked at, s. */
    static final double MOST_SECONDS = 300;

    private static final double LEAST_SECONDS = 60;
    private static final double LEAST_KNOWN = 0.8;
    private static final double LEAST_FALL_BPM = 4;
    private static final double LEAST_EXPLAINED = 0.6;

    /** Residuals of neighbouring points resemble each other; no more than this is believed. */
    private static final double MOST_LIKENESS = 0.9;

    private static final double CONFIDENCE = 0.95;

    private RecoveryReading() {}

    /**
     * @param peakSecond middle of the peak, session seconds
     * @param centreBpm middle of the personal range then
     * @param untilSecond where the fall is over or something else begins
     */
    static Recovery of(
            RateSamples samples, double peakSecond, double centreBpm, double untilSecond) {
        double span = Math.min(untilSecond - peakSecond, MOST_SECONDS);
        List<double[]> points = new ArrayList<>();
        int bins = (int) Math.floor(span / BIN_SECONDS);
        for (int bin = 0; bin < bins; bin++) {
            double from = peakSecond + bin * BIN_SECONDS;
            RateSamples.Window window = samples.window(from, from + BIN_SECONDS);
            if (window.usableSeconds() >= LEAST_SHARE * BIN_SECONDS) {
                points.add(new double[] {(bin + 0.5) * BIN_SECONDS, window.meanBpm() - centreBpm});
            }
        }
        double known = points.size() * BIN_SECONDS;
        double needed = Math.max(LEAST_SECONDS, LEAST_KNOWN * bins * BIN_SECONDS);
        if (known < needed) {
            return Recovery.none(new Lack(Lack.Kind.TOO_LITTLE_USABLE, needed, known));
        }
        double[] t = points.stream().mapToDouble(point -> point[0]).toArray();
        double[] y = points.stream().mapToDouble(point -> point[1]).toArray();
        return LogisticFit.of(t, y)
                .map(found -> judged(found, peakSecond, centreBpm, t[t.length - 1]))
                .orElseGet(() -> Recovery.none(Lack.of(Lack.Kind.NO_FIT)));
    }

    private static Recovery judged(
            LogisticFit.Curve found, double peakSecond, double centreBpm, double end) {
        Recovery.Curve curve =
                new Recovery.Curve(
                        peakSecond,
                        centreBpm,
                        found.amplitude(),
                        found.middle(),
                        found.width(),
                        found.explained(),
                        found.residuals().length);
        double half = found.halfSeconds();
        double reach = found.halfError() * widening(found.residuals());
        reach *= StudentT.within(CONFIDENCE, found.residuals().length - 3);
        Optional<Lack> lack = lack(found, half, reach, end);
        return lack.isPresent()
                ? new Recovery(Figure.none(lack.get()), Optional.empty(), Optional.of(curve))
                : new Recovery(
                        Figure.of(half),
                        Optional.of(new Recovery.Range(half - reach, half + reach)),
                        Optional.of(curve));
    }

    private static Optional<Lack> lack(
            LogisticFit.Curve found, double half, double reach, double end) {
        if (found.explained() < LEAST_EXPLAINED) {
            return Optional.of(new Lack(Lack.Kind.POOR_FIT, LEAST_EXPLAINED, found.explained()));
        }
        if (found.at(0) - found.at(end) < LEAST_FALL_BPM) {
            return Optional.of(
                    new Lack(
                            Lack.Kind.TOO_SMALL,
                            LEAST_FALL_BPM,
                            Math.max(0, found.at(0) - found.at(end))));
        }
        if (half > end) {
            return Optional.of(Lack.of(Lack.Kind.NOT_REACHED));
        }
        // An interval that holds zero, or is wider than twice the figure, says nothing.
        return reach >= half
                ? Optional.of(new Lack(Lack.Kind.TOO_UNSURE, 2 * half, 2 * reach))
                : Optional.empty();
    }

    /**
     * By how much the error is larger than that of independent points: as for a series in which
     * each residual resembles the one before by so much (first-order autoregression).
     */
    static double widening(double[] residuals) {
        double products = 0;
        double squares = Arrays.stream(residuals).map(each -> each * each).sum();
        for (int i = 1; i < residuals.length; i++) {
            products += residuals[i] * residuals[i - 1];
        }
        double likeness = squares > 0 ? products / squares : 0;
        double believed = Math.max(0, Math.min(MOST_LIKENESS, likeness));
        return Math.sqrt((1 + believed) / (1 - believed));
    }
}
