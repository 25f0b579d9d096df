package org.attune.testkit;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.attune.testkit.Artefacts.Event;
import org.attune.testkit.Artefacts.Kind;
import org.attune.testkit.Artefacts.Series;

/**
 * How well a way of rejecting artefacts does on one series under one condition: RMSSD of 60 s
 * windows at every fifth second, without the rejected intervals, against that of the clean series.
 *
 * @param foundPercent artefacts of which at least one interval was rejected, percent
 * @param falsePercent clean intervals rejected, percent
 * @param medianPercent median error of RMSSD, percent
 * @param p95Percent 95th percentile of that error, percent
 * @param foundByKind the same as {@code foundPercent} for each kind present
 */
public record ArtefactScore(
        double foundPercent,
        double falsePercent,
        double medianPercent,
        double p95Percent,
        Map<Kind, Double> foundByKind) {
    private static final double WINDOW = 60_000;
    private static final double STEP = 5_000;
    private static final int LEAST_PAIRS = 10;

    /** A way of rejecting: which intervals of a series are no normal beats. */
    public interface Rejecting extends Function<double[], boolean[]> {}

    /** A condition: how many artefacts for each beat, in runs of how many. */
    public record Condition(String name, double share, int burst) {
        public static final List<Condition> ALL =
                List.of(
                        new Condition("1 %", 0.01, 1),
                        new Condition("5 %", 0.05, 1),
                        new Condition("5 % in bursts of 3", 0.05, 3),
                        new Condition("clean", 0, 1));
    }

    /** Scores {@code way} over {@code seeds} spoilt copies of {@code clean}. */
    public static ArtefactScore of(double[] clean, Condition condition, int seeds, Rejecting way) {
        double[] cleanEnds = new double[clean.length];
        double end = 0;
        for (int i = 0; i < clean.length; i++) {
            end += clean[i];
            cleanEnds[i] = end;
        }
        Tally tally = new Tally();
        for (int seed = 0; seed < (condition.share() == 0 ? 1 : seeds); seed++) {
            Series series =
                    Artefacts.spoil(clean, condition.share(), condition.burst(), 77L * seed + 5);
            boolean[] rejected = way.apply(series.millis());
            tally.count(series, rejected);
            for (double to = WINDOW; to <= end; to += STEP) {
                double truth = rmssd(clean, cleanEnds, new boolean[clean.length], to);
                double got = rmssd(series.millis(), series.endMillis(), rejected, to);
                tally.errors.add(Double.isNaN(got) ? 100 : 100 * Math.abs(got / truth - 1));
            }
        }
        return tally.score();
    }

    private static double rmssd(double[] millis, double[] ends, boolean[] rejected, double to) {
        int i = Arrays.binarySearch(ends, to - WINDOW);
        double sum = 0;
        int pairs = 0;
        for (i = i < 0 ? -i : i + 2; i < millis.length && ends[i] <= to; i++) {
            if (!rejected[i] && !rejected[i - 1]) {
                double difference = millis[i] - millis[i - 1];
                sum += difference * difference;
                pairs++;
            }
        }
        return pairs < LEAST_PAIRS ? Double.NaN : Math.sqrt(sum / pairs);
    }

    private static final class Tally {
        final List<Double> errors = new ArrayList<>();
        final Map<Kind, int[]> kinds = new EnumMap<>(Kind.class);
        int found;
        int events;
        int falselyRejected;
        int good;

        void count(Series series, boolean[] rejected) {
            for (Event event : series.events()) {
                boolean seen = false;
                for (int i = event.first(); i <= event.last(); i++) {
                    seen |= rejected[i];
                }
                int[] of = kinds.computeIfAbsent(event.kind(), k -> new int[2]);
                of[0] += seen ? 1 : 0;
                of[1]++;
                found += seen ? 1 : 0;
                events++;
            }
            for (int i = 0; i < rejected.length; i++) {
                if (!series.spoilt()[i]) {
                    good++;
                    falselyRejected += rejected[i] ? 1 : 0;
                }
            }
        }

        ArtefactScore score() {
            double[] sorted = errors.stream().mapToDouble(x -> x).sorted().toArray();
            Map<Kind, Double> byKind = new EnumMap<>(Kind.class);
            kinds.forEach((kind, of) -> byKind.put(kind, 100.0 * of[0] / of[1]));
            return new ArtefactScore(
                    100.0 * found / Math.max(1, events),
                    100.0 * falselyRejected / good,
                    quantile(sorted, 0.5),
                    quantile(sorted, 0.95),
                    byKind);
        }

        private static double quantile(double[] sorted, double share) {
            double at = share * (sorted.length - 1);
            int below = (int) at;
            int above = Math.min(below + 1, sorted.length - 1);
            return sorted[below] + (at - below) * (sorted[above] - sorted[below]);
        }
    }
}
