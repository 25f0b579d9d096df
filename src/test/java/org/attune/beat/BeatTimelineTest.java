package org.attune.beat;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.attune.sensor.RrInterval;
import org.attune.sensor.SensorEvent.RrReceived;
import org.attune.testkit.Hearts;
import org.attune.testkit.Hearts.Heart;
import org.attune.time.SessionTime;
import org.junit.jupiter.api.Test;

class BeatTimelineTest {
    private static final double SECOND = 1e9;

    private final BeatTimeline timeline = new BeatTimeline(TimelineRules.DEFAULT);
    private final List<PlacedInterval> placed = new ArrayList<>();

    @Test
    void intervalsOfABurstLieEndToEnd() {
        hear(5.0, 800, 810, 790);
        assertThat(seconds()).containsExactly(3.4, 4.21, 5.0);
        assertThat(gaps()).isZero();
    }

    @Test
    void aBurstAfterAStallKeepsTheDistanceFromFirstBeatToLast() {
        for (int i = 1; i <= 30; i++) {
            hear(i, 1000);
        }
        // Three notifications held back for three seconds, then all at once.
        hear(33.0, 1000);
        hear(33.01, 1000);
        hear(33.02, 1000);
        hear(34.0, 1000);
        assertThat(placed).hasSize(34);
        double distance = seconds().get(33) - seconds().get(0);
        assertThat(distance).isCloseTo(33.0, within(0.001));
    }

    @Test
    void jitteredArrivalDoesNotJitterTheBeats() {
        Random random = new Random(5);
        for (int i = 1; i <= 300; i++) {
            hear(i + 0.3 * random.nextDouble(), 1000);
        }
        assertThat(gaps()).isZero();
        assertThat(seconds().get(299) - seconds().get(20)).isCloseTo(279, within(0.35));
        for (int i = 60; i < 300; i++) {
            assertThat(seconds().get(i) - seconds().get(i - 1)).isBetween(0.7, 1.02);
        }
    }

    @Test
    void aLongHoleIsAGapAndTheLineStartsAnew() {
        hear(1, 1000);
        hear(2, 1000);
        hear(12, 1000);
        assertThat(gaps()).isOne();
        assertThat(seconds()).containsExactly(1.0, 2.0, 12.0);
    }

    @Test
    void aLostNotificationLeavesNoNeighboursAcrossIt() {
        for (long seed = 0; seed < 40; seed++) {
            Strap strap = new Strap(Hearts.random(seed), seed);
            int lostAt = 40 + (int) (seed % 7);
            List<PlacedInterval> all = strap.run(120, lostAt);
            int before = strap.deliveredBefore;
            PlacedInterval last = all.get(before - 1);
            PlacedInterval next = all.get(before);
            if (strap.beatsLost > 0) {
                assertThat(next.ordinal()).as("seed %d", seed).isGreaterThan(last.ordinal() + 1);
            }
        }
    }

    @Test
    void whatIsSaidTwiceIsHeardOnce() {
        hear(1.0, 800, 810);
        hear(2.0, 790);
        hear(2.05, 790);
        hear(3.0, 805);
        assertThat(placed).hasSize(4);
        assertThat(gaps()).isZero();
    }

    @Test
    void anEmptyPacketPlacesNothing() {
        hear(1.0);
        assertThat(placed).isEmpty();
        hear(2.0, 900);
        hear(2.5);
        hear(3.0, 900);
        assertThat(gaps()).isZero();
    }

    @Test
    void aKnownBreakSeparatesNeighboursHoweverCloseTheyLie() {
        hear(1.0, 800);
        timeline.breakHere();
        timeline.breakHere();
        hear(1.8, 800);
        assertThat(gaps()).isOne();
    }

    @Test
    void aRealisticStrapMakesNoFalseGaps() {
        for (long seed = 0; seed < 60; seed++) {
            Strap strap = new Strap(Hearts.random(seed), seed);
            assertThat(gapsOf(strap.run(1800, -1))).as("gaps, seed %d", seed).isZero();
        }
    }

    @Test
    void heartsThatBeatWithTheNotificationsMakeNoFalseGaps() {
        for (double bpm : new double[] {59.4, 59.9, 60, 60.1, 60.5, 40, 41.3, 120.2}) {
            Strap strap = new Strap(Hearts.even(bpm), 3);
            assertThat(gapsOf(strap.run(1800, -1))).as("%s bpm", bpm).isZero();
        }
    }

    @Test
    void aStrapsClockMayRunFastOrSlowForTwoHours() {
        for (double ppm : new double[] {-100, 0, 100}) {
            Strap strap = new Strap(Hearts.random(11), 11);
            strap.drift = ppm / 1e6;
            List<PlacedInterval> all = strap.run(7200, -1);
            assertThat(gapsOf(all)).as("%s ppm", ppm).isZero();
            for (int i = 0; i < all.size(); i++) {
                double error = (all.get(i).at().nanos() - strap.truth.get(i)) / SECOND;
                // Late by what the best notification was late, at worst by the first one.
                assertThat(error).as("%s ppm, beat %d", ppm, i).isBetween(-0.05, 1.3);
                if (i > 300) {
                    assertThat(error).as("%s ppm, beat %d", ppm, i).isBetween(-0.05, 0.6);
                }
            }
        }
    }

    @Test
    void timeNeverRunsBackwardsWhateverArrives() {
        for (long seed = 0; seed < 500; seed++) {
            Random random = new Random(seed);
            BeatTimeline line = new BeatTimeline(TimelineRules.DEFAULT);
            long at = 0;
            PlacedInterval last = null;
            for (int i = 0; i < 200; i++) {
                at += (long) (random.nextInt(5) == 0 ? 6e9 * random.nextDouble() : 1e9);
                if (random.nextInt(40) == 0) {
                    line.breakHere();
                }
                for (PlacedInterval each :
                        line.place(new RrReceived(new SessionTime(at), any(random)))) {
                    if (last != null) {
                        assertThat(each.at()).as("seed %d", seed).isGreaterThan(last.at());
                        assertThat(each.ordinal()).isGreaterThan(last.ordinal());
                    }
                    last = each;
                }
            }
        }
    }

    private static List<RrInterval> any(Random random) {
        List<RrInterval> intervals = new ArrayList<>();
        for (int k = random.nextInt(4); k > 0; k--) {
            intervals.add(RrInterval.ofMillis(1 + 3000 * random.nextDouble()));
        }
        return intervals;
    }

    private void hear(double at, double... millis) {
        List<RrInterval> intervals = new ArrayList<>();
        for (double each : millis) {
            intervals.add(RrInterval.ofMillis(each));
        }
        placed.addAll(timeline.place(new RrReceived(SessionTime.ofSeconds(at), intervals)));
    }

    private List<Double> seconds() {
        return placed.stream().map(each -> each.at().toSeconds()).toList();
    }

    private int gaps() {
        return gapsOf(placed);
    }

    private static int gapsOf(List<PlacedInterval> all) {
        int gaps = 0;
        for (int i = 1; i < all.size(); i++) {
            if (all.get(i).ordinal() != all.get(i - 1).ordinal() + 1) {
                gaps++;
            }
        }
        return gaps;
    }

    /** Notifies once a second with what was completed, up to 300 ms late; says so when empty. */
    private static final class Strap {
        private final Heart heart;
        private final Random random;
        private final List<Long> truth = new ArrayList<>();
        private double drift;
        private int deliveredBefore;
        private int beatsLost;

        Strap(Heart heart, long seed) {
            this.heart = heart;
            this.random = new Random(seed);
        }

        List<PlacedInterval> run(int seconds, int lostAt) {
            BeatTimeline line = new BeatTimeline(TimelineRules.DEFAULT);
            List<PlacedInterval> all = new ArrayList<>();
            double beat = 0;
            RrInterval coming = heart.next(0);
            for (int tick = 1; tick <= seconds; tick++) {
                List<RrInterval> said = new ArrayList<>();
                List<Long> fell = new ArrayList<>();
                while (beat + coming.nanos() / SECOND <= tick) {
                    beat += coming.nanos() / SECOND;
                    said.add(new RrInterval(Math.round(coming.nanos() * (1 + drift))));
                    fell.add(Math.round(beat * SECOND));
                    coming = heart.next(beat);
                }
                double late = 0.3 * random.nextDouble();
                if (tick == lostAt) {
                    deliveredBefore = all.size();
                    beatsLost = said.size();
                    continue;
                }
                truth.addAll(fell);
                all.addAll(line.place(new RrReceived(SessionTime.ofSeconds(tick + late), said)));
            }
            return all;
        }
    }
}
