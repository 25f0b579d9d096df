package org.attune.hrv;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.attune.hrv.Refusal.Reason;
import org.junit.jupiter.api.Test;

class HrvAnalyserTest {
    private final HrvAnalyser asIs = new HrvAnalyser(AnalysisRules.COMPUTABLE);
    private final HrvAnalyser strict = new HrvAnalyser(AnalysisRules.DEFAULT);

    @Test
    void aShortWindowIsToldWhatItCarriesAndSaysWhatItDoesNot() {
        HrvReport report = strict.analyse(waves(60, 25, 0.1, 30, 0.25), 60, 1, 0);
        for (Metric told :
                Set.of(Metric.MEAN_NN, Metric.RMSSD, Metric.SDNN, Metric.SD2, Metric.WELCH_HF)) {
            assertThat(report.value(told)).as(told.code()).isPresent();
            assertThat(report.refusal(told)).as(told.code()).isEmpty();
        }
        assertThat(sentence(report, Metric.WELCH_LF))
                .isEqualTo("needs 120 s, the window holds 60 s");
        assertThat(sentence(report, Metric.LOMB_VLF))
                .isEqualTo("needs 270 s, the window holds 60 s");
        assertThat(sentence(report, Metric.SAMPEN))
                .matches("needs 200 intervals, the window holds 7\\d");
    }

    @Test
    void artefactsSilenceSpectraBeforeTheTimeDomainAndRatesNever() {
        NnSeries nn = waves(300, 25, 0.1, 30, 0.25);
        HrvReport some = strict.analyse(nn, 300, 0.95, 0.051);
        assertThat(some.value(Metric.RMSSD)).isPresent();
        assertThat(sentence(some, Metric.WELCH_HF))
                .isEqualTo("allows 5 % artefacts, there are 5.1 %");
        HrvReport many = strict.analyse(nn, 300, 0.8499, 0.3);
        assertThat(many.value(Metric.MEAN_NN)).isPresent();
        assertThat(sentence(many, Metric.RMSSD))
                .isEqualTo("needs 85 % of the window in normal intervals, there are 84.9 %");
        HrvReport most = strict.analyse(nn, 300, 0.4, 0.3);
        assertThat(most.value(Metric.MEAN_NN)).isEmpty();
        assertThat(most.value(Metric.N)).hasValue(nn.size());
    }

    @Test
    void whatWasNotAskedForIsNotComputed() {
        HrvAnalyser few = new HrvAnalyser(AnalysisRules.COMPUTABLE, Set.of(Metric.RMSSD));
        HrvReport report = few.analyse(waves(60, 25, 0.1, 30, 0.25), 60, 1, 0);
        assertThat(report.value(Metric.RMSSD)).isPresent();
        assertThat(sentence(report, Metric.SDNN)).isEqualTo("was not asked for");
        assertThat(report.value(Metric.N)).isEmpty();
    }

    /** A wave of amplitude a has power a²/2, wherever it lies and by whichever method. */
    @Test
    void powerOfAWaveIsHalfItsAmplitudeSquared() {
        HrvReport report = asIs.analyse(waves(900, 25, 0.1, 30, 0.25), 900, 1, 0);
        assertThat(report.value(Metric.LOMB_LF).orElseThrow()).isCloseTo(312.5, within(3.0));
        assertThat(report.value(Metric.LOMB_HF).orElseThrow()).isCloseTo(450, within(5.0));
        // Welch's spline smooths fast waves a little and its window spreads them.
        assertThat(report.value(Metric.WELCH_LF).orElseThrow()).isCloseTo(312.5, within(6.0));
        assertThat(report.value(Metric.WELCH_HF).orElseThrow()).isCloseTo(450, within(16.0));
        assertThat(report.value(Metric.WELCH_LF_PEAK).orElseThrow()).isCloseTo(0.1, within(0.002));
        assertThat(report.value(Metric.LOMB_HF_PEAK).orElseThrow()).isCloseTo(0.25, within(0.001));
    }

    @Test
    void theBreathIsFoundWhereItIsFastSlowOrBesideWavesOfBloodPressure() {
        for (double perMinute : new double[] {10, 12, 15, 18, 24, 28}) {
            breathIsFound(waves(60, 15, 0.1, 25, perMinute / 60), perMinute, 0.6);
        }
        for (double perMinute : new double[] {4.5, 5, 6, 7, 8}) {
            breathIsFound(waves(60, 0, 0.1, 60, perMinute / 60), perMinute, 0.75);
        }
    }

    private void breathIsFound(NnSeries nn, double perMinute, double leastConfidence) {
        HrvReport report = strict.analyse(nn, 60, 1, 0);
        assertThat(report.value(Metric.BREATHING_RATE).orElseThrow())
                .as("%.1f a minute", perMinute)
                .isCloseTo(perMinute, within(0.35));
        assertThat(report.value(Metric.BREATHING_CONFIDENCE).orElseThrow())
                .as("%.1f a minute", perMinute)
                .isBetween(leastConfidence, 1.0);
    }

    @Test
    void noiseIsReadAsBreathWithLittleConfidence() {
        double sum = 0;
        for (long seed = 0; seed < 40; seed++) {
            Random random = new Random(seed);
            double[] millis = new double[75];
            for (int i = 0; i < millis.length; i++) {
                millis[i] = 800 + 30 * random.nextGaussian();
            }
            sum +=
                    asIs.analyse(NnSeries.asIs(millis), 60, 1, 0)
                            .value(Metric.BREATHING_CONFIDENCE)
                            .orElseThrow();
        }
        assertThat(sum / 40).isLessThan(0.45);
    }

    @Test
    void aLongGapIsLeftOutOfWelchAndAWindowOfGapsIsRefused() {
        NnSeries whole = waves(1200, 25, 0.1, 30, 0.25);
        NnSeries.Builder torn = new NnSeries.Builder();
        NnSeries.Builder rags = new NnSeries.Builder();
        for (int i = 0; i < whole.size(); i++) {
            double at = whole.endSeconds(i);
            if (at < 600 || at > 640) {
                torn.append(at, whole.millis(i), i > 0 && !(at > 640 && at < 641.2));
            }
            if (at % 100 < 90) {
                rags.append(at, whole.millis(i), i > 0 && at % 100 > 1.2);
            }
        }
        HrvReport report = strict.analyse(torn.build(), 1200, 0.96, 0);
        assertThat(report.value(Metric.WELCH_HF).orElseThrow()).isCloseTo(450, within(16.0));
        HrvReport ragged = strict.analyse(rags.build(), 1200, 0.9, 0);
        assertThat(sentence(ragged, Metric.WELCH_HF))
                .isEqualTo("every stretch of the window has a gap longer than 5 s");
        assertThat(ragged.value(Metric.LOMB_HF)).as("needs no resampling").isPresent();
    }

    @Test
    void noFigureIsTakenAcrossAGap() {
        NnSeries.Builder builder = new NnSeries.Builder();
        for (int i = 0; i < 400; i++) { // Flat but for a step at the gap.
            double millis = i < 200 ? 800 : 1000;
            builder.append(i + (i < 200 ? 0 : 3), millis, i != 200);
        }
        HrvReport report = asIs.analyse(builder.build(), 400, 1, 0);
        assertThat(report.value(Metric.RMSSD)).hasValue(0);
        assertThat(report.value(Metric.SD1)).hasValue(0);
        assertThat(report.value(Metric.PNN50)).hasValue(0);
    }

    @Test
    void aFlatHeartHasNoPowerAndNoRatioOfIt() {
        double[] flat = new double[300];
        Arrays.fill(flat, 801.3);
        HrvReport report = asIs.analyse(NnSeries.asIs(flat), 240, 1, 0);
        assertThat(report.value(Metric.WELCH_HF)).hasValue(0);
        assertThat(report.value(Metric.LOMB_TOTAL)).hasValue(0);
        assertThat(report.value(Metric.SAMPEN)).hasValue(0);
        for (Metric metric :
                Set.of(
                        Metric.WELCH_LF_HF,
                        Metric.LOMB_LF_NU,
                        Metric.DFA_A1,
                        Metric.LN_RMSSD,
                        Metric.STRESS_INDEX,
                        Metric.BREATHING_RATE)) {
            assertThat(report.refusal(metric).orElseThrow().reason())
                    .as(metric.code())
                    .isEqualTo(Reason.NO_VARIATION);
        }
    }

    @Test
    void theStressIndexFollowsItsFormula() {
        double[] millis = {760, 780, 790, 830, 900};
        HrvReport report = asIs.analyse(NnSeries.asIs(millis), 4, 1, 0);
        // Three of five in 750 to 800 ms; range 140 ms.
        assertThat(report.value(Metric.STRESS_INDEX).orElseThrow())
                .isCloseTo(60 / (2 * 0.775 * 0.14), within(1e-9));
    }

    @Test
    void whateverTheIntervalsEveryMetricHasAFiniteValueOrAReason() {
        for (NnSeries nn : oddities()) {
            for (HrvAnalyser analyser : List.of(asIs, strict)) {
                HrvReport report = analyser.analyse(nn, 300, 1, 0);
                for (Metric metric : Metric.values()) {
                    String name = metric.code() + " of " + nn.size();
                    assertThat(report.value(metric).isPresent())
                            .as(name)
                            .isNotEqualTo(report.refusal(metric).isPresent());
                    report.value(metric).ifPresent(value -> assertThat(value).as(name).isFinite());
                    report.refusal(metric)
                            .ifPresent(refusal -> assertThat(refusal.sentence()).isNotBlank());
                }
            }
        }
    }

    private static List<NnSeries> oddities() {
        double[] odd = {
            Double.NaN,
            0,
            -0.0,
            -800,
            Double.POSITIVE_INFINITY,
            Double.MIN_VALUE,
            Double.MAX_VALUE,
            1e6,
            1e-3,
            1e300,
            1e160,
            800,
            800,
            801,
            1e9
        };
        List<NnSeries> series = new ArrayList<>();
        for (double each : odd) {
            for (int size : new int[] {1, 2, 3, 4, 15, 16, 17, 75, 300}) {
                double[] same = new double[size];
                Arrays.fill(same, each);
                series.add(NnSeries.asIs(same));
                same[size - 1] = 800;
                series.add(NnSeries.asIs(same));
                same[0] = 900;
                series.add(NnSeries.asIs(same));
            }
        }
        series.add(NnSeries.asIs(new double[0]));
        for (long seed = 0; seed < 200; seed++) {
            Random random = new Random(seed);
            NnSeries.Builder builder = new NnSeries.Builder();
            int size = random.nextInt(40);
            double[] kinds = random.nextBoolean() ? odd : new double[] {1e6, 700, 800, 3, 5e5};
            boolean isUnsorted = random.nextBoolean();
            double at = 0;
            for (int i = 0; i < size; i++) {
                double millis = kinds[random.nextInt(kinds.length)];
                at += millis / 1000;
                builder.append(
                        isUnsorted ? 100 * random.nextGaussian() : at,
                        millis,
                        random.nextBoolean());
            }
            series.add(builder.build());
        }
        return series;
    }

    @Test
    void beatsOutOfOrderHaveNoSpectrum() {
        NnSeries.Builder builder = new NnSeries.Builder();
        for (int i = 0; i < 100; i++) {
            builder.append(i == 50 ? 1 : i, 900 + i % 7, true);
        }
        HrvReport report = asIs.analyse(builder.build(), 100, 1, 0);
        assertThat(report.refusal(Metric.LOMB_HF).orElseThrow().reason())
                .isEqualTo(Reason.NOT_IN_TIME);
        assertThat(report.value(Metric.RMSSD)).isPresent();
    }

    @Test
    void sharesAndLengthsOutsideTheirLimitsBreakTheContract() {
        NnSeries nn = NnSeries.asIs(new double[] {800, 810});
        assertThatThrownBy(() -> asIs.analyse(nn, Double.NaN, 1, 0))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> asIs.analyse(nn, 60, 1.1, 0))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> asIs.analyse(nn, 60, 1, -0.1))
                .isInstanceOf(IllegalArgumentException.class);
    }

    /** A heart at 75 a minute that swings in two waves, sampled where its beats fall. */
    private static NnSeries waves(
            double seconds, double a, double hertzA, double b, double hertzB) {
        List<Double> millis = new ArrayList<>();
        double at = 0;
        while (at < seconds) {
            double interval = 800;
            for (int i = 0; i < 20; i++) { // The interval is the wave's value where it ends.
                double end = at + interval / 1000;
                interval =
                        800
                                + a * Math.sin(2 * Math.PI * hertzA * end)
                                + b * Math.sin(2 * Math.PI * hertzB * end);
            }
            at += interval / 1000;
            millis.add(interval);
        }
        return NnSeries.asIs(millis.stream().mapToDouble(m -> m).toArray());
    }

    private static String sentence(HrvReport report, Metric metric) {
        return report.refusal(metric).orElseThrow().sentence();
    }

    @Test
    void moreIntervalsThanCanBeWaitedForAreRefusedSampleEntropyAlone() {
        NnSeries.Builder builder = new NnSeries.Builder();
        for (int i = 0; i <= 200_000; i++) {
            builder.append(0.8 * (i + 1), 790.0 + i * 7919L % 23, true);
        }
        HrvAnalyser entropyAndMean =
                new HrvAnalyser(AnalysisRules.DEFAULT, Set.of(Metric.SAMPEN, Metric.MEAN_NN));

        HrvReport report = entropyAndMean.analyse(builder.build(), 160_000, 1, 0);

        assertThat(report.refusal(Metric.SAMPEN).orElseThrow().sentence())
                .isEqualTo("is told of up to 200000 intervals, the window holds 200001");
        assertThat(report.value(Metric.MEAN_NN)).isPresent();
        assertThat(AnalysisRules.COMPUTABLE.mostBeats(Metric.SAMPEN)).isEqualTo(Integer.MAX_VALUE);
    }

    @Test
    void aSeriesStaysAsItWasBuiltWhateverIsAppendedLater() {
        NnSeries.Builder builder = new NnSeries.Builder(4);
        builder.append(0.8, 800, true).append(1.6, 810, true);
        NnSeries early = builder.build();
        for (int i = 0; i < 100; i++) {
            builder.append(2 + i, 500 + i, i % 2 == 0);
        }
        assertThat(early.millis()).containsExactly(800, 810);
        assertThat(early.pairs()).isEqualTo(1);
        assertThat(early.endSeconds(1)).isEqualTo(1.6);
        assertThat(builder.build().size()).isEqualTo(102);
    }
}
