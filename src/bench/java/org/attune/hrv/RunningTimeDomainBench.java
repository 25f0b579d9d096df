package org.attune.hrv;

import java.util.List;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/** A beat through windows of 10, 30, 60, 120 and 300 s, with and without reading them out. */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Warmup(iterations = 3, time = 2)
@Measurement(iterations = 5, time = 2)
@Fork(1)
public class RunningTimeDomainBench {
    private static final int MASK = 0xFFFF;
    private static final long HOUR_NANOS = 3_600_000_000_000L;

    private final RunningTimeDomain running = new RunningTimeDomain();
    private final long[] intervals = new long[MASK + 1];
    private long at;
    private int beat;

    /** Windows that are full; one beat in fifty is an artefact. */
    @Setup
    public void begin() {
        Random random = new Random(1);
        for (int i = 0; i < intervals.length; i++) {
            double breath = 40 * StrictMath.sin(i / 2.5);
            intervals[i] = Math.round((800 + breath + 15 * random.nextGaussian()) * 1e6);
        }
        for (int i = 0; i < 1000; i++) {
            beat();
        }
    }

    /** One beat, all windows. */
    @Benchmark
    public int beat() {
        long interval = intervals[beat & MASK];
        at += interval;
        running.add(beat, at, interval, beat % 50 != 0);
        return beat++;
    }

    /** One beat, and every measure of every window. */
    @Benchmark
    public double beatAndReadOut() {
        beat();
        double sum = 0;
        for (int i = 0; i < running.size(); i++) {
            sum += readOut(running.window(i));
        }
        return sum;
    }

    private static double readOut(RunningWindow w) {
        double sum = w.meanNn() + w.medianNn() + w.meanHeartRate() + w.heartRateOfMeanNn();
        sum += w.sdnn() + w.rmssd() + w.lnRmssd() + w.sdsd() + w.nn50();
        sum += w.pnn50() + w.pnn20() + w.sd1() + w.sd2();
        return sum + w.coverage() + w.artefactShare();
    }

    /** An hour from its first beat: the last 60 s, every measure, at every beat. */
    @Benchmark
    @OutputTimeUnit(TimeUnit.MILLISECONDS)
    public double hourAtEveryBeat() {
        RunningTimeDomain minute = new RunningTimeDomain(List.of(60.0));
        long time = 0;
        double sum = 0;
        for (int i = 0; time < HOUR_NANOS; i++) {
            time += intervals[i];
            minute.add(i, time, intervals[i], i % 50 != 0);
            sum += readOut(minute.window(0));
        }
        return sum;
    }
}
