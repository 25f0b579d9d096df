package org.attune.review;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import org.attune.pipeline.Moment;
import org.attune.pipeline.PipelineSettings;
import org.attune.pipeline.SessionPipeline;
import org.attune.regulation.PersonalBandEstimator;
import org.attune.sensor.Capability;
import org.attune.sensor.RrInterval;
import org.attune.sensor.SensorDescription;
import org.attune.sensor.SensorEvent;
import org.attune.sensor.SourceClass;
import org.attune.session.LaneId;
import org.attune.signal.CalmCues;
import org.attune.testkit.Hearts;
import org.attune.time.SessionTime;
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
 * What opening a day of one person or four costs, and a frame of 1400 pixels at several zooms. The
 * first opening, with nothing compiled yet, is the one a person waits for: single shots tell it.
 */
@State(Scope.Thread)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(value = 1, jvmArgsAppend = "-Xmx6g")
@SuppressWarnings("NullAway.Init") // filled by @Setup
public class TimelineBench {
    private static final int WIDTH = 1400;
    private static final int DAY_SECONDS = 86_400;

    @Param({"1", "4"})
    public int lanes;

    private List<LaneId> people;
    private List<Moment> log;
    private SessionTimeline opened;
    private final Columns columns = new Columns(WIDTH);

    /** A day that rises by 15 every other hour. */
    @Setup
    public void begin() {
        people = List.of(LaneId.CLIENT, LaneId.PARTNER, LaneId.THERAPIST, new LaneId("client-2"));
        people = people.subList(0, lanes);
        SessionPipeline pipeline =
                new SessionPipeline(
                        people,
                        PipelineSettings.DEFAULT,
                        () -> new PersonalBandEstimator(PipelineSettings.DEFAULT.regulation()),
                        () -> new CalmCues(PipelineSettings.DEFAULT.cues()));
        log = new ArrayList<>();
        List<Hearts.Heart> hearts = new ArrayList<>();
        double[] beatAt = new double[lanes];
        for (int lane = 0; lane < lanes; lane++) {
            hearts.add(
                    Hearts.following(t -> 70 + 15 * Math.max(0, Math.sin(t * Math.PI / 3600)))
                            .seeded(lane));
            log.addAll(
                    pipeline.accept(
                            people.get(lane),
                            new SensorEvent.Linked(
                                    SessionTime.ZERO,
                                    new SensorDescription(
                                            "strap",
                                            "sim:",
                                            SourceClass.SIMULATED,
                                            Set.of(Capability.RR)))));
        }
        for (int second = 1; second <= DAY_SECONDS; second++) {
            for (int lane = 0; lane < lanes; lane++) {
                List<RrInterval> intervals = new ArrayList<>(2);
                while (beatAt[lane] <= second) {
                    var next = hearts.get(lane).next(beatAt[lane]);
                    beatAt[lane] += next.toMillis() / 1000;
                    intervals.add(next);
                }
                log.addAll(
                        pipeline.accept(
                                people.get(lane),
                                new SensorEvent.RrReceived(
                                        SessionTime.ofSeconds(second), intervals)));
            }
        }
        opened = SessionTimeline.of(people, log);
    }

    /** From moments to time lines, nothing compiled yet. */
    @Benchmark
    @BenchmarkMode(Mode.SingleShotTime)
    @Warmup(iterations = 0)
    @Measurement(iterations = 1)
    @Fork(value = 5, jvmArgsAppend = "-Xmx6g")
    public SessionTimeline openForTheFirstTime() {
        return SessionTimeline.of(people, log);
    }

    /** From moments to time lines. */
    @Benchmark
    @BenchmarkMode(Mode.AverageTime)
    public SessionTimeline open() {
        return SessionTimeline.of(people, log);
    }

    /** All figures of the first lane. */
    @Benchmark
    @BenchmarkMode(Mode.AverageTime)
    public ReviewFigures figures() {
        return ReviewFigures.of(opened.lanes().get(0));
    }

    /** Heart rate of the whole day in 1400 columns. */
    @Benchmark
    @BenchmarkMode(Mode.AverageTime)
    public double frameOfTheDay() {
        opened.lanes().get(0).rate().columns(0, DAY_SECONDS, columns);
        return columns.max(WIDTH / 2);
    }

    /** Every beat of the day in 1400 columns. */
    @Benchmark
    @BenchmarkMode(Mode.AverageTime)
    public double frameOfTheDaysBeats() {
        opened.lanes().get(0).beats().raw().columns(0, DAY_SECONDS, columns);
        return columns.max(WIDTH / 2);
    }

    /** An hour of them, somewhere in the middle. */
    @Benchmark
    @BenchmarkMode(Mode.AverageTime)
    public double frameOfAnHour() {
        opened.lanes().get(0).beats().raw().columns(40_000, 43_600, columns);
        return columns.max(WIDTH / 2);
    }
}
