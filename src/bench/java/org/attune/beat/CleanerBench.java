package org.attune.beat;

import java.util.Arrays;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import org.attune.sensor.RrInterval;
import org.attune.testkit.Artefacts;
import org.attune.testkit.Golden;
import org.attune.testkit.Hearts;
import org.attune.time.SessionTime;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/** What judging one beat costs: each figure is a beat's share of judging a series. */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(1)
@SuppressWarnings("NullAway.Init") // filled by @Setup
public class CleanerBench {
    private static final int BEATS = 4096;

    /** A heart as it was recorded; with artefacts, one by one or in bursts; one in fibrillation. */
    @Param({"CLEAN", "ARTEFACTS_5", "BURSTS_5", "FIBRILLATING"})
    public String series;

    private PlacedInterval[] placed;
    private double[] millis;

    /** Makes the series: a young heart that breathes strongly, the hardest of the golden ones. */
    @Setup
    public void begin() {
        double[] clean = Golden.intervalsMillis("pyhrv-long");
        millis =
                switch (series) {
                    case "ARTEFACTS_5" -> Artefacts.spoil(clean, 0.05, 1, 1).millis();
                    case "BURSTS_5" -> Artefacts.spoil(clean, 0.05, 3, 1).millis();
                    case "FIBRILLATING" -> fibrillating();
                    default -> clean;
                };
        placed = new PlacedInterval[BEATS];
        long at = 0;
        for (int i = 0; i < BEATS; i++) {
            RrInterval interval = RrInterval.ofMillis(millis[i]);
            at += interval.nanos();
            placed[i] = new PlacedInterval(i + 1, new SessionTime(at), interval);
        }
    }

    private static double[] fibrillating() {
        Random random = Hearts.scrambled(1);
        return random.doubles(BEATS, 430, 980).toArray();
    }

    /** As it is judged live. */
    @Benchmark
    @OperationsPerInvocation(BEATS)
    public int causal() {
        BeatCleaner cleaner = new BeatCleaner(CleaningRules.DEFAULT);
        int normal = 0;
        for (PlacedInterval each : placed) {
            for (Beat beat : cleaner.accept(each)) {
                normal += beat.verdict().isNormal() ? 1 : 0;
            }
        }
        return normal;
    }

    /** By hindsight. */
    @Benchmark
    @OperationsPerInvocation(BEATS)
    public Verdict[] centred() {
        return CentredCleaner.judge(Arrays.copyOf(millis, BEATS));
    }
}
