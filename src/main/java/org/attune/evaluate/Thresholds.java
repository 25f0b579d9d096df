package org.attune.evaluate;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * At which score each simple detector raises its alarm. The frozen ones were chosen on the odd
 * subjects of Stress-Predict and Hongn: the smallest with at most one false alarm an hour.
 * Immutable.
 */
public final class Thresholds {
    /** Of other recordings; to be used on recordings nobody has tuned on. */
    public static final Thresholds FROZEN = frozen();

    /** The data sets a threshold is chosen on, and false alarms are pooled over, where present. */
    static final Set<String> MAIN_SETS = Set.of("stress-predict", "hongn");

    private static final double HR_PLUS_BPM = 15;
    private static final double MOST_QUANTILE = 0.9996;

    private final Map<String, Double> bySourceAndDetector;

    private Thresholds(Map<String, Double> bySourceAndDetector) {
        this.bySourceAndDetector = Map.copyOf(bySourceAndDetector);
    }

    private static Thresholds frozen() {
        Map<String, Double> map = new HashMap<>();
        put(map, Source.RR, 6.629123659288787, 6.18368357009623);
        put(map, Source.E4IBI, 3.8791130301616947, 2.9609605389701623);
        put(map, Source.HR, 6.349435595339206, 5.992883850982208);
        put(map, Source.RR, 3.904901293073596, 4.010142494070035, 5.261928235058758);
        put(map, Source.E4IBI, 2.476107983769431, 3.5314041538429475, 5.467076846976649);
        return new Thresholds(map);
    }

    private static void put(Map<String, Double> map, Source source, double fast, double slow) {
        map.put(key(source, Baselines.HR_Z_30), fast);
        map.put(key(source, Baselines.HR_Z_60), slow);
    }

    private static void put(
            Map<String, Double> map, Source source, double covered, double rmssd, double both) {
        map.put(key(source, Baselines.HR_Z_60_COVERED), covered);
        map.put(key(source, Baselines.MINUS_RMSSD_Z), rmssd);
        map.put(key(source, Baselines.HR_MINUS_RMSSD), both);
    }

    private static String key(Source source, String detector) {
        return source + " " + detector;
    }

    /** Chosen on these recordings themselves: for orientation, or on recordings to tune on. */
    public static Thresholds chosenOn(List<Prepared> recordings, double mostPerHour) {
        Map<String, Double> map = new HashMap<>();
        for (Source source : Source.values()) {
            List<Prepared> same = mainOf(recordings, source);
            if (same.isEmpty()) {
                continue;
            }
            for (String detector : same.get(0).simpleScores().keySet()) {
                map.put(key(source, detector), choose(same, detector, mostPerHour));
            }
        }
        return new Thresholds(map);
    }

    private static List<Prepared> mainOf(List<Prepared> recordings, Source source) {
        List<Prepared> same =
                recordings.stream()
                        .filter(each -> each.recording().source() == source)
                        .filter(each -> !each.recording().truth().tasks().isEmpty())
                        .toList();
        List<Prepared> main =
                same.stream()
                        .filter(each -> MAIN_SETS.contains(each.recording().dataSet()))
                        .toList();
        return main.isEmpty() ? same : main;
    }

    /** The smallest, among quantiles of the score, with few enough false alarms. */
    private static double choose(List<Prepared> recordings, String detector, double mostPerHour) {
        List<double[]> scores = new ArrayList<>();
        List<BitSet> rests = new ArrayList<>();
        double hours = 0;
        for (Prepared each : recordings) {
            double[] score = each.simpleScores().get(detector);
            if (score == null) {
                continue;
            }
            scores.add(score);
            rests.add(each.recording().truth().rest());
            hours += rests.get(rests.size() - 1).cardinality() / 3600.0;
        }
        double[] sorted =
                scores.stream()
                        .flatMapToDouble(Arrays::stream)
                        .filter(Double::isFinite)
                        .sorted()
                        .toArray();
        for (int step = 0; step < 65; step++) {
            double share = step < 45 ? 0.50 + step * 0.01 : 0.95 + (step - 45) * 0.0025;
            double threshold = Stats.sortedQuantile(sorted, share);
            if (threshold > 0
                    && falseAlarms(scores, rests, rule(threshold)) / Math.max(hours, 1e-9)
                            <= mostPerHour) {
                return threshold;
            }
        }
        return Stats.sortedQuantile(sorted, MOST_QUANTILE);
    }

    private static int falseAlarms(List<double[]> scores, List<BitSet> rests, AlarmRule rule) {
        int count = 0;
        for (int i = 0; i < scores.size(); i++) {
            BitSet onsets = AlarmRule.onsets(rule.alarm(scores.get(i)));
            count += Share.common(rests.get(i), onsets);
        }
        return count;
    }

    /** The rule of a simple detector. */
    AlarmRule ruleOf(Source source, String detector) {
        if (detector.equals(Baselines.HR_PLUS)) {
            return rule(HR_PLUS_BPM);
        }
        return rule(
                bySourceAndDetector.getOrDefault(key(source, detector), Double.POSITIVE_INFINITY));
    }

    static AlarmRule rule(double threshold) {
        return new AlarmRule(threshold, 10, 20, 1);
    }
}
