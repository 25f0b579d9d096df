package org.attune.hrv;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.function.DoubleSupplier;
import org.attune.testkit.Hearts;
import org.junit.jupiter.api.Test;

class RateFilterTest {
    private final RateFilter filter = new RateFilter();
    private double beatAt;
    private int second;

    @Test
    void followsAnEvenHeartWithinOnePercent() {
        for (double bpm : new double[] {38, 45, 60, 72, 90, 130, 170}) {
            RateFilterTest lab = new RateFilterTest();
            List<RateBelief> beliefs = lab.hear(60, () -> 60_000 / bpm);
            for (RateBelief each : beliefs.subList(10, 60)) {
                assertThat(each.bpm()).as("of %s", bpm).isCloseTo(bpm, within(0.01 * bpm));
            }
        }
    }

    @Test
    void followsAHeartThatBreathesWithinOnePercentOfItsMean() {
        for (long seed = 0; seed < 20; seed++) {
            double bpm = 50 + 4.0 * seed;
            Hearts.Heart heart = Hearts.steady(bpm).seeded(seed);
            RateFilterTest lab = new RateFilterTest();
            double mean =
                    lab.hear(300, () -> heart.next(lab.beatAt).toMillis()).stream()
                            .skip(30)
                            .mapToDouble(RateBelief::bpm)
                            .average()
                            .orElseThrow();
            assertThat(mean).as("seed %d", seed).isCloseTo(bpm, within(0.01 * bpm));
        }
    }

    @Test
    void followsAClimbOfFortyBeatsInAMinute() {
        hear(60, () -> 60_000 / 60.0);
        List<RateBelief> climb = hear(60, () -> 60_000 / (60 + 40 * (beatAt - 60) / 60));
        for (int i = 0; i < climb.size(); i++) {
            double truth = 60 + 40 * i / 60.0;
            assertThat(climb.get(i).bpm()).isCloseTo(truth, within(0.04 * truth));
        }
    }

    @Test
    void growsSurerWithEachOfTheFirstBeatsAndLessSureInSilence() {
        double before = filter.conclude().deviation();
        assertThat(before).as("nothing is known").isGreaterThan(0.4);
        for (int i = 0; i < 4; i++) {
            filter.hear(850);
            double after = filter.conclude().deviation();
            assertThat(after).isLessThan(before);
            before = after;
        }
        hear(60, () -> 850);
        before = filter.conclude().deviation();
        assertThat(before).isLessThan(0.04);
        for (int i = 0; i < 120; i++) {
            RateBelief silent = filter.conclude();
            assertThat(silent.deviation()).as("second %d of silence", i).isGreaterThan(before);
            assertThat(silent.heardSeconds()).isZero();
            before = silent.deviation();
        }
        assertThat(before).isGreaterThan(0.2);
    }

    @Test
    void aMissedBeatDoesNotMoveIt() {
        for (double millis : new double[] {450, 600, 850, 990}) {
            RateFilter settled = new RateFilter();
            for (int i = 0; i < 60; i++) {
                settled.hear(millis);
                settled.conclude();
            }
            double before = settled.conclude().bpm();
            settled.hear(2 * millis);
            assertThat(settled.conclude().bpm()).isCloseTo(before, within(0.01 * before));
        }
    }

    @Test
    void aSingleWildIntervalMovesItByLessThanTwoAndAHalfPercent() {
        Random random = Hearts.scrambled(3);
        for (int i = 0; i < 200; i++) {
            RateFilterTest lab = new RateFilterTest();
            lab.hear(60, () -> 850);
            double wild = 300 + 1700 * random.nextDouble();
            lab.filter.hear(wild);
            double bpm = lab.filter.conclude().bpm();
            assertThat(bpm).as("after %.0f ms", wild).isCloseTo(70.6, within(0.025 * 70.6));
        }
    }

    @Test
    void aHeartThatLeapsToAnotherRateUnsettlesItWithinFiveSeconds() {
        for (double millis : new double[] {400, 500, 600, 1150, 1300, 1500}) {
            RateFilterTest lab = new RateFilterTest();
            lab.hear(60, () -> 850);
            assertThat(mostUnsure(lab.hear(5, () -> millis)))
                    .as("from 850 to %.0f ms", millis)
                    .isGreaterThan(0.08);
        }
    }

    /** Noise agrees with a heart by chance at times; how soon it tells is a matter of luck. */
    @Test
    void noiseUnsettlesItWithinFifteenSeconds() {
        int clearly = 0;
        for (long seed = 0; seed < 200; seed++) {
            Random random = Hearts.scrambled(seed);
            RateFilterTest lab = new RateFilterTest();
            lab.hear(60, () -> 850);
            double deviation = mostUnsure(lab.hear(15, () -> 300 + 1700 * random.nextDouble()));
            assertThat(deviation).as("seed %d", seed).isGreaterThan(0.05);
            clearly += deviation > 0.08 ? 1 : 0;
        }
        assertThat(clearly).isGreaterThan(160);
    }

    private static double mostUnsure(List<RateBelief> beliefs) {
        return beliefs.stream().mapToDouble(RateBelief::deviation).max().orElseThrow();
    }

    @Test
    void whatNoHeartCanDoIsLeftOut() {
        RateFilter other = new RateFilter();
        double[] impossible = {0, -800, 250, 2500, 9000, Double.NaN, Double.POSITIVE_INFINITY};
        for (int i = 0; i < 40; i++) {
            filter.hear(800);
            other.hear(800);
            other.hear(impossible[i % impossible.length]);
            assertThat(other.conclude()).isEqualTo(filter.conclude());
        }
    }

    @Test
    void believesNoMoreThanItHeard() {
        for (long seed = 0; seed < 20; seed++) {
            Random random = Hearts.scrambled(seed);
            RateFilterTest lab = new RateFilterTest();
            for (RateBelief each : lab.hear(300, wandering(random))) {
                assertThat(each.believedSeconds())
                        .as("seed %d", seed)
                        .isBetween(0.0, each.heardSeconds());
                assertThat(each.bpm()).isBetween(60_000 / 1800.0, 60_000 / 300.0);
                assertThat(each.deviation()).isBetween(0.0, 0.9);
            }
        }
    }

    @Test
    void equalsTheWholeSumOverTheGrid() {
        for (long seed = 0; seed < 10; seed++) {
            Random random = Hearts.scrambled(seed);
            DoubleSupplier intervals = wandering(random);
            RateFilter banded = new RateFilter();
            WholeGrid whole = new WholeGrid();
            for (int s = 0; s < 400; s++) {
                int beats = random.nextInt(8) == 0 ? 0 : random.nextInt(4);
                for (int i = 0; i < beats; i++) {
                    double millis = intervals.getAsDouble();
                    banded.hear(millis);
                    whole.hear(millis);
                }
                RateBelief belief = banded.conclude();
                double[] expected = whole.conclude();
                String where = "seed " + seed + ", second " + s;
                assertThat(belief.lnMillis()).as(where).isCloseTo(expected[0], within(1e-9));
                assertThat(belief.deviation()).as(where).isCloseTo(expected[1], within(1e-9));
                assertThat(belief.believedSeconds()).as(where).isCloseTo(expected[2], within(1e-9));
                assertThat(belief.heardSeconds()).as(where).isCloseTo(expected[3], within(1e-9));
            }
        }
    }

    @Test
    void equalInputGivesEqualBeliefsBitForBit() {
        RateFilterTest one = new RateFilterTest();
        RateFilterTest other = new RateFilterTest();
        assertThat(one.hear(600, wandering(Hearts.scrambled(8))))
                .isEqualTo(other.hear(600, wandering(Hearts.scrambled(8))));
    }

    @Test
    void aReportedRateIsBelievedAsItIsAndNothingIsKnownOfNone() {
        assertThat(RateBelief.reported(72).bpm()).isCloseTo(72, within(1e-9));
        assertThat(RateBelief.reported(72).isKnown()).isTrue();
        assertThat(RateBelief.NONE.isKnown()).isFalse();
        assertThat(RateBelief.NONE.bpm()).isNaN();
    }

    /** A heart that wanders, with one interval in five a wild one, and impossible ones. */
    private static DoubleSupplier wandering(Random random) {
        double[] ln = {StrictMath.log(800)};
        return () -> {
            ln[0] += 0.03 * random.nextGaussian();
            ln[0] = Math.max(StrictMath.log(350), Math.min(StrictMath.log(1700), ln[0]));
            int kind = random.nextInt(20);
            if (kind == 0) {
                return 5000 * random.nextDouble();
            }
            return kind < 4 ? 300 + 1700 * random.nextDouble() : StrictMath.exp(ln[0]);
        };
    }

    /** Beats as they fall, concluded upon each second. */
    private List<RateBelief> hear(int seconds, DoubleSupplier intervals) {
        List<RateBelief> beliefs = new ArrayList<>();
        for (int i = 0; i < seconds; i++) {
            second++;
            while (beatAt < second) {
                double millis = intervals.getAsDouble();
                beatAt += Math.max(millis, 200) / 1000;
                filter.hear(millis);
            }
            beliefs.add(filter.conclude());
        }
        return beliefs;
    }

    /** The same Bayes filter, every sum over the whole grid, nothing left out as too small. */
    private static final class WholeGrid {
        private static final int N = 150;
        private final double[] grid = new double[N];
        private final double[][] walk = new double[N][N];
        private double[] belief = new double[N];
        private double believed;
        private double heard;

        WholeGrid() {
            double range = StrictMath.log(1800.0 / 300);
            for (int i = 0; i < N; i++) {
                grid[i] = StrictMath.log(300) + range * i / (N - 1);
            }
            for (int from = 0; from < N; from++) {
                for (int to = 0; to < N; to++) {
                    double away = grid[to] - grid[from];
                    walk[from][to] = StrictMath.exp(-away * away / (2 * 0.02 * 0.02));
                }
                double sum = Arrays.stream(walk[from]).sum();
                for (int to = 0; to < N; to++) {
                    walk[from][to] = 0.9999 * walk[from][to] / sum + 0.0001 / N;
                }
            }
            Arrays.fill(belief, 1.0 / N);
            widen();
        }

        void hear(double millis) {
            if (!(millis > 250 && millis < 2500)) {
                return;
            }
            double range = StrictMath.log(1800.0 / 300);
            double[] posterior = new double[N];
            double good = 0;
            for (int i = 0; i < N; i++) {
                double one = (StrictMath.log(millis) - grid[i]) / 0.05;
                double two = (StrictMath.log(millis / 2) - grid[i]) / 0.05;
                double beat = 0.3989 / 0.05 * StrictMath.pow(1 + one * one / 4, -2.5);
                double sumOfTwo = 0.3989 / 0.05 * StrictMath.exp(-two * two / 2);
                double heartbeat = 0.95 * 0.65 * beat + 0.05 * sumOfTwo;
                posterior[i] = belief[i] * (heartbeat + 0.35 / range);
                good += belief[i] * heartbeat;
            }
            double all = Arrays.stream(posterior).sum();
            believed += good / all * Math.min(millis, 2000) / 1000;
            heard += millis / 1000;
            belief = Arrays.stream(posterior).map(p -> p / all).toArray();
        }

        /** Mean, deviation, believed and heard seconds. */
        double[] conclude() {
            double mean = 0;
            for (int i = 0; i < N; i++) {
                mean += belief[i] * grid[i];
            }
            double variance = 0;
            for (int i = 0; i < N; i++) {
                variance += belief[i] * (grid[i] - mean) * (grid[i] - mean);
            }
            double[] result = {mean, Math.sqrt(variance), believed, heard};
            believed = 0;
            heard = 0;
            widen();
            return result;
        }

        private void widen() {
            double[] wider = new double[N];
            for (int from = 0; from < N; from++) {
                for (int to = 0; to < N; to++) {
                    wider[to] += walk[from][to] * belief[from];
                }
            }
            belief = wider;
        }
    }
}
