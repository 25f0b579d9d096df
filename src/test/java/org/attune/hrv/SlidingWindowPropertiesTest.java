package org.attune.hrv;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.OptionalDouble;
import java.util.Random;
import org.attune.beat.Beat;
import org.attune.beat.Verdict;
import org.attune.sensor.RrInterval;
import org.attune.time.SessionTime;
import org.junit.jupiter.api.Test;

class SlidingWindowPropertiesTest {
    private static final WindowPlan PLAN = new WindowPlan(10, 60, 300, 0.3, 5);
    private static final double LEAST_SPAN_NANOS = 1e9;

    @Test
    void everyReadingIsWhatRecomputationGives() {
        int carried = 0;
        for (int seed = 0; seed < 60; seed++) {
            Random random = new Random(seed);
            SlidingWindow window = new SlidingWindow(PLAN);
            BeatCourse course = new BeatCourse(seed);
            BeatLog log = new BeatLog();
            for (int i = 0; i < 1_500; i++) {
                course.next();
                log.add(course);
                window.add(beat(course));
                if (random.nextInt(3) == 0) {
                    // At times later than the next beat, so that the next reading lies before.
                    long now = course.at + random.nextInt(9) * 1_000_000_000L;
                    HrvReading reading = window.read(new SessionTime(now));
                    String where = "seed " + seed + " beat " + i;
                    same(where, reading.rate(), log);
                    same(where, reading.quality(), log);
                    same(where, reading.variability(), log);
                    carried += reading.variability().features().rmssdMillis().isPresent() ? 1 : 0;
                }
            }
        }
        assertThat(carried).isGreaterThan(10_000);
    }

    private static Beat beat(BeatCourse course) {
        return new Beat(
                course.ordinal,
                new SessionTime(course.at),
                new RrInterval(course.interval),
                course.normal ? Verdict.NORMAL : Verdict.SHORT);
    }

    private static void same(String where, HrvWindow window, BeatLog log) {
        long from = window.from().nanos();
        long to = window.to().nanos();
        Recomputed expected = new Recomputed(log, from, to);
        double span = Math.max(LEAST_SPAN_NANOS, (double) (to - from));
        assertThat(window.coverage())
                .as(where)
                .isCloseTo(Math.min(1, (double) expected.covered / span), within(1e-12));
        assertThat(window.artefactShare()).as(where).isEqualTo(expected.artefactShare);
        if (window.coverage() < PLAN.leastCoverage()) {
            assertThat(window.features()).as(where).isEqualTo(HrvFeatures.NONE);
            return;
        }
        near(where, window.features().meanNnMillis(), expected.mean());
        near(where, window.features().medianNnMillis(), expected.median());
        if (window.features().rmssdMillis().isPresent()) {
            assertThat(expected.pairs()).as(where).isGreaterThanOrEqualTo(PLAN.leastPairs());
            near(where, window.features().rmssdMillis(), expected.rmssd());
            near(where, window.features().sdnnMillis(), expected.sdnn());
            double percent = 100.0 * expected.above(50) / expected.pairs();
            near(where, window.features().pnn50Percent(), percent);
        }
    }

    private static void near(String where, OptionalDouble actual, double expected) {
        assertThat(actual.orElse(Double.NaN)).as(where).isCloseTo(expected, within(1e-9));
    }
}
