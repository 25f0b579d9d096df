package org.attune.hrv;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.attune.testkit.Golden;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class HrvGoldenTest {
    private static final Set<Metric> UNREFERENCED =
            Set.of(Metric.BREATHING_RATE, Metric.BREATHING_CONFIDENCE);

    private static final List<String> COLUMNS =
            List.of(
                    "t_start", "t_end", "NNmean", "SDNN", "RMSSD", "pnn50", "btsdet", "SD1", "SD2",
                    "lf", "hf", "lfhf", "SampEn");

    @ParameterizedTest
    @ValueSource(
            strings = {
                "synth-60s",
                "synth-300s",
                "pyhrv-short",
                "pyhrv-long",
                "rhenan-rest",
                "nsr2db-nsr001-first2h"
            })
    void everyMetricEqualsTheReference(String name) {
        HrvReport report = asIs(NnSeries.asIs(Golden.intervalsMillis(name)));
        Map<String, Double> expected = Golden.metrics(name);
        Set<String> left = new HashSet<>(expected.keySet());
        for (Metric metric : Metric.values()) {
            if (UNREFERENCED.contains(metric)) {
                assertThat(report.value(metric)).as(metric.code()).isPresent();
                continue;
            }
            assertThat(left.remove(metric.code())).as(metric.code()).isTrue();
            double value = expected.getOrDefault(metric.code(), Double.NaN);
            assertThat(report.value(metric).orElseThrow())
                    .as("%s of %s", metric.code(), name)
                    .isCloseTo(value, within(tolerance(metric) * Math.abs(value)));
        }
        assertThat(left).isEmpty();
    }

    /** Only Lomb is found by another way than the reference's. */
    private static double tolerance(Metric metric) {
        return metric.family() == Metric.Family.LOMB ? 1e-8 : 1e-9;
    }

    private static HrvReport asIs(NnSeries nn) {
        return new HrvAnalyser(AnalysisRules.COMPUTABLE).analyse(nn, 0, 1, 0);
    }

    @Test
    void windowsOfARecordingAgreeWithAnotherToolboxsOwnOutput() {
        NnSeries kept = keptByTheToolbox(Golden.intervalsMillis("nsr2db-nsr001-first2h"));
        HrvAnalyser analyser = new HrvAnalyser(AnalysisRules.COMPUTABLE.withEntropyTolerance(0.15));
        Map<String, List<Double>> errors = new TreeMap<>();
        List<String[]> windows = Golden.rows("nsr2db-nsr001-first2h/windows.csv");
        assertThat(windows).hasSize(231);
        for (String[] window : windows) {
            Map<String, Double> theirs = new TreeMap<>();
            for (int i = 0; i < COLUMNS.size(); i++) {
                theirs.put(COLUMNS.get(i), Double.parseDouble(window[i]));
            }
            HrvReport ours =
                    analyser.analyse(
                            between(
                                    kept,
                                    Double.parseDouble(window[0]),
                                    Double.parseDouble(window[1])),
                            300,
                            1,
                            0);
            compare(errors, ours, Metric.MEAN_NN, theirs, "NNmean");
            compare(errors, ours, Metric.SDNN, theirs, "SDNN");
            compare(errors, ours, Metric.RMSSD, theirs, "RMSSD");
            compare(errors, ours, Metric.SD1, theirs, "SD1");
            compare(errors, ours, Metric.SD2, theirs, "SD2");
            compare(errors, ours, Metric.LOMB_LF_HF, theirs, "lfhf");
            compare(errors, ours, Metric.SAMPEN, theirs, "SampEn");
        }
        for (String exact : List.of("NNmean", "SDNN", "RMSSD", "SD1", "SD2")) {
            assertThat(
                            errors.getOrDefault(exact, List.of()).stream()
                                    .filter(e -> e <= 1e-5)
                                    .count())
                    .as(exact)
                    .isGreaterThanOrEqualTo(229);
            assertThat(worst(errors.getOrDefault(exact, List.of()))).as(exact).isLessThan(0.0016);
        }
        assertThat(median(errors.getOrDefault("lfhf", List.of()))).isLessThan(0.0028);
        assertThat(worst(errors.getOrDefault("lfhf", List.of()))).isLessThan(0.018);
        assertThat(median(errors.getOrDefault("SampEn", List.of()))).isLessThan(0.0017);
        assertThat(worst(errors.getOrDefault("SampEn", List.of()))).isLessThan(0.0066);
    }

    private static void compare(
            Map<String, List<Double>> errors,
            HrvReport ours,
            Metric metric,
            Map<String, Double> theirs,
            String name) {
        double expected = theirs.getOrDefault(name, Double.NaN);
        double error = Math.abs(ours.value(metric).orElseThrow() / expected - 1);
        errors.computeIfAbsent(name, n -> new ArrayList<>()).add(error);
    }

    private static double worst(List<Double> errors) {
        return errors.stream().mapToDouble(e -> e).max().orElseThrow();
    }

    private static double median(List<Double> errors) {
        return errors.stream().sorted().toList().get(errors.size() / 2);
    }

    private static NnSeries between(NnSeries nn, double from, double to) {
        int begin = 0;
        while (begin < nn.size() && nn.endSeconds(begin) < from) {
            begin++;
        }
        int end = begin;
        while (end < nn.size() && nn.endSeconds(end) < to) {
            end++;
        }
        return nn.slice(begin, end);
    }

    /** Its own rules of cleaning; its pairs are whatever is left next to each other. */
    private static NnSeries keptByTheToolbox(double[] millis) {
        NnSeries.Builder kept = new NnSeries.Builder();
        double at = 0;
        for (int i = 0; i < millis.length; i++) {
            at += millis[i];
            boolean strange = isFar(millis, i, -1) && isFar(millis, i, 1);
            if (!strange && millis[i] >= 375 && millis[i] <= 2000) {
                kept.append(at / 1000, millis[i], true);
            }
        }
        return kept.build();
    }

    private static boolean isFar(double[] millis, int i, int direction) {
        List<Double> near = new ArrayList<>();
        for (int k = 1; k <= 5; k++) {
            int j = i + direction * k;
            if (j >= 0 && j < millis.length) {
                near.add(millis[j]);
            }
        }
        if (near.isEmpty()) {
            return false;
        }
        near.sort(null);
        int half = near.size() / 2;
        double median =
                near.size() % 2 == 1 ? near.get(half) : (near.get(half - 1) + near.get(half)) / 2;
        return Math.abs(millis[i] / median - 1) >= 0.2;
    }
}
