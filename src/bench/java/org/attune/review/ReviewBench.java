package org.attune.review;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.attune.pipeline.Moment;
import org.attune.pipeline.PipelineSettings;
import org.attune.pipeline.Replay;
import org.attune.pipeline.SessionPipeline;
import org.attune.regulation.PersonalBandEstimator;
import org.attune.review.dyad.Dyad;
import org.attune.review.dyad.DyadRules;
import org.attune.review.trend.Trend;
import org.attune.review.trend.TrendRules;
import org.attune.review.trend.TrendSession;
import org.attune.sensor.SensorEvent;
import org.attune.sensor.replay.SimulationScenario;
import org.attune.sensor.replay.SyntheticHeart;
import org.attune.session.ClientCode;
import org.attune.session.LaneId;
import org.attune.session.Participant;
import org.attune.session.Session;
import org.attune.session.SessionId;
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
 * After decryption: a year of weekly sessions of 50 minutes laid side by side, as recorded and all
 * of them judged again; and two people of one session against 999 surrogates. One log stands for
 * each of the 52: a year of them would fill the memory, which the command does not either.
 */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Warmup(iterations = 2, time = 3)
@Measurement(iterations = 3, time = 5)
@Fork(1)
public class ReviewBench {
    private static final int WEEKS = 52;
    private static final SessionTime END = SessionTime.ofSeconds(3000);
    private final List<Moment> log = new ArrayList<>();

    /** A session of two. */
    @Setup
    public void meet() {
        SessionPipeline pipeline = pipeline(LaneId.CLIENT, LaneId.THERAPIST);
        List<SensorEvent> client = events(1);
        List<SensorEvent> therapist = events(2);
        int other = 0;
        for (SensorEvent event : client) {
            while (other < therapist.size() && !therapist.get(other).at().isAfter(event.at())) {
                log.addAll(pipeline.accept(LaneId.THERAPIST, therapist.get(other++)));
            }
            log.addAll(pipeline.accept(LaneId.CLIENT, event));
        }
        log.addAll(pipeline.end(END));
    }

    private static List<SensorEvent> events(long seed) {
        List<SensorEvent> events = new ArrayList<>();
        SyntheticHeart.stream(SimulationScenario.OVERWHELM, seed, Duration.ofNanos(END.nanos()))
                .forEach(events::add);
        return events;
    }

    private static SessionPipeline pipeline(LaneId... lanes) {
        PipelineSettings settings = PipelineSettings.DEFAULT;
        return new SessionPipeline(
                List.of(lanes),
                settings,
                () -> new PersonalBandEstimator(settings.regulation()),
                () -> new CalmCues(settings.cues()));
    }

    private Trend year(boolean again) {
        List<TrendSession> year = new ArrayList<>();
        for (int week = 0; week < WEEKS; week++) {
            Session session =
                    new Session(
                            new SessionId("s-" + week),
                            List.of(new Participant(LaneId.CLIENT, new ClientCode("K-07"))),
                            Instant.EPOCH.plus(7L * week, ChronoUnit.DAYS),
                            "f",
                            "3");
            List<Moment> read = again ? Replay.play(inputs(), pipeline(LaneId.CLIENT)) : log;
            year.add(
                    TrendSession.of(
                            session, LaneId.CLIENT, read, TrendSession.Judging.of(session), false));
        }
        return Trend.of(year, TrendRules.DEFAULT);
    }

    private List<Moment> inputs() {
        List<Moment> inputs = new ArrayList<>();
        for (Moment moment : log) {
            if (!(moment instanceof Moment.Heard heard) || heard.lane().equals(LaneId.CLIENT)) {
                inputs.add(moment);
            }
        }
        return inputs;
    }

    /** A year as it was recorded. */
    @Benchmark
    public Trend yearAsRecorded() {
        return year(false);
    }

    /** A year, every session judged again. */
    @Benchmark
    public Trend yearJudgedAgain() {
        return year(true);
    }

    /** Two people of one session. */
    @Benchmark
    public Dyad twoPeople() {
        return Dyad.of(LaneId.CLIENT, LaneId.THERAPIST, log, DyadRules.DEFAULT);
    }
}
