package org.attune.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import org.attune.config.AttuneSettings;
import org.attune.live.LiveSnapshot;
import org.attune.live.RecordingStatus;
import org.attune.live.SessionCommands;
import org.attune.pipeline.Moment;
import org.attune.sensor.Sensor;
import org.attune.sensor.SensorAddress;
import org.attune.session.ClientCode;
import org.attune.session.LaneId;
import org.attune.session.Participant;
import org.attune.session.Session;
import org.attune.session.SessionId;
import org.attune.store.StoredSession;
import org.attune.store.Vault;
import org.attune.time.WallClock;
import org.attune.ui.BeforeFacts;
import org.attune.ui.PrepareCommands;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is chosen before a session, with a real vault and a simulated heart. */
class PreparationTest {
    private static final ClientCode CLIENT = new ClientCode("K-07");
    private static final ClientCode OTHER = new ClientCode("K-08");
    private static final SessionId ID = new SessionId("s-1");
    private static final SensorAddress HEART = SensorAddress.parse("sim:settled?speed=60");

    @TempDir Path home;
    private final CommonOptions common = new CommonOptions();

    @BeforeEach
    void aVaultAndTwoWhoAgreed() throws IOException {
        VaultWithYes.make(home, common, CLIENT, OTHER);
    }

    @Test
    void whatWasHeardBeforeTheSessionBeginsIsRecordedWithIt() throws Exception {
        Watched watched =
                run(
                        (page, seen) -> {
                            seen.awaitSnapshot(s -> s.now().toSeconds() > 40);
                            assertThat(page.newest().recording().kind())
                                    .isEqualTo(RecordingStatus.Kind.LIVE_ONLY);
                            page.commands().begin();
                            seen.awaitSnapshot(
                                    s -> s.recording().kind() == RecordingStatus.Kind.RECORDING);
                            seen.awaitSnapshot(s -> s.now().toSeconds() > 60);
                        });

        assertThat(watched.facts.get(0).people().get(0).agreed()).isPresent();
        StoredSession stored = stored().orElseThrow();
        assertThat(stored.entry().session().participants())
                .extracting(Participant::code)
                .containsExactly(CLIENT);
        assertThat(beats(stored)).as("heard before it began").anyMatch(at -> at < 20);
        assertThat(beats(stored)).as("and after").anyMatch(at -> at > 41);
    }

    @Test
    void liveOnlyTodayLeavesNoRowOfTheSession() throws Exception {
        Watched watched =
                run(
                        (page, seen) -> {
                            seen.awaitSnapshot(s -> s.now().toSeconds() > 20);
                            page.commands().liveOnly();
                            page.commands().begin();
                            seen.awaitSnapshot(s -> s.now().toSeconds() > 60);
                        });

        assertThat(watched.facts).last().matches(BeforeFacts::liveOnlyToday);
        assertThat(watched.newest().recording().kind()).isEqualTo(RecordingStatus.Kind.LIVE_ONLY);
        assertThat(stored()).isEmpty();
    }

    @Test
    void closedBeforeItBeginsNothingIsWritten() throws Exception {
        Watched unused = run((page, seen) -> seen.awaitSnapshot(s -> s.now().toSeconds() > 20));

        assertThat(stored()).isEmpty();
    }

    @Test
    void someoneElseIsRecordedUnderTheirOwnCodeFromTheFirstBeatOn() throws Exception {
        Watched watched =
                run(
                        (page, seen) -> {
                            seen.awaitSnapshot(s -> s.now().toSeconds() > 30);
                            assertThat(watchedOthers(seen)).containsExactly("K-08", "");
                            page.commands().someoneElse("K-08");
                            seen.awaitSnapshot(
                                    s -> s.lanes().get(0).participant().code().equals(OTHER));
                            int heard = page.newest().lanes().get(0).history().size();
                            assertThat(heard)
                                    .as("nothing that was learned is lost")
                                    .isGreaterThan(25);
                            page.commands().begin();
                            seen.awaitSnapshot(
                                    s -> s.recording().kind() == RecordingStatus.Kind.RECORDING);
                        });

        assertThat(watched.newest().session().participants())
                .extracting(Participant::code)
                .containsExactly(OTHER);
        StoredSession stored = stored().orElseThrow();
        assertThat(stored.entry().session().participants())
                .extracting(Participant::code)
                .containsExactly(OTHER);
        assertThat(beats(stored)).anyMatch(at -> at < 20);
    }

    @Test
    void somebodyUnnamedIsNotRecorded() throws Exception {
        Watched watched =
                run(
                        (page, seen) -> {
                            seen.awaitSnapshot(s -> s.now().toSeconds() > 10);
                            page.commands().someoneElse("");
                            page.commands().begin();
                            seen.awaitSnapshot(s -> s.now().toSeconds() > 60);
                        });

        assertThat(watched.facts.get(watched.facts.size() - 1).people().get(0).code()).isEmpty();
        assertThat(stored()).isEmpty();
    }

    private static List<String> watchedOthers(Watched seen) {
        return seen.facts.get(0).others();
    }

    /** A therapist at the page. */
    private interface Hand {
        void does(Watched page, Watched seen) throws Exception;
    }

    private Watched run(Hand hand) throws Exception {
        RecordingDesk desk = RecordingDesk.open(common, Map.of(LaneId.CLIENT, CLIENT), false);
        AttuneSettings settings = AttuneSettings.DEFAULT;
        Map<LaneId, Sensor> sensors = LaneSensors.of(List.of(HEART), () -> "", settings.strap());
        Watched display = new Watched();
        Preparation preparation =
                new Preparation(
                        settings,
                        Map.of(),
                        desk,
                        Map.of(LaneId.CLIENT, sensors.values().iterator().next().description()),
                        Set.of(),
                        Map.of(LaneId.CLIENT, CLIENT),
                        List.of(),
                        List.of());
        Session session =
                new Session(
                        ID,
                        List.of(new Participant(LaneId.CLIENT, CLIENT)),
                        Instant.now(),
                        settings.fingerprint(),
                        "test-1");
        Thread run =
                new Thread(
                        () ->
                                LiveCommand.runToEnd(
                                        new LiveRun(
                                                settings,
                                                Map.of(),
                                                desk,
                                                display,
                                                Optional.of(preparation)),
                                        session,
                                        sensors,
                                        60,
                                        Duration.ofHours(5),
                                        Map.of(),
                                        List.of()));
        run.start();
        try {
            display.awaitPage();
            hand.does(display, display);
        } finally {
            display.end.run();
            run.join(Duration.ofSeconds(60).toMillis());
        }
        assertThat(run.isAlive()).isFalse();
        return display;
    }

    private Optional<StoredSession> stored() {
        try (Vault vault =
                Vault.open(
                        home.resolve("vault"),
                        AttuneProcess.PASSPHRASE.toCharArray(),
                        WallClock.system())) {
            return vault.archive().read(ID);
        }
    }

    private static List<Double> beats(StoredSession stored) {
        return stored.moments().stream()
                .filter(Moment.Judged.class::isInstance)
                .map(moment -> moment.at().toSeconds())
                .toList();
    }

    /** A display that is a therapist's, without a screen. */
    private static final class Watched implements Display {
        private final BlockingQueue<PrepareCommands> page = new LinkedBlockingQueue<>();
        private final List<BeforeFacts> facts = new java.util.concurrent.CopyOnWriteArrayList<>();
        private volatile Runnable end = () -> {};
        private volatile Optional<LiveSnapshot> newest = Optional.empty();
        private volatile Optional<PrepareCommands> commands = Optional.empty();

        @Override
        public void open(SessionCommands session, Runnable onClose) {
            end = onClose;
        }

        @Override
        public boolean waits() {
            return true;
        }

        @Override
        public void prepare(PrepareCommands prepare, BeforeFacts known) {
            facts.add(known);
            page.add(prepare);
        }

        @Override
        public void know(BeforeFacts known) {
            facts.add(known);
        }

        @Override
        public void offer(LiveSnapshot snapshot) {
            newest = Optional.of(snapshot);
        }

        @Override
        public int pressed() {
            return 0;
        }

        @Override
        public void close() {
            // Nothing was opened.
        }

        void awaitPage() throws InterruptedException {
            commands = Optional.ofNullable(page.poll(60, TimeUnit.SECONDS));
            assertThat(commands).isPresent();
        }

        PrepareCommands commands() {
            return commands.orElseThrow();
        }

        LiveSnapshot newest() {
            return newest.orElseThrow();
        }

        void awaitSnapshot(Predicate<LiveSnapshot> wanted) throws InterruptedException {
            long deadline = System.nanoTime() + Duration.ofSeconds(60).toNanos();
            while (newest.filter(wanted).isEmpty()) {
                assertThat(System.nanoTime()).as("waited for too long").isLessThan(deadline);
                TimeUnit.MILLISECONDS.sleep(5);
            }
        }
    }
}
