package org.attune.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.attune.live.LiveSnapshot;
import org.attune.live.RecordingStatus;
import org.attune.pipeline.Moment;
import org.attune.sensor.SensorAddress;
import org.attune.session.ClientCode;
import org.attune.session.Participant;
import org.attune.session.SessionId;
import org.attune.store.StoredSession;
import org.attune.store.Vault;
import org.attune.time.WallClock;
import org.attune.ui.BeforeFacts;
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
        PreparedRun.Watched watched =
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
        PreparedRun.Watched watched =
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
        PreparedRun.Watched unused =
                run((page, seen) -> seen.awaitSnapshot(s -> s.now().toSeconds() > 20));

        assertThat(stored()).isEmpty();
    }

    @Test
    void someoneElseIsRecordedUnderTheirOwnCodeFromTheFirstBeatOn() throws Exception {
        PreparedRun.Watched watched =
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

    /** The first time: nothing is known of the person, and no keys but Enter are pressed. */
    @Test
    void withinAMinuteThereIsSteadyContactAndAStableTrace() throws Exception {
        PreparedRun.Watched watched =
                run(
                        (page, seen) -> {
                            seen.awaitSnapshot(PreparationTest::steady);
                            page.commands().begin();
                            seen.awaitSnapshot(s -> s.now().toSeconds() > 60);
                        });

        double steadyAt = watched.first(PreparationTest::steady).now().toSeconds();
        assertThat(steadyAt).isBetween(10.0, 45.0);
        List<Moment.Concluded> minute =
                watched.first(s -> s.now().toSeconds() >= 60).lanes().get(0).history().stream()
                        .filter(each -> each.at().toSeconds() <= 60)
                        .toList();
        assertThat(minute.subList(minute.size() - 10, minute.size()))
                .allMatch(each -> each.reading().heartRateBpm().isPresent());
    }

    /** For ten seconds on end there was a rate to show. */
    private static boolean steady(LiveSnapshot snapshot) {
        List<Moment.Concluded> history = snapshot.lanes().get(0).history();
        return history.size() >= 10
                && history.subList(history.size() - 10, history.size()).stream()
                        .allMatch(each -> each.reading().heartRateBpm().isPresent());
    }

    @Test
    void somebodyUnnamedIsNotRecorded() throws Exception {
        PreparedRun.Watched watched =
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

    private static List<String> watchedOthers(PreparedRun.Watched seen) {
        return seen.facts.get(0).others();
    }

    private PreparedRun.Watched run(PreparedRun.Hand hand) throws Exception {
        return new PreparedRun(common, CLIENT, HEART, ID).run(hand);
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
}
