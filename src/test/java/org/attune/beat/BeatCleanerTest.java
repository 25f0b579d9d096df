package org.attune.beat;

import static org.assertj.core.api.Assertions.assertThat;
import static org.attune.beat.Verdict.ECTOPIC;
import static org.attune.beat.Verdict.EXTRA;
import static org.attune.beat.Verdict.IMPLAUSIBLE;
import static org.attune.beat.Verdict.LONG;
import static org.attune.beat.Verdict.MISSED;
import static org.attune.beat.Verdict.NORMAL;
import static org.attune.beat.Verdict.SHORT;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.DoubleStream;
import org.attune.hrv.NnSeries;
import org.attune.hrv.TimeDomain;
import org.attune.sensor.RrInterval;
import org.attune.testkit.Hearts;
import org.attune.time.SessionTime;
import org.junit.jupiter.api.Test;

class BeatCleanerTest {
    private final BeatCleaner cleaner = new BeatCleaner(CleaningRules.DEFAULT);
    private final List<Beat> judged = new ArrayList<>();
    private long ordinal;
    private long nanos;

    @Test
    void aPrematureBeatAndThePauseAfterItAreEctopic() {
        steady(12).hear(560, 1040).steady(5).flush();
        assertThat(oddOnes()).containsExactly(ECTOPIC, ECTOPIC);
    }

    @Test
    void aBeatNotSeenIsMissed() {
        steady(12).hear(1600).steady(5).flush();
        assertThat(oddOnes()).containsExactly(MISSED);
    }

    @Test
    void severalBeatsNotSeenAreMissedThoughNoHeartBeatsSo() {
        steady(12).hear(2400).steady(5).flush();
        assertThat(oddOnes()).containsExactly(MISSED);
    }

    @Test
    void aBeatThatWasNoneMakesTwoExtraOnes() {
        steady(12).hear(350, 450).steady(5).flush();
        assertThat(oddOnes()).containsExactly(EXTRA, EXTRA);
    }

    @Test
    void whatAnImpossiblyEarlyBeatLeavesOfAnIntervalIsNoInterval() {
        steady(12).hear(120, 680).steady(5).flush();
        assertThat(oddOnes()).containsExactly(IMPLAUSIBLE, EXTRA);
    }

    @Test
    void aShortOrLongOneWithoutACauseIsNamedSo() {
        steady(12).hear(1150).steady(5).hear(500).steady(5).flush();
        // What follows a lone early beat is no interval between normal beats either.
        assertThat(oddOnes()).containsExactly(LONG, SHORT, SHORT);
    }

    @Test
    void noHeartBeatsInAQuarterSecondNorInNine() {
        steady(12).hear(250).steady(4).hear(9000).steady(4).flush();
        assertThat(oddOnes()).containsExactly(IMPLAUSIBLE, IMPLAUSIBLE);
    }

    @Test
    void theFirstAndTheLastBeatsAreJudgedToo() {
        hear(400, 800, 810, 790, 805).hear(1200).flush();
        assertThat(verdicts()).containsExactly(SHORT, NORMAL, NORMAL, NORMAL, NORMAL, LONG);
    }

    @Test
    void aJudgementIsFinalTwoBeatsLaterAndNotEarlier() {
        hear(800);
        hear(800);
        assertThat(judged).isEmpty();
        hear(800);
        assertThat(judged).hasSize(1);
        for (int i = 4; i <= 50; i++) {
            hear(800);
            assertThat(judged).hasSize(i - 2);
        }
        flush();
        assertThat(judged).hasSize(50);
    }

    @Test
    void aGapEndsTheWaitingForTheBeatsBeforeIt() {
        hear(800, 800, 800);
        ordinal += 5;
        hear(800);
        assertThat(judged).hasSize(3);
    }

    @Test
    void aSeriesThatNeverVariesIsNormal() {
        DoubleStream.generate(() -> 1000).limit(200).forEach(this::hear);
        flush();
        assertThat(oddOnes()).isEmpty();
    }

    @Test
    void aRiseOfTwentyFiveBeatsWithinTwentySecondsIsTrue() {
        for (long seed = 0; seed < 30; seed++) {
            BeatCleaner fresh = new BeatCleaner(CleaningRules.DEFAULT);
            Hearts.Heart heart =
                    Hearts.following(t -> 65 + 25 * Math.min(1, Math.max(0, (t - 60) / 20)))
                            .seeded(seed);
            List<Beat> beats = judge(fresh, heart.intervalsMillis(160));
            assertThat(beats.stream().filter(b -> !b.verdict().isNormal()).count())
                    .as("rejected of a true rise, seed %d", seed)
                    .isLessThanOrEqualTo(1);
        }
    }

    @Test
    void aStepOfPostureIsANewLevelAfterTwoBeatsAtMost() {
        for (double level : new double[] {480, 520, 600, 640, 1000, 1150}) {
            BeatCleaner fresh = new BeatCleaner(CleaningRules.DEFAULT);
            double[] series = new double[40];
            for (int i = 0; i < series.length; i++) {
                series[i] = (i < 20 ? 800 : level) + (i % 2) * 8;
            }
            List<Beat> beats = judge(fresh, series);
            assertThat(beats.subList(22, 40))
                    .as("to %s ms", level)
                    .allMatch(b -> b.verdict().isNormal());
        }
    }

    @Test
    void aBurstOfArtefactsIsRejectedAndTheHeartAfterItAcceptedAgain() {
        steady(20).hear(420, 1210, 330, 1500, 380, 900, 450).steady(10).flush();
        assertThat(verdicts().subList(20, 25)).doesNotContain(NORMAL);
        assertThat(verdicts().subList(28, 37)).containsOnly(NORMAL);
    }

    @Test
    void noPastLocksItUp() {
        for (long seed = 0; seed < 300; seed++) {
            Random random = new Random(seed);
            BeatCleaner fresh = new BeatCleaner(CleaningRules.DEFAULT);
            double[] series = new double[60];
            for (int i = 0; i < 30; i++) {
                series[i] = 100 + 2500 * random.nextDouble();
            }
            double level = 400 + 1200 * random.nextDouble();
            for (int i = 30; i < 60; i++) {
                series[i] = level * (1 + 0.03 * random.nextGaussian());
            }
            List<Beat> beats = judge(fresh, series);
            assertThat(beats.subList(40, 60).stream().filter(b -> b.verdict().isNormal()))
                    .as("seed %d, level %s", seed, level)
                    .hasSizeGreaterThanOrEqualTo(17);
        }
    }

    @Test
    void aBeatAloneBetweenTwoArtefactsIsCountedToThem() {
        steady(12).hear(1600, 805, 1590).steady(5).flush();
        assertThat(oddOnes()).containsExactly(MISSED, MISSED, MISSED);
    }

    @Test
    void aBeatAloneBetweenTwoPrematureOnesIsABeatIfItLiesAtTheLevel() {
        steady(12).hear(560, 1040, 805, 560, 1040).steady(5).flush();
        assertThat(verdicts().subList(12, 17))
                .containsExactly(ECTOPIC, ECTOPIC, NORMAL, ECTOPIC, ECTOPIC);
        steady(12).hear(560, 1040, 850, 560, 1040).steady(5).flush();
        assertThat(verdicts().subList(34, 39)).containsOnly(ECTOPIC);
    }

    @Test
    void inTrigeminyTheIntervalsBetweenNormalBeatsAreKept() {
        steady(12);
        for (int i = 0; i < 30; i++) {
            hear(560 + i % 3, 1040 - i % 5, 800 + i % 7);
        }
        flush();
        for (int i = 12; i < 102; i++) {
            assertThat(verdicts().get(i).isNormal()).as("interval %d", i).isEqualTo(i % 3 == 2);
        }
    }

    @Test
    void aBeatOutOfPlaceMakesALongAndAShortOne() {
        steady(12).hear(960, 640).steady(5).flush();
        assertThat(oddOnes()).containsExactly(LONG, SHORT);
    }

    @Test
    void deepBreathingThatSwaysAHeartByAThirdIsKept() {
        for (long seed = 0; seed < 20; seed++) {
            Random random = new Random(seed);
            double[] series = new double[300];
            double t = 0;
            for (int i = 0; i < series.length; i++) {
                double breath = 0.16 * Math.sin(2 * Math.PI * 0.1 * t);
                series[i] = 850 * (1 + breath + 0.01 * random.nextGaussian());
                t += series[i] / 1000;
            }
            List<Beat> beats = judge(new BeatCleaner(CleaningRules.DEFAULT), series);
            assertThat(beats).as("seed %d", seed).allMatch(b -> b.verdict().isNormal());
        }
    }

    @Test
    void aBigeminyFromTheFirstBeatIsNeverTakenForAHeartOfItsOwn() {
        for (int i = 0; i < 40; i++) {
            hear(580 + i % 3, 1420 - i % 5);
        }
        flush();
        assertThat(judged).noneMatch(b -> b.verdict().isNormal());
    }

    @Test
    void rmssdNeverCrossesAGap() {
        // Two levels, each perfectly even: any difference other than zero was taken across the gap.
        steadyAt(800, 20);
        ordinal++;
        steadyAt(900, 20).flush();
        NnSeries nn = NnSeries.of(judged);
        assertThat(nn.size()).isEqualTo(40);
        assertThat(nn.pairs()).isEqualTo(38);
        assertThat(TimeDomain.rmssd(nn)).hasValue(0);
    }

    @Test
    void rmssdNeverCrossesARejectedBeat() {
        steadyAt(800, 20).hear(1600).steadyAt(840, 20).flush();
        assertThat(TimeDomain.rmssd(NnSeries.of(judged))).hasValue(0);
    }

    @Test
    void everyIntervalIsJudgedOnceInOrderWhateverItIs() {
        for (long seed = 0; seed < 200; seed++) {
            Random random = new Random(seed);
            BeatCleaner fresh = new BeatCleaner(CleaningRules.DEFAULT);
            List<Long> given = new ArrayList<>();
            List<Beat> got = new ArrayList<>();
            long next = 0;
            for (int i = 0; i < 150; i++) {
                next += random.nextInt(15) == 0 ? 3 : 1;
                given.add(next);
                RrInterval rr = RrInterval.ofMillis(1 + 4000 * random.nextDouble());
                got.addAll(fresh.accept(new PlacedInterval(next, new SessionTime(i), rr)));
                if (random.nextInt(30) == 0) {
                    got.addAll(fresh.flush());
                }
            }
            got.addAll(fresh.flush());
            assertThat(got.stream().map(Beat::ordinal).toList())
                    .as("seed %d", seed)
                    .isEqualTo(given);
        }
    }

    @Test
    void chanceDoesNotPassForAHeart() {
        int trusted = 0;
        int total = 0;
        for (long seed = 0; seed < 400; seed++) {
            Random random = new Random(seed);
            BeatCleaner fresh = new BeatCleaner(CleaningRules.DEFAULT);
            judge(fresh, Hearts.random(seed).intervalsMillis(60));
            assertThat(fresh.trusted()).as("a heart, seed %d", seed).isTrue();
            for (int i = 0; i < 20; i++) {
                double garbage = 300 + 1700 * random.nextDouble();
                fresh.accept(
                        new PlacedInterval(
                                100 + i, new SessionTime(100 + i), RrInterval.ofMillis(garbage)));
                if (i >= 5) {
                    total++;
                    trusted += fresh.trusted() ? 1 : 0;
                }
            }
        }
        System.out.printf("noise trusted after 5 beats: %.2f %%%n", 100.0 * trusted / total);
        assertThat(100.0 * trusted / total).isLessThan(5);
    }

    private BeatCleanerTest steady(int count) {
        for (int i = 0; i < count; i++) {
            hear(800 + 10 * Math.sin(i));
        }
        return this;
    }

    private BeatCleanerTest steadyAt(double millis, int count) {
        for (int i = 0; i < count; i++) {
            hear(millis);
        }
        return this;
    }

    private BeatCleanerTest hear(double... millis) {
        for (double each : millis) {
            one(each);
        }
        return this;
    }

    private void one(double millis) {
        RrInterval interval = RrInterval.ofMillis(millis);
        nanos += interval.nanos();
        ordinal++;
        judged.addAll(
                cleaner.accept(new PlacedInterval(ordinal, new SessionTime(nanos), interval)));
    }

    private void flush() {
        judged.addAll(cleaner.flush());
    }

    private List<Verdict> verdicts() {
        return judged.stream().map(Beat::verdict).toList();
    }

    private List<Verdict> oddOnes() {
        return verdicts().stream().filter(v -> !v.isNormal()).toList();
    }

    static List<Beat> judge(BeatCleaner cleaner, double[] millis) {
        List<Beat> beats = new ArrayList<>();
        long at = 0;
        for (int i = 0; i < millis.length; i++) {
            RrInterval interval = RrInterval.ofMillis(millis[i]);
            at += interval.nanos();
            beats.addAll(cleaner.accept(new PlacedInterval(i + 1, new SessionTime(at), interval)));
        }
        beats.addAll(cleaner.flush());
        return beats;
    }
}
