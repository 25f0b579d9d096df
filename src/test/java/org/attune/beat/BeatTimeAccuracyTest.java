package org.attune.beat;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.attune.sensor.RrInterval;
import org.attune.sensor.SensorEvent.RrReceived;
import org.attune.time.SessionTime;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Where beats are placed against where they truly fell, over two hours: a heart that breathes, a
 * strap whose clock is off, and notifications that arrive late by chance. Milliseconds.
 */
class BeatTimeAccuracyTest {
    private static final double HOURS = 2;
    private static final int FIVE_MINUTES = 350;
    private static final long SEED = 7;

    private final Random random = new Random(SEED);
    private final BeatTimeline line = new BeatTimeline(TimelineRules.DEFAULT);
    private final List<RrInterval> waiting = new ArrayList<>();
    private final List<Double> truth = new ArrayList<>();
    private final List<Double> errors = new ArrayList<>();
    private double lastArrival;
    private long lastOrdinal;
    private int gaps;

    /** Lives for two hours; a notification tells of each beat, or once a second of those so far. */
    private void live(double ppm, double jitterMillis, boolean onceASecond) {
        double now = 1;
        double strapTicks = 0;
        long told = 0;
        for (double notify = 2; now < HOURS * 3600; ) {
            double rr = 0.85 + 0.04 * Math.sin(now * 1.6) + 0.02 * random.nextGaussian();
            now += rr;
            strapTicks += rr * (1 + ppm * 1e-6) * 1024;
            for (; onceASecond && notify < now; notify++) {
                notified(notify, jitterMillis);
            }
            waiting.add(RrInterval.ofTicks1024((int) (Math.round(strapTicks) - told)));
            truth.add(now);
            told = Math.round(strapTicks);
            if (!onceASecond) {
                notified(now, jitterMillis);
            }
        }
    }

    private void notified(double at, double jitterMillis) {
        lastArrival = Math.max(lastArrival, at + random.nextDouble() * jitterMillis / 1e3);
        List<PlacedInterval> placed =
                line.place(new RrReceived(SessionTime.ofSeconds(lastArrival), waiting));
        for (int i = 0; i < placed.size(); i++) {
            gaps += lastOrdinal > 0 && placed.get(i).ordinal() != lastOrdinal + 1 ? 1 : 0;
            lastOrdinal = placed.get(i).ordinal();
            errors.add((placed.get(i).at().toSeconds() - truth.get(i)) * 1e3);
        }
        waiting.clear();
        truth.clear();
    }

    private double share(double limitMillis) {
        return errors.stream().filter(each -> Math.abs(each) <= limitMillis).count()
                / (double) errors.size();
    }

    private double mean(int from, int to) {
        return errors.subList(from, to).stream().mapToDouble(each -> each).average().orElseThrow();
    }

    @ParameterizedTest
    @CsvSource({"0,30", "100,30", "-100,30", "0,100", "100,100", "-100,100"})
    void aStrapThatNotifiesOfEachBeatIsPlacedWithinTwentyMilliseconds(double ppm, double jitter) {
        live(ppm, jitter, false);

        assertThat(share(20)).as(describe()).isGreaterThan(0.995);
        assertThat(gaps).isZero();
        assertThat(drift()).as(describe()).isLessThan(3);
    }

    @ParameterizedTest
    @CsvSource({"0,30", "100,30", "-100,30", "0,100", "100,100", "-100,100"})
    void aStrapThatNotifiesOnceASecondIsPlacedMoreCoarselyAndDoesNotDriftAwayEither(
            double ppm, double jitter) {
        live(ppm, jitter, true);

        assertThat(share(jitter <= 30 ? 45 : 80)).as(describe()).isGreaterThan(0.95);
        assertThat(gaps).isZero();
        assertThat(drift()).as(describe()).isLessThan(15);
    }

    /** Between the first minutes, when the line has settled, and the last. */
    private double drift() {
        int n = errors.size();
        return Math.abs(mean(n - FIVE_MINUTES, n) - mean(FIVE_MINUTES, 2 * FIVE_MINUTES));
    }

    private String describe() {
        double[] sorted = errors.stream().mapToDouble(each -> each).sorted().toArray();
        return "seed "
                + SEED
                + ": 2.5, 50, 97.5 % of errors "
                + Arrays.toString(
                        new double[] {
                            sorted[sorted.length / 40],
                            sorted[sorted.length / 2],
                            sorted[sorted.length * 39 / 40]
                        })
                + " ms, drift "
                + drift();
    }
}
