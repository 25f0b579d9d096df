package org.attune.hrv;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.attune.beat.Beat;
import org.attune.beat.Verdict;
import org.attune.sensor.RrInterval;
import org.attune.time.SessionTime;
import org.junit.jupiter.api.Test;

class SteppedSpansTest {
    private static Beat beat(long ordinal, double at, double millis) {
        return new Beat(
                ordinal, SessionTime.ofSeconds(at), RrInterval.ofMillis(millis), Verdict.NORMAL);
    }

    @Test
    void aWindowIsHandedOnAsSoonAsABeatLiesBeyondItsEnd() {
        List<HrvSpan> spans = new ArrayList<>();
        SteppedSpans stepped = new SteppedSpans(10, 5, spans::add);
        for (int i = 1; i <= 10; i++) {
            stepped.add(beat(i, i, 1000));
        }
        assertThat(spans).isEmpty();
        stepped.add(beat(11, 11, 1000));
        assertThat(spans).hasSize(1);
        assertThat(spans.get(0).nn().size()).isEqualTo(10);
        assertThat(spans.get(0).coverage()).isEqualTo(1);
        for (int i = 12; i <= 15; i++) {
            stepped.add(beat(i, i, 1000));
        }
        assertThat(spans).hasSize(1);
        stepped.finish();
        assertThat(spans).extracting(HrvSpan::toSeconds).containsExactly(10.0, 15.0);
    }

    @Test
    void everyWindowHoldsItsBeatsWhateverLengthAndStep() {
        for (int seed = 0; seed < 300; seed++) {
            Random random = new Random(seed);
            double length = 1 + random.nextInt(60);
            double step = 1 + random.nextInt(90);
            BeatCourse course = new BeatCourse(seed);
            BeatLog log = new BeatLog();
            List<HrvSpan> spans = new ArrayList<>();
            SteppedSpans stepped = new SteppedSpans(length, step, spans::add);
            long begin = 0;
            for (int i = 0; i < 500; i++) {
                course.next();
                log.add(course);
                begin = i == 0 ? course.at - course.interval : begin;
                stepped.add(
                        new Beat(
                                course.ordinal,
                                new SessionTime(course.at),
                                new RrInterval(course.interval),
                                course.normal ? Verdict.NORMAL : Verdict.LONG));
            }
            stepped.finish();
            double passed = (course.at - begin) / 1e9;
            int expectedCount = passed < length ? 0 : 1 + (int) ((passed - length + 1e-6) / step);
            assertThat(spans).as("seed %d", seed).hasSize(expectedCount);
            for (int i = 0; i < spans.size(); i++) {
                long from = begin + Math.round(i * step * 1e9);
                long to = from + Math.round(length * 1e9);
                same("seed " + seed + " window " + i, spans.get(i), new Recomputed(log, from, to));
            }
        }
    }

    private static void same(String where, HrvSpan span, Recomputed expected) {
        assertThat(span.nn().size()).as(where).isEqualTo(expected.intervals());
        assertThat(span.nn().pairs()).as(where).isEqualTo(expected.pairs());
        assertThat(span.artefactShare()).as(where).isEqualTo(expected.artefactShare);
        assertThat(span.coverage())
                .as(where)
                .isCloseTo(expected.covered / 1e9 / span.seconds(), within(1e-9));
        double mean = TimeDomain.meanNn(span.nn()).orElse(Double.NaN);
        if (!Double.isNaN(mean)) {
            assertThat(mean).as(where).isCloseTo(expected.mean(), within(1e-9));
        }
    }

    @Test
    void aWholeRecordingIsMeasuredFromItsFirstIntervalToItsLastBeat() {
        WholeSpan whole = new WholeSpan();
        whole.add(beat(1, 0.5, 1000));
        whole.add(beat(2, 1.5, 1000));
        whole.add(new Beat(3, SessionTime.ofSeconds(2), RrInterval.ofMillis(500), Verdict.EXTRA));
        whole.add(beat(5, 3.5, 1000));
        HrvSpan span = whole.span();
        assertThat(span.fromSeconds()).isEqualTo(-0.5);
        assertThat(span.toSeconds()).isEqualTo(3.5);
        assertThat(span.coverage()).isEqualTo(0.75);
        assertThat(span.artefactShare()).isEqualTo(0.25);
        assertThat(span.nn().pairs()).isOne();
    }

    @Test
    void lengthsThatCannotBeAreRefused() {
        for (double wrong : new double[] {0, -1, Double.NaN, Double.POSITIVE_INFINITY, 1e12}) {
            assertThatThrownBy(() -> new SteppedSpans(wrong, 1, span -> {}))
                    .isInstanceOf(IllegalArgumentException.class);
            assertThatThrownBy(() -> new SteppedSpans(1, wrong, span -> {}))
                    .isInstanceOf(IllegalArgumentException.class);
        }
    }
}
