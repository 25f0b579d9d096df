package org.attune.hrv;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;
import java.util.List;
import org.attune.beat.Beat;
import org.attune.beat.Verdict;
import org.attune.sensor.RrInterval;
import org.attune.testkit.Golden;
import org.attune.time.SessionTime;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RunningTimeDomainTest {
    private static final int INTERVALS_OF_A_DAY = 3;

    @Test
    void everyWindowHoldsWhatRecomputationHolds() {
        int compared = 0;
        for (int seed = 0; seed < 40; seed++) {
            compared += RunningChecks.feed(seed, 5_000, 7);
        }
        assertThat(compared).isGreaterThan(100_000);
    }

    @ParameterizedTest
    @ValueSource(strings = {"synth-300s", "pyhrv-long", "rhenan-rest"})
    void aWindowOverAllOfASeriesEqualsTheReference(String name) {
        RunningTimeDomain running = new RunningTimeDomain(List.of(86_400.0));
        long at = 0;
        long ordinal = 0;
        for (double millis : Golden.intervalsMillis(name)) {
            RrInterval interval = RrInterval.ofMillis(millis);
            at += interval.nanos();
            running.add(new Beat(++ordinal, new SessionTime(at), interval, Verdict.NORMAL));
        }
        RunningWindow all = running.window(0);
        assertThat(all.sdnn()).isCloseTo(Golden.expected(name).get("sdnn_ms"), within(1e-6));
        assertThat(all.rmssd()).isCloseTo(Golden.expected(name).get("rmssd_ms"), within(1e-6));
        assertThat(all.sd2()).isCloseTo(Golden.expected(name).get("sd2_ms"), within(1e-6));
        assertThat(all.medianNn())
                .isCloseTo(Golden.expected(name).get("median_nn_ms"), within(1e-6));
        assertThat(all.coverage()).isEqualTo(1);
    }

    @Test
    void aBeatTakesNoMemory() {
        RunningTimeDomain running = new RunningTimeDomain();
        // Made beforehand: the sine of some Javas takes memory.
        long[][] beats = new long[4][700_000];
        BeatCourse course = new BeatCourse(5);
        for (int i = 0; i < beats[0].length; i++) {
            course.next();
            beats[0][i] = course.ordinal;
            beats[1][i] = course.at;
            beats[2][i] = course.interval;
            beats[3][i] = course.normal ? 1 : 0;
        }
        double sink = 0;
        for (int i = 0; i < 200_000; i++) {
            sink += beatAndReadOut(running, beats, i);
        }
        ThreadMXBean thread = (ThreadMXBean) ManagementFactory.getThreadMXBean();
        long before = thread.getCurrentThreadAllocatedBytes();
        for (int i = 200_000; i < 700_000; i++) {
            sink += beatAndReadOut(running, beats, i);
        }
        long after = thread.getCurrentThreadAllocatedBytes();
        assertThat(after - before).as("bytes for half a million beats").isLessThan(1_024);
        assertThat(sink).isNotNaN();
    }

    private static double beatAndReadOut(RunningTimeDomain running, long[][] beats, int beat) {
        running.add(beats[0][beat], beats[1][beat], beats[2][beat], beats[3][beat] != 0);
        double sum = 0;
        for (int i = 0; i < running.size(); i++) {
            RunningWindow window = running.window(i);
            double all = window.meanNn() + window.medianNn() + window.meanHeartRate();
            all += window.sdnn() + window.rmssd() + window.lnRmssd() + window.sdsd();
            all += window.pnn50() + window.pnn20() + window.sd1() + window.sd2();
            sum += Double.isNaN(all) ? window.coverage() : all;
        }
        return sum;
    }

    @Test
    void whatAWindowDoesNotCarryIsNoNumber() {
        RunningTimeDomain running = new RunningTimeDomain();
        assertThat(running.window(0).meanNn()).isNaN();
        assertThat(running.window(0).medianNn()).isNaN();
        assertThat(running.window(0).meanHeartRate()).isNaN();
        assertThat(running.window(0).artefactShare()).isZero();
        running.add(1, 900_000_000, 800_000_000, true);
        assertThat(running.window(4).meanNn()).isEqualTo(800);
        assertThat(running.window(4).sdnn()).isNaN();
        running.add(2, 1_700_000_000, 800_000_000, true);
        assertThat(running.window(4).sdsd()).as("one pair has no spread").isNaN();
        assertThat(running.window(4).pnn50()).isZero();
        running.add(3, 2_500_000_000L, 800_000_000, true);
        assertThat(running.window(4).rmssd()).isZero();
        assertThat(running.window(4).lnRmssd()).isNaN();
    }

    @Test
    void noDifferenceIsTakenAcrossAGapOrAnArtefact() {
        RunningTimeDomain running = new RunningTimeDomain();
        running.add(1, 1_000_000_000L, 1_000_000_000L, true);
        running.add(2, 2_000_000_000L, 1_000_000_000L, true);
        running.add(4, 2_600_000_000L, 600_000_000L, true);
        assertThat(running.window(0).pairs()).isOne();
        running.add(5, 3_000_000_000L, 400_000_000L, false);
        running.add(6, 3_600_000_000L, 600_000_000L, true);
        assertThat(running.window(0).pairs()).isOne();
        assertThat(running.window(0).artefactShare()).isEqualTo(0.2);
    }

    @Test
    void intervalsOfAnySizeAreCountedExactly() {
        ExactSum sum = new ExactSum();
        long day = 86_400_000_000_000L;
        for (int i = 0; i < 200_000; i++) {
            sum.add(day - i % INTERVALS_OF_A_DAY);
        }
        assertThat(sum.mean()).isCloseTo((double) (day - 1), within(1.0));
        assertThat(sum.deviation()).isCloseTo(Math.sqrt(2 / 3.0), within(1e-5));
        for (int i = 0; i < 199_998; i++) {
            sum.remove(day - i % INTERVALS_OF_A_DAY);
        }
        sum.add(-3);
        sum.add(3);
        sum.remove(day);
        sum.remove(day - 1);
        assertThat(sum.mean()).isZero();
        assertThat(sum.deviation()).isEqualTo(Math.sqrt(18));
        assertThat(sum.rootMeanSquare()).isEqualTo(3);
    }

    @Test
    void aWindowThatHoldsMoreBeatsThanEverBeforeStillHoldsThemAll() {
        RunningTimeDomain running = new RunningTimeDomain(List.of(300.0));
        for (int i = 1; i <= 10_000; i++) {
            running.add(i, i * 1_000_000L, 1_000_000L + i % 7, true);
        }
        assertThat(running.window(0).intervals()).isEqualTo(10_000);
        assertThat(running.window(0).medianNn()).isEqualTo(1.000003);
        assertThat(running.window(0).nn50()).isZero();
    }

    @Test
    void beatsOutOfOrderAndImpossibleWindowsAreRefused() {
        RunningTimeDomain running = new RunningTimeDomain();
        running.add(1, 5, 5, true);
        assertThatThrownBy(() -> running.add(2, 4, 1, true))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new RunningTimeDomain(List.of(Double.NaN)))
                .isInstanceOf(IllegalArgumentException.class);
    }
}
