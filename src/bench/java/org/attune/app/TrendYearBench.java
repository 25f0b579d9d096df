package org.attune.app;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.attune.config.AttuneSettings;
import org.attune.consent.ConsentEvent;
import org.attune.consent.ConsentScope;
import org.attune.pipeline.Moment;
import org.attune.pipeline.SessionPipeline;
import org.attune.review.trend.Trend;
import org.attune.review.trend.TrendRules;
import org.attune.sensor.replay.SimulationScenario;
import org.attune.sensor.replay.SyntheticHeart;
import org.attune.session.ClientCode;
import org.attune.session.LaneId;
import org.attune.session.Participant;
import org.attune.session.Session;
import org.attune.session.SessionId;
import org.attune.store.Vault;
import org.attune.store.VaultSettings;
import org.attune.time.SessionTime;
import org.attune.time.WallClock;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.annotations.Warmup;

/**
 * A year of weekly sessions of 50 minutes out of an open vault, to a trend: out of the figures that
 * were kept, as each call but the first; and the first after a new version, which judges all again.
 */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Warmup(iterations = 2, time = 2)
@Measurement(iterations = 3, time = 3)
@Fork(1)
@SuppressWarnings("NullAway.Init") // filled by @Setup
public class TrendYearBench {
    private static final int WEEKS = 52;
    private static final SessionTime END = SessionTime.ofSeconds(3000);
    private static final ClientCode CLIENT = new ClientCode("K-07");
    private Path temp;
    private Vault vault;
    private AttuneSettings settings;
    private int otherwise;

    /** A year, recorded and looked at once. */
    @Setup(Level.Trial)
    public void year() throws IOException {
        temp = Files.createTempDirectory("trend-bench");
        vault =
                Vault.create(
                        temp.resolve("vault"),
                        "four quiet grey herons".toCharArray(),
                        VaultSettings.MINIMUM,
                        WallClock.system());
        vault.consents()
                .append(
                        new ConsentEvent(
                                CLIENT,
                                ConsentEvent.Type.GIVEN,
                                Instant.now().minusSeconds(60),
                                EnumSet.of(
                                        ConsentScope.RECORD,
                                        ConsentScope.STORE,
                                        ConsentScope.DERIVE),
                                null,
                                "paper"));
        settings = Wiring.settings(new CommonOptions(), null);
        List<Moment> log = log();
        for (int week = 0; week < WEEKS; week++) {
            Session session =
                    new Session(
                            new SessionId("s-" + week),
                            List.of(new Participant(LaneId.CLIENT, CLIENT)),
                            Instant.EPOCH.plus(7L * week, ChronoUnit.DAYS),
                            settings.fingerprint(),
                            SessionPipeline.VERSION);
            RecordedLog.keep(vault, session, "", CLIENT, log);
        }
        trend(settings);
    }

    private List<Moment> log() {
        SessionPipeline pipeline = Wiring.pipeline(List.of(LaneId.CLIENT), settings.pipeline());
        List<Moment> log = new ArrayList<>();
        SyntheticHeart.stream(SimulationScenario.OVERWHELM, 1, Duration.ofNanos(END.nanos()))
                .forEach(event -> log.addAll(pipeline.accept(LaneId.CLIENT, event)));
        log.addAll(pipeline.end(END));
        return log;
    }

    private Trend trend(AttuneSettings by) {
        return Trend.of(
                new TrendSessions(vault, CLIENT, by, WEEKS, true).all(), TrendRules.DEFAULT);
    }

    /** Out of what was kept. */
    @Benchmark
    public Trend yearKept() {
        return trend(settings);
    }

    /** All of it judged again, by settings that were never met before. */
    @Benchmark
    @BenchmarkMode(Mode.SingleShotTime)
    @Warmup(iterations = 1)
    @Measurement(iterations = 3)
    public Trend yearJudgedAgain() throws IOException {
        Path file = temp.resolve("other.toml");
        Files.writeString(file, "[states]\nrising_above = 1.4" + ++otherwise + "\n");
        CommonOptions other = new CommonOptions();
        other.config = file;
        return trend(Wiring.settings(other, null));
    }

    /** Removes the year. */
    @TearDown(Level.Trial)
    public void remove() throws IOException {
        vault.close();
        try (Stream<Path> files = Files.walk(temp)) {
            files.sorted(Comparator.reverseOrder())
                    .forEach(
                            each -> {
                                try {
                                    Files.delete(each);
                                } catch (IOException e) {
                                    throw new UncheckedIOException(e);
                                }
                            });
        }
    }
}
