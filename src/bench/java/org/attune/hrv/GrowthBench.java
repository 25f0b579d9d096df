package org.attune.hrv;

import java.util.EnumSet;
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

/**
 * How time and memory grow with length, by a new analyser each time: with {@code -prof gc}, the
 * allocation of an operation is all the memory an analysis needs besides the series.
 */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Warmup(iterations = 1, time = 1)
@Measurement(iterations = 2, time = 1)
@Fork(1)
@SuppressWarnings("NullAway.Init") // filled by @Setup
public class GrowthBench {
    /** Length, s: a minute, ten, an hour, a day, a week. */
    @Param({"60", "600", "3600", "86400", "604800"})
    public int seconds;

    /** Which metrics. */
    @Param({"TIME_DOMAIN", "NO_ENTROPY", "ENTROPY"})
    public String metrics;

    private Set<Metric> asked;
    private NnSeries series;

    /** Makes the series. */
    @Setup
    public void begin() {
        asked =
                switch (metrics) {
                    case "TIME_DOMAIN" -> Metric.timeDomain();
                    case "ENTROPY" -> EnumSet.of(Metric.SAMPEN);
                    default -> EnumSet.complementOf(EnumSet.of(Metric.SAMPEN));
                };
        series = SyntheticHeart.series(seconds, 7);
    }

    /** The series as one window. */
    @Benchmark
    public HrvReport whole() {
        return new HrvAnalyser(AnalysisRules.COMPUTABLE, asked).analyse(series, seconds, 1, 0);
    }
}
