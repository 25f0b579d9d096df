package org.attune.hrv;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Map;
import java.util.TreeMap;
import org.attune.testkit.Golden;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TimeDomainGoldenTest {
    @ParameterizedTest
    @ValueSource(strings = {"synth-60s", "synth-300s", "pyhrv-short", "pyhrv-long", "rhenan-rest"})
    void everyMeasureEqualsTheReference(String name) {
        NnSeries nn = NnSeries.asIs(Golden.intervalsMillis(name));
        Map<String, Double> ours = new TreeMap<>();
        ours.put("mean_nn_ms", TimeDomain.meanNn(nn).orElseThrow());
        ours.put("median_nn_ms", TimeDomain.medianNn(nn).orElseThrow());
        ours.put("mean_hr_bpm", TimeDomain.meanHeartRate(nn).orElseThrow());
        ours.put("sdnn_ms", TimeDomain.sdnn(nn).orElseThrow());
        ours.put("rmssd_ms", TimeDomain.rmssd(nn).orElseThrow());
        ours.put("ln_rmssd", TimeDomain.lnRmssd(nn).orElseThrow());
        ours.put("sdsd_ms", TimeDomain.sdsd(nn).orElseThrow());
        ours.put("nn50", (double) TimeDomain.countAbove(nn, 50));
        ours.put("pnn50_percent", TimeDomain.percentAbove(nn, 50).orElseThrow());
        ours.put("pnn20_percent", TimeDomain.percentAbove(nn, 20).orElseThrow());
        ours.put("sd1_ms", TimeDomain.sd1(nn).orElseThrow());
        ours.put("sd2_ms", TimeDomain.sd2(nn).orElseThrow());

        Map<String, Double> expected = Golden.expected(name);
        assertThat(ours.keySet()).containsExactlyInAnyOrderElementsOf(expected.keySet());
        expected.forEach(
                (measure, value) ->
                        assertThat(ours.get(measure))
                                .as("%s of %s", measure, name)
                                .isCloseTo(value, within(1e-9 * Math.abs(value))));
    }

    @Test
    void aSeriesTooShortForAMeasureHasNone() {
        NnSeries none = NnSeries.asIs(new double[0]);
        assertThat(TimeDomain.meanNn(none)).isEmpty();
        assertThat(TimeDomain.medianNn(none)).isEmpty();
        assertThat(TimeDomain.meanHeartRate(none)).isEmpty();
        assertThat(TimeDomain.percentAbove(none, 50)).isEmpty();

        NnSeries one = NnSeries.asIs(new double[] {800});
        assertThat(TimeDomain.meanNn(one)).hasValue(800);
        assertThat(TimeDomain.sdnn(one)).isEmpty();
        assertThat(TimeDomain.rmssd(one)).isEmpty();

        NnSeries two = NnSeries.asIs(new double[] {800, 820});
        assertThat(TimeDomain.sdnn(two)).isPresent();
        assertThat(TimeDomain.rmssd(two)).hasValue(20);
        assertThat(TimeDomain.sdsd(two)).isEmpty();
        assertThat(TimeDomain.sd1(two)).isEmpty();
        assertThat(TimeDomain.sd2(two)).isEmpty();
    }

    @Test
    void aFlatHeartHasNoVariabilityAndNoLogarithmOfIt() {
        NnSeries flat = NnSeries.asIs(new double[] {800, 800, 800, 800});
        assertThat(TimeDomain.rmssd(flat)).hasValue(0);
        assertThat(TimeDomain.lnRmssd(flat)).isEmpty();
        assertThat(TimeDomain.sdnn(flat)).hasValue(0);
    }

    @Test
    void aDifferenceOfExactlyTheLimitIsNotAbove() {
        NnSeries nn = NnSeries.asIs(new double[] {800, 850, 800, 851});
        assertThat(TimeDomain.countAbove(nn, 50)).isOne();
    }
}
