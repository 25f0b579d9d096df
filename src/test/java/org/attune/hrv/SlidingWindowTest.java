package org.attune.hrv;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Random;
import org.attune.beat.Beat;
import org.attune.beat.Verdict;
import org.attune.sensor.RrInterval;
import org.attune.time.SessionTime;
import org.junit.jupiter.api.Test;

class SlidingWindowTest {
    private static final WindowPlan PLAN = WindowPlan.DEFAULT;

    private final SlidingWindow window = new SlidingWindow(PLAN);
    private long ordinal;
    private double at;

    @Test
    void aWindowFullOfNormalBeatsIsCoveredWhole() {
        beats(70, 1000, Verdict.NORMAL);
        HrvReading reading = window.read(SessionTime.ofSeconds(70));
        assertThat(reading.quality().coverage()).isEqualTo(1);
        assertThat(reading.quality().beats()).isEqualTo(30);
        assertThat(reading.rate().beats()).isEqualTo(15);
        assertThat(reading.variability().beats()).isEqualTo(60);
        assertThat(reading.quality().artefactShare()).isZero();
        assertThat(reading.heartRateBpm()).hasValue(60);
        assertThat(reading.variability().features().rmssdMillis()).hasValue(0);
    }

    @Test
    void whatArtefactsLivedThroughIsNotCovered() {
        beats(40, 1000, Verdict.NORMAL);
        beats(6, 1000, Verdict.MISSED);
        beats(24, 1000, Verdict.NORMAL);
        HrvReading reading = window.read(SessionTime.ofSeconds(70));
        assertThat(reading.quality().coverage()).isCloseTo(24 / 30.0, within(1e-9));
        assertThat(reading.quality().artefactShare()).isCloseTo(6 / 30.0, within(1e-9));
        assertThat(reading.rate().artefactShare()).isZero();
    }

    @Test
    void aBeatThatBeganBeforeTheWindowCoversOnlyItsPartOfIt() {
        beats(20, 1000, Verdict.NORMAL);
        at += 29.4; // A hole, until half a second into a beat that ends at 50.4 s.
        ordinal++;
        beats(1, 1000, Verdict.NORMAL);
        HrvReading reading = window.read(SessionTime.ofSeconds(at));
        // Windows end at 50.4 s. Quality from 20.4 s: one second of thirty.
        assertThat(reading.quality().coverage()).isCloseTo(1 / 30.0, within(1e-9));
        assertThat(reading.quality().beats()).isOne();
    }

    @Test
    void inSilenceTheWindowMovesOnFiveSecondsBehindAndItsCoverageFalls() {
        beats(60, 1000, Verdict.NORMAL);
        double last = 2;
        for (int silent = 0; silent <= 40; silent++) {
            HrvWindow quality = window.read(SessionTime.ofSeconds(60 + silent)).quality();
            double expected = Math.max(0, 30 - Math.max(0, silent - 5)) / 30.0;
            assertThat(quality.coverage()).as("%d s", silent).isCloseTo(expected, within(1e-9));
            assertThat(quality.coverage()).isLessThanOrEqualTo(last);
            last = quality.coverage();
        }
        assertThat(window.read(SessionTime.ofSeconds(100)).heartRateBpm()).isEmpty();
        HrvReading muchLater = window.read(SessionTime.ofSeconds(1000));
        assertThat(muchLater.quality().coverage()).isZero();
        assertThat(muchLater.heartRateBpm()).isEmpty();
    }

    @Test
    void aYoungSessionIsMeasuredByTheTimeThereWas() {
        at = 100;
        beats(10, 1000, Verdict.NORMAL);
        HrvReading reading = window.read(SessionTime.ofSeconds(110));
        assertThat(reading.quality().from()).isEqualTo(SessionTime.ofSeconds(100));
        assertThat(reading.quality().coverage()).isEqualTo(1);
        assertThat(reading.variability().features().rmssdMillis())
                .as("ten beats are no minute")
                .isEmpty();
    }

    @Test
    void beforeTheFirstBeatThereIsNothing() {
        HrvReading reading = window.read(SessionTime.ofSeconds(3));
        assertThat(reading.quality().coverage()).isZero();
        assertThat(reading.quality().beats()).isZero();
        assertThat(reading.heartRateBpm()).isEmpty();
    }

    @Test
    void aSensorThatReportsARateOnlyHasARateAndNoVariability() {
        Random random = new Random(1);
        for (int i = 1; i <= 60; i++) {
            window.addReportedRate(SessionTime.ofSeconds(i + 0.3 * random.nextDouble()), 72);
            HrvReading reading = window.read(SessionTime.ofSeconds(i + 0.5));
            assertThat(reading.variability().features()).isEqualTo(HrvFeatures.NONE);
            if (i > 5) {
                assertThat(reading.quality().coverage()).as("%d s", i).isGreaterThan(0.9);
                assertThat(reading.heartRateBpm()).hasValue(72);
            }
        }
        HrvReading silent = window.read(SessionTime.ofSeconds(75));
        assertThat(silent.quality().coverage()).isCloseTo(0.5, within(0.05));
        assertThat(window.read(SessionTime.ofSeconds(200)).heartRateBpm()).isEmpty();
    }

    @Test
    void aStrapThatFellSilentIsNotReplacedByItsOwnAveragedRate() {
        beats(60, 1000, Verdict.NORMAL);
        for (int i = 61; i < 300; i++) {
            window.addReportedRate(SessionTime.ofSeconds(i), 60);
        }
        HrvReading reading = window.read(SessionTime.ofSeconds(300));
        assertThat(reading.heartRateBpm()).isEmpty();
        assertThat(reading.quality().coverage()).isZero();
    }

    @Test
    void rmssdNeedsItsPairsAndHalfItsWindow() {
        beats(29, 1000, Verdict.NORMAL);
        assertThat(rmssdAt(29)).isFalse();
        beats(1, 1000, Verdict.NORMAL);
        assertThat(rmssdAt(30)).isTrue();
    }

    @Test
    void everySecondBeatNormalGivesARateButNoRmssd() {
        for (int i = 0; i < 35; i++) {
            beats(1, 1000, Verdict.NORMAL);
            beats(1, 900, Verdict.ECTOPIC);
        }
        HrvReading reading = window.read(SessionTime.ofSeconds(at));
        assertThat(reading.variability().coverage()).isGreaterThan(0.5);
        assertThat(reading.heartRateBpm()).isPresent();
        assertThat(reading.variability().features().rmssdMillis()).isEmpty();
    }

    @Test
    void noWindowShowsAFeatureThatItsCoverageDoesNotCarry() {
        for (long seed = 0; seed < 100; seed++) {
            Random random = new Random(seed);
            SlidingWindow random1 = new SlidingWindow(PLAN);
            double bad = random.nextDouble();
            double time = 0;
            long number = 0;
            for (int i = 0; i < 250; i++) {
                double rr = 500 + 700 * random.nextDouble();
                time += rr / 1000;
                if (random.nextInt(40) == 0) {
                    time += 12 * random.nextDouble();
                    number++;
                }
                Verdict verdict = random.nextDouble() < bad ? Verdict.SHORT : Verdict.NORMAL;
                random1.add(beat(++number, time, rr, verdict));
                HrvReading reading = random1.read(SessionTime.ofSeconds(time + random.nextInt(3)));
                for (HrvWindow each :
                        new HrvWindow[] {
                            reading.rate(), reading.quality(), reading.variability()
                        }) {
                    if (each.coverage() < PLAN.leastCoverage()) {
                        assertThat(each.features()).as("seed %d", seed).isEqualTo(HrvFeatures.NONE);
                    }
                }
                if (reading.rate().coverage() < PLAN.leastCoverage()) {
                    assertThat(reading.heartRateBpm()).as("seed %d", seed).isEmpty();
                }
            }
        }
    }

    private boolean rmssdAt(double seconds) {
        return window.read(SessionTime.ofSeconds(seconds))
                .variability()
                .features()
                .rmssdMillis()
                .isPresent();
    }

    private void beats(int count, double millis, Verdict verdict) {
        for (int i = 0; i < count; i++) {
            at += millis / 1000;
            window.add(beat(++ordinal, at, millis, verdict));
        }
    }

    private static Beat beat(long ordinal, double at, double millis, Verdict verdict) {
        return new Beat(ordinal, SessionTime.ofSeconds(at), RrInterval.ofMillis(millis), verdict);
    }
}
