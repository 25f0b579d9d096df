package org.attune.pipeline;

import java.util.List;
import java.util.concurrent.TimeUnit;
import org.attune.regulation.PersonalBandEstimator;
import org.attune.sensor.RrInterval;
import org.attune.sensor.SensorEvent;
import org.attune.session.LaneId;
import org.attune.signal.CalmCues;
import org.attune.time.SessionTime;
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

/** From a strap's event to the moments that came of it, steps of the grid included. */
@State(Scope.Thread)
@BenchmarkMode(Mode.SampleTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Warmup(iterations = 3, time = 2)
@Measurement(iterations = 5, time = 2)
@Fork(1)
@SuppressWarnings("NullAway.Init") // filled by @Setup
public class EventToMomentBench {
    private SessionPipeline pipeline;
    private long atNanos;
    private int beat;

    /** A session in which the baseline has been learned. */
    @Setup
    public void begin() {
        PipelineSettings settings = PipelineSettings.DEFAULT;
        pipeline =
                new SessionPipeline(
                        List.of(LaneId.CLIENT),
                        settings,
                        () -> new PersonalBandEstimator(settings.regulation()),
                        () -> new CalmCues(settings.cues()));
        for (int i = 0; i < 1000; i++) {
            beat();
        }
    }

    /** One beat. */
    @Benchmark
    public List<Moment> beat() {
        RrInterval interval = RrInterval.ofTicks1024(820 + (beat++ * 37) % 60);
        atNanos += interval.nanos();
        return pipeline.accept(
                LaneId.CLIENT,
                new SensorEvent.RrReceived(new SessionTime(atNanos), List.of(interval)));
    }
}
