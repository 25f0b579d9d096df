package org.attune.hrv;

import java.util.Set;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/** Single windows of metrics, and an hour looked at anew at every beat. */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(1)
@SuppressWarnings("NullAway.Init") // filled by @Setup
public class HrvBench {
    /** Which metrics. */
    @Param({"ALL", "TIME_DOMAIN", "WELCH", "LOMB", "ENTROPY", "FRACTAL"})
    public String metrics;

    private HrvAnalyser analyser;
    private NnSeries minute;
    private NnSeries fiveMinutes;
    private NnSeries hour;

    /** Makes the series. */
    @Setup
    public void begin() {
        Set<Metric> asked =
                switch (metrics) {
                    case "ALL" -> Metric.all();
                    case "TIME_DOMAIN" -> Metric.timeDomain();
                    default -> Metric.of(Metric.Family.valueOf(metrics));
                };
        analyser = new HrvAnalyser(AnalysisRules.COMPUTABLE, asked);
        minute = SyntheticHeart.series(60, 42);
        fiveMinutes = SyntheticHeart.series(300, 42);
        hour = SyntheticHeart.series(3600, 42);
    }

    /** One window of 60 s. */
    @Benchmark
    public HrvReport minute() {
        return analyser.analyse(minute, 60, 1, 0);
    }

    /** One window of 300 s. */
    @Benchmark
    public HrvReport fiveMinutes() {
        return analyser.analyse(fiveMinutes, 300, 1, 0);
    }

    /** An hour, the last 60 s at every beat once they are full. */
    @Benchmark
    public int hourAtEveryBeat() {
        int windows = 0;
        int from = 0;
        for (int to = 1; to <= hour.size(); to++) {
            double begin = hour.endSeconds(to - 1) - 60;
            while (hour.endSeconds(from) <= begin) {
                from++;
            }
            if (begin >= 0
                    && analyser.analyse(hour.slice(from, to), 60, 1, 0)
                            .value(Metric.RMSSD)
                            .isPresent()) {
                windows++;
            }
        }
        return windows;
    }
}
