package org.attune.regulation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.attune.regulation.RegulationState.LEARNING;
import static org.attune.regulation.RegulationState.UNKNOWN;

import java.util.Random;
import java.util.function.DoubleSupplier;
import org.attune.sensor.SourceClass;
import org.attune.testkit.Golden;
import org.attune.testkit.Hearts;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** However full the windows are of older beats: without a newer one nothing is concluded. */
class NoBelievedBeatTest {
    private static final double MOST_SECONDS = 5;

    private final double[] recorded = Golden.intervalsMillis("nsr2db-nsr001-first2h");
    private int beat;

    /** Chance of every kind, in the middle of a recorded heart; half of it by fits and starts. */
    @ParameterizedTest
    @EnumSource(names = {"ECG", "OPTICAL", "UNKNOWN"})
    void afterFiveSecondsWithoutABelievedBeatNoStateIsShown(SourceClass source) {
        int silent = 0;
        for (long seed = 0; seed < 60; seed++) {
            Random random = Hearts.scrambled(seed);
            beat = random.nextInt(recorded.length);
            ToldHeart heart = new ToldHeart(source).beats(420, this::next);
            for (int i = 0; i < 4; i++) {
                heart.beats(30, fault(random)).beats(40, this::next);
            }
            for (ArousalEstimate each : heart.last(280)) {
                if (heart.sinceBelieved(each.at()) > MOST_SECONDS) {
                    silent++;
                    assertThat(each.state())
                            .as("seed %d at %s", seed, each.at())
                            .isIn(UNKNOWN, LEARNING);
                }
            }
        }
        assertThat(silent).isGreaterThan(1000);
    }

    private DoubleSupplier fault(Random random) {
        double least = 250 + 300 * random.nextDouble();
        double width = 200 + 1500 * random.nextDouble();
        boolean byFits = random.nextBoolean();
        return () ->
                byFits && random.nextInt(4) == 0
                        ? next()
                        : Math.min(2000, least + width * random.nextDouble());
    }

    private double next() {
        return recorded[beat++ % recorded.length];
    }

    /** Judging takes two more beats; in such a heart that alone is more than five seconds. */
    @ParameterizedTest
    @ValueSource(doubles = {34, 38, 42, 46, 52})
    void aSlowHeartIsNotTakenForSilence(double bpm) {
        Random random = new Random(5);
        double[] lived = {0};
        DoubleSupplier slow =
                () -> {
                    double breath = 0.05 * Math.sin(2 * Math.PI * 0.22 * lived[0]);
                    double millis = 60_000 / bpm * (1 + breath + 0.015 * random.nextGaussian());
                    lived[0] += millis / 1000;
                    return millis;
                };
        ToldHeart heart = new ToldHeart(SourceClass.ECG).beats(1200, slow);
        assertThat(heart.last(1100)).extracting(ArousalEstimate::state).doesNotContain(UNKNOWN);
    }
}
