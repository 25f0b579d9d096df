package org.attune.hrv;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;

class HrvPropertiesTest {
    private final HrvAnalyser analyser = new HrvAnalyser(AnalysisRules.COMPUTABLE);

    @Test
    void similarPairsAreCountedExactlyAsTheDefinitionCountsThem() {
        SampleEntropy entropy = new SampleEntropy();
        for (long seed = 0; seed < 300; seed++) {
            Random random = new Random(seed);
            NnSeries nn = anySeries(random, 3 + random.nextInt(seed < 280 ? 400 : 3000));
            double tolerance = random.nextInt(4) == 0 ? 0 : 30 * random.nextDouble();
            if (random.nextInt(3) == 0 && nn.size() > 4) {
                tolerance = Math.abs(nn.millis(0) - nn.millis(3)); // Exactly at the limit.
            }
            long two = 0;
            long three = 0;
            for (int i = 0; i < nn.size() - 2; i++) {
                for (int j = i + 1; j < nn.size() - 2; j++) {
                    if (isWhole(nn, i) && isWhole(nn, j) && alike(nn, i, j, 2, tolerance)) {
                        two++;
                        three += alike(nn, i, j, 3, tolerance) ? 1 : 0;
                    }
                }
            }
            for (boolean bySets : new boolean[] {false, true}) {
                entropy.count(nn, tolerance, bySets);
                assertThat(entropy.ofTwo()).as("B, seed %d, %b", seed, bySets).isEqualTo(two);
                assertThat(entropy.ofThree()).as("A, seed %d, %b", seed, bySets).isEqualTo(three);
            }
        }
    }

    private static boolean isWhole(NnSeries nn, int i) {
        return nn.followsPrevious(i + 1) && nn.followsPrevious(i + 2);
    }

    private static boolean alike(NnSeries nn, int i, int j, int length, double tolerance) {
        for (int k = 0; k < length; k++) {
            if (!(Math.abs(nn.millis(i + k) - nn.millis(j + k)) <= tolerance)) {
                return false;
            }
        }
        return true;
    }

    /** Real numbers or ties, with gaps or without. */
    private static NnSeries anySeries(Random random, int size) {
        double grain = random.nextBoolean() ? 0 : 1 + 8 * random.nextDouble();
        boolean gaps = random.nextBoolean();
        NnSeries.Builder builder = new NnSeries.Builder(1);
        double at = 0;
        for (int i = 0; i < size; i++) {
            double millis = 800 + 50 * random.nextGaussian();
            if (grain > 0) {
                millis = Math.rint(millis / grain) * grain;
            }
            boolean gap = gaps && random.nextInt(12) == 0;
            at += millis / 1000 + (gap ? 3 * random.nextDouble() : 0);
            builder.append(at, millis, !gap);
        }
        return builder.build();
    }

    @Test
    void addingTheSameToEveryIntervalLeavesVariationAlone() {
        for (long seed = 0; seed < 50; seed++) {
            Random random = new Random(seed);
            double[] millis = anySeries(random, 80 + random.nextInt(300)).millis();
            double[] moved = millis.clone();
            for (int i = 0; i < moved.length; i++) {
                moved[i] += 128; // Exact in binary, so that nothing is rounded anew.
            }
            HrvReport before = report(NnSeries.asIs(millis));
            HrvReport after = report(NnSeries.asIs(moved));
            for (Metric metric :
                    Set.of(
                            Metric.SDNN,
                            Metric.RMSSD,
                            Metric.SDSD,
                            Metric.SD1,
                            Metric.SD2,
                            Metric.DFA_A1,
                            Metric.DFA_A1_OVERLAP50)) {
                same(seed, metric, after, before, 1, 1e-9);
            }
        }
    }

    @Test
    void intervalsTwiceAsLongAtTheSameInstantsHaveTwiceTheVariation() {
        for (long seed = 0; seed < 50; seed++) {
            Random random = new Random(seed);
            NnSeries nn = anySeries(random, 80 + random.nextInt(300));
            NnSeries.Builder scaled = new NnSeries.Builder();
            for (int i = 0; i < nn.size(); i++) { // The beats stay where they are in time.
                scaled.append(nn.endSeconds(i), 2 * nn.millis(i), nn.followsPrevious(i));
            }
            HrvReport before = report(nn);
            HrvReport after = report(scaled.build());
            for (Metric metric : Metric.values()) {
                String unit = metric.unit();
                if (metric.family() == Metric.Family.LOMB
                        || metric.family() == Metric.Family.WELCH) {
                    same(seed, metric, after, before, unit.equals("ms²") ? 4 : 1, 1e-9);
                } else if (unit.equals("ms")) {
                    same(seed, metric, after, before, 2, 1e-9);
                } else if (metric.family() == Metric.Family.ENTROPY
                        || metric.family() == Metric.Family.FRACTAL
                        || metric.family() == Metric.Family.BREATHING) {
                    same(seed, metric, after, before, 1, 1e-9);
                }
            }
        }
    }

    private static void same(
            long seed, Metric metric, HrvReport a, HrvReport b, double factor, double tolerance) {
        assertThat(a.refusal(metric)).as("%s, seed %d", metric, seed).isEqualTo(b.refusal(metric));
        if (b.value(metric).isEmpty()) {
            return; // Nothing similar, or no stretch between gaps is long enough.
        }
        double expected = factor * b.value(metric).orElseThrow();
        assertThat(a.value(metric).orElseThrow())
                .as("%s, seed %d", metric.code(), seed)
                .isCloseTo(expected, within(tolerance * Math.abs(expected)));
    }

    @Test
    void lombEqualsItsDefinitionAtUnequalTimesWithGaps() {
        for (long seed = 0; seed < 12; seed++) {
            Random random = new Random(seed);
            NnSeries nn = anySeries(random, 20 + random.nextInt(400));
            Spectrum spectrum = new Spectrum();
            assertThat(new Lomb(new Fft()).analyse(nn, spectrum)).isTrue();
            double total = 0;
            double worst = 0;
            for (int k = 1; k * spectrum.step() < Spectrum.END; k++) {
                double expected = lomb(nn, k * spectrum.step());
                total += expected;
                worst = Math.max(worst, Math.abs(spectrum.density(k) - expected));
            }
            assertThat(worst / total).as("seed %d", seed).isLessThan(1e-10);
        }
    }

    private static double lomb(NnSeries nn, double hertz) {
        double mean = TimeDomain.meanNn(nn).orElseThrow();
        double w = 2 * Math.PI * hertz;
        double begin = nn.endSeconds(0);
        double sines = 0;
        double cosines = 0;
        for (int i = 0; i < nn.size(); i++) {
            sines += Math.sin(2 * w * (nn.endSeconds(i) - begin));
            cosines += Math.cos(2 * w * (nn.endSeconds(i) - begin));
        }
        double tau = Math.atan2(sines, cosines) / (2 * w);
        double yc = 0;
        double ys = 0;
        double cc = 0;
        double ss = 0;
        for (int i = 0; i < nn.size(); i++) {
            double angle = w * (nn.endSeconds(i) - begin - tau);
            yc += (nn.millis(i) - mean) * Math.cos(angle);
            ys += (nn.millis(i) - mean) * Math.sin(angle);
            cc += Math.cos(angle) * Math.cos(angle);
            ss += Math.sin(angle) * Math.sin(angle);
        }
        double seconds = nn.endSeconds(nn.size() - 1) - begin;
        return (yc * yc / cc + ys * ys / ss) * seconds / nn.size();
    }

    @Test
    void anAnalyserThatHasSeenOtherWindowsAnswersLikeAFreshOne() {
        for (long seed = 0; seed < 30; seed++) {
            NnSeries nn = anySeries(new Random(seed), 20 + new Random(seed).nextInt(1500));
            HrvReport used = report(nn);
            HrvReport fresh = new HrvAnalyser(AnalysisRules.COMPUTABLE).analyse(nn, 60, 1, 0);
            for (Metric metric : Metric.values()) {
                assertThat(used.value(metric))
                        .as("%s, %d", metric, seed)
                        .isEqualTo(fresh.value(metric));
                assertThat(used.refusal(metric)).isEqualTo(fresh.refusal(metric));
            }
        }
    }

    @Test
    void aSliceIsTheSeriesOfItsIntervals() {
        NnSeries all = anySeries(new Random(5), 500);
        NnSeries slice = all.slice(100, 300);
        NnSeries.Builder copy = new NnSeries.Builder();
        for (int i = 100; i < 300; i++) {
            copy.append(all.endSeconds(i), all.millis(i), all.followsPrevious(i));
        }
        assertThat(slice.pairs()).isEqualTo(copy.build().pairs());
        assertThat(slice.millis()).isEqualTo(copy.build().millis());
        HrvReport ofSlice = report(slice);
        HrvReport ofCopy = report(copy.build());
        for (Metric metric : Metric.values()) {
            assertThat(ofSlice.value(metric)).as(metric.code()).isEqualTo(ofCopy.value(metric));
        }
    }

    private HrvReport report(NnSeries nn) {
        return analyser.analyse(nn, 60, 1, 0);
    }
}
