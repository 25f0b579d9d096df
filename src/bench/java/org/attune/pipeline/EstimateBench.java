package org.attune.pipeline;

import java.util.ArrayList;
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

/**
 * One second of session: what a heart of about 70 bpm tells in it, and the step of the grid that
 * concludes it. For one person, and for a thousand in sessions of their own.
 */
@BenchmarkMode(Mode.SampleTime)
@Warmup(iterations = 3, time = 2)
@Measurement(iterations = 5, time = 2)
@Fork(1)
public class EstimateBench {
    private static final int LEARNED_SECONDS = 600;

    /** A session in which the baseline has been learned. */
    private static final class OneSession {
        private final SessionPipeline pipeline;
        private long second;
        private long beatAtNanos;
        private int beat;

        OneSession(int seed) {
            PipelineSettings settings = PipelineSettings.DEFAULT;
            pipeline =
                    new SessionPipeline(
                            List.of(LaneId.CLIENT),
                            settings,
                            () -> new PersonalBandEstimator(settings.regulation()),
                            () -> new CalmCues(settings.cues()));
            beat = seed;
            for (int i = 0; i < LEARNED_SECONDS; i++) {
                second();
            }
        }

        List<Moment> second() {
            second++;
            SessionTime now = new SessionTime(second * SessionPipeline.GRID_NANOS);
            List<RrInterval> intervals = new ArrayList<>(2);
            while (beatAtNanos < now.nanos()) {
                RrInterval interval = RrInterval.ofTicks1024(848 + (beat++ * 37) % 60);
                beatAtNanos += interval.nanos();
                intervals.add(interval);
            }
            List<Moment> moments = new ArrayList<>(pipeline.advanceTo(now));
            moments.addAll(
                    pipeline.accept(LaneId.CLIENT, new SensorEvent.RrReceived(now, intervals)));
            return moments;
        }
    }

    /** One person. */
    @State(Scope.Thread)
    public static class One {
        private final OneSession session = new OneSession(1);
    }

    /** A thousand. */
    @State(Scope.Thread)
    public static class Thousand {
        private final List<OneSession> sessions = new ArrayList<>();

        /** Lets each learn its baseline. */
        @Setup
        public void begin() {
            for (int i = 0; i < 1000; i++) {
                sessions.add(new OneSession(i));
            }
        }
    }

    /** A second of one person; at most 50 µs at the 99th percentile are aimed at. */
    @Benchmark
    @OutputTimeUnit(TimeUnit.MICROSECONDS)
    public List<Moment> secondOfOne(One one) {
        return one.session.second();
    }

    /** A second of a thousand; half of two cores, 1000 ms, is the most it may take. */
    @Benchmark
    @OutputTimeUnit(TimeUnit.MILLISECONDS)
    public int secondOfAThousand(Thousand thousand) {
        int moments = 0;
        for (OneSession each : thousand.sessions) {
            moments += each.second().size();
        }
        return moments;
    }
}
