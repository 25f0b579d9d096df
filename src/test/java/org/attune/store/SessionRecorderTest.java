package org.attune.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.attune.consent.RecordingPermit;
import org.attune.pipeline.Moment;
import org.attune.session.LaneId;
import org.attune.session.MarkKind;
import org.attune.session.Marker;
import org.attune.session.Participant;
import org.attune.session.Session;
import org.attune.session.SessionId;
import org.attune.time.SessionTime;
import org.attune.time.WallClock;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class SessionRecorderTest {
    private static final SessionId ID = new SessionId("s-1");
    @TempDir Path temp;

    @Test
    void whatHappenedComesBackInItsOrderAcrossLanes() {
        Path folder = temp.resolve("v");
        List<Moment> happened = withEnd(Desk.seconds(0, 95));
        happened.add(50, new Moment.Marked(Marker.of(SessionTime.ofSeconds(8), MarkKind.SLOW)));
        try (Vault vault = Desk.create(folder)) {
            try (SessionRecorder recorder = record(vault, Desk.bothPermits())) {
                for (Moment moment : happened) {
                    recorder.happened(moment);
                    pause(happened.indexOf(moment) % 7 == 0);
                }
            }
            assertThat(vault.verify().findings()).isEmpty();
        }
        try (Vault vault = Desk.open(folder)) {
            StoredSession stored = vault.archive().read(ID).orElseThrow();

            assertThat(stored.moments()).isEqualTo(happened);
            assertThat(stored.holes()).isEmpty();
            assertThat(stored.settingsText()).isEqualTo(Desk.SETTINGS);
            assertThat(stored.entry().session()).isEqualTo(Desk.session("s-1"));
            assertThat(stored.entry().state()).isEqualTo(SessionEntry.State.CLOSED);
            assertThat(stored.entry().incomplete()).isFalse();
            assertThat(stored.entry().last()).isEqualTo(SessionTime.ofSeconds(95));
            assertThat(vault.archive().sessions()).containsExactly(stored.entry());
        }
    }

    @Test
    void smallPartsAreGatheredWhileTheSessionRuns() throws SQLException {
        Path folder = temp.resolve("v");
        AtomicLong commits = new AtomicLong();
        try (Vault vault = Desk.create(folder);
                SessionRecorder recorder =
                        vault.record(
                                Desk.session("s-1"),
                                Desk.SETTINGS,
                                Desk.annasPermit(),
                                change -> {},
                                Desk.FAST,
                                order -> commits.incrementAndGet())) {
            for (int number = 0; number < 60; number++) {
                long before = commits.get();
                Desk.second(LaneId.CLIENT, number).forEach(recorder::happened);
                Desk.await(() -> commits.get() > before);
            }
            assertThat(commits).hasValueGreaterThanOrEqualTo(60);
            assertThat(Intruder.number(folder, "SELECT COUNT(*) FROM part")).isLessThan(16);
            assertThat(vault.archive().read(ID).orElseThrow().moments()).hasSize(180);
        }
    }

    @Test
    void aLaneWithoutAPermitLeavesNoByte() throws SQLException {
        Path folder = temp.resolve("v");
        List<Moment> annas = new ArrayList<>();
        try (Vault vault = Desk.create(folder)) {
            try (SessionRecorder recorder = record(vault, Desk.annasPermit())) {
                for (int number = 0; number < 30; number++) {
                    annas.addAll(Desk.second(LaneId.CLIENT, number));
                    Desk.second(LaneId.CLIENT, number).forEach(recorder::happened);
                    Desk.second(LaneId.PARTNER, number).forEach(recorder::happened);
                }
                assertThat(recorder.records(LaneId.CLIENT)).isTrue();
                assertThat(recorder.records(LaneId.PARTNER)).isFalse();
            }
            StoredSession stored = vault.archive().read(ID).orElseThrow();
            assertThat(stored.moments()).isEqualTo(annas);
            assertThat(stored.entry().session().participants())
                    .containsExactly(new Participant(LaneId.CLIENT, Desk.ANNA));
            assertThat(vault.clients().codes()).containsExactly(Desk.ANNA);
        }
        assertThat(Intruder.number(folder, "SELECT COUNT(*) FROM client")).isEqualTo(1);
        assertThat(Intruder.number(folder, "SELECT COUNT(*) FROM stream")).isEqualTo(1);
        assertThat(Intruder.number(folder, "SELECT COUNT(*) FROM part WHERE lane <> 0")).isZero();
    }

    @Test
    void withoutAnyPermitNothingIsBegun() throws SQLException {
        Path folder = temp.resolve("v");
        try (Vault vault = Desk.create(folder)) {
            assertThatThrownBy(() -> record(vault, Map.of()))
                    .isInstanceOf(IllegalArgumentException.class);
            RecordingPermit bens = Desk.permit(Desk.BEN, null);
            assertThatThrownBy(() -> record(vault, Map.of(LaneId.CLIENT, bens)))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessageContaining("own person");
            assertThat(vault.archive().sessions()).isEmpty();
        }
        for (String table : List.of("client", "consent", "stream", "part")) {
            assertThat(Intruder.number(folder, "SELECT COUNT(*) FROM " + table)).isZero();
        }
    }

    @Test
    void marksGoWithTheFirstLaneThatMayBeRecorded() {
        try (Vault vault = Desk.create(temp.resolve("v"))) {
            Moment mark = new Moment.Marked(Marker.of(SessionTime.ofSeconds(3), MarkKind.PAUSE));
            Moment later = new Moment.Marked(Marker.of(SessionTime.ofSeconds(9), MarkKind.SLOW));
            try (SessionRecorder recorder = record(vault, Desk.bothPermits())) {
                recorder.happened(mark);
                recorder.withdraw(LaneId.CLIENT, SessionRecorder.Withdrawal.ERASE);
                recorder.happened(later);
                Desk.second(LaneId.CLIENT, 10).forEach(recorder::happened);
                Desk.second(LaneId.PARTNER, 10).forEach(recorder::happened);
            }
            List<Moment> kept = new ArrayList<>(List.of(later));
            kept.addAll(Desk.second(LaneId.PARTNER, 10));
            StoredSession stored = vault.archive().read(ID).orElseThrow();
            assertThat(stored.moments()).isEqualTo(kept);
            assertThat(stored.entry().session().participants())
                    .containsExactly(new Participant(LaneId.PARTNER, Desk.BEN));
            assertThat(vault.verify().findings()).isEmpty();
        }
    }

    @Test
    void withdrawalKeepingTheRestStopsAtOnceAndKeepsIt() {
        try (Vault vault = Desk.create(temp.resolve("v"))) {
            List<RecorderStatus> told = new CopyOnWriteArrayList<>();
            try (SessionRecorder recorder =
                    vault.record(
                            Desk.session("s-1"),
                            "",
                            Desk.annasPermit(),
                            told::add,
                            Desk.FAST,
                            order -> {})) {
                Desk.second(LaneId.CLIENT, 1).forEach(recorder::happened);
                recorder.withdraw(SessionRecorder.Withdrawal.KEEP);
                Desk.second(LaneId.CLIENT, 2).forEach(recorder::happened);

                assertThat(recorder.status().kind()).isEqualTo(RecorderStatus.Kind.WITHDRAWN);
                Desk.await(() -> !told.isEmpty());
            }
            assertThat(told.get(0).kind()).isEqualTo(RecorderStatus.Kind.WITHDRAWN);
            assertThat(vault.archive().read(ID).orElseThrow().moments())
                    .isEqualTo(Desk.second(LaneId.CLIENT, 1));
            assertThat(vault.archive().sessions().get(0).state())
                    .isEqualTo(SessionEntry.State.CLOSED);
        }
    }

    @Test
    void withdrawalErasingTheRestLeavesNothingOfTheSession() throws SQLException {
        Path folder = temp.resolve("v");
        try (Vault vault = Desk.create(folder)) {
            CountDownLatch committed = new CountDownLatch(1);
            try (SessionRecorder recorder =
                    vault.record(
                            Desk.session("s-1"),
                            "",
                            Desk.bothPermits(),
                            change -> {},
                            Desk.FAST,
                            order -> committed.countDown())) {
                Desk.seconds(0, 5).forEach(recorder::happened);
                Desk.await(() -> committed.getCount() == 0);
                recorder.withdraw(SessionRecorder.Withdrawal.ERASE);
                Desk.seconds(5, 9).forEach(recorder::happened);
            }
            assertThat(vault.archive().list().sessions()).isEmpty();
            assertThat(vault.archive().list().unreadable()).isEmpty();
            assertThat(vault.verify().findings()).isEmpty();
            assertThat(vault.clients().codes()).containsExactlyInAnyOrder(Desk.ANNA, Desk.BEN);
        }
        assertThat(Intruder.number(folder, "SELECT COUNT(*) FROM part")).isZero();
        assertThat(Intruder.number(folder, "SELECT COUNT(*) FROM stream")).isZero();
    }

    @Test
    void aPermitThatRunsOutEndsItsLaneForGood() {
        AtomicLong passed = new AtomicLong();
        Path folder = temp.resolve("v");
        Desk.create(folder).close();
        try (Vault vault = open(folder, () -> Desk.TEN_O_CLOCK.plusNanos(passed.get()))) {
            Instant until = Desk.TEN_O_CLOCK.plusSeconds(60);
            Map<LaneId, RecordingPermit> permits =
                    Map.of(LaneId.CLIENT, Desk.permit(Desk.ANNA, until));
            try (SessionRecorder recorder = record(vault, permits)) {
                passed.set(60_000_000_000L);
                Desk.second(LaneId.CLIENT, 60).forEach(recorder::happened);
                passed.set(60_000_000_001L);
                Desk.second(LaneId.CLIENT, 61).forEach(recorder::happened);
                // A clock put back does not bring the permit back.
                passed.set(0);
                Desk.second(LaneId.CLIENT, 62).forEach(recorder::happened);
                assertThat(recorder.status().kind()).isEqualTo(RecorderStatus.Kind.EXPIRED);
            }
            assertThat(vault.archive().read(ID).orElseThrow().moments())
                    .isEqualTo(Desk.second(LaneId.CLIENT, 60));

            passed.set(61_000_000_000L);
            assertThatThrownBy(() -> vault.record(session("s-2"), "", permits, change -> {}))
                    .isInstanceOf(IllegalArgumentException.class);
        }
    }

    @Test
    void aFullQueueLosesMomentsAndSaysSoNowAndInTheRecording() {
        RecorderPace tight =
                new RecorderPace(Duration.ofMillis(5), 10, 8, 32 << 20, Duration.ofSeconds(2));
        try (Vault vault = Desk.create(temp.resolve("v"))) {
            CountDownLatch entered = new CountDownLatch(1);
            CountDownLatch release = new CountDownLatch(1);
            List<RecorderStatus> told = new CopyOnWriteArrayList<>();
            SessionRecorder recorder =
                    vault.record(
                            session("s-1"),
                            "",
                            Desk.annasPermit(),
                            told::add,
                            tight,
                            order -> {
                                entered.countDown();
                                waitFor(release);
                            });
            recorder.happened(Desk.second(LaneId.CLIENT, 0).get(0));
            waitFor(entered);
            // The recorder stands still now: eight moments fit, twelve do not.
            for (int number = 1; number <= 20; number++) {
                recorder.happened(Desk.second(LaneId.CLIENT, number).get(0));
            }
            assertThat(recorder.status().kind()).isEqualTo(RecorderStatus.Kind.INCOMPLETE);
            assertThat(recorder.status().lost()).isEqualTo(12);
            release.countDown();
            Desk.await(() -> !told.isEmpty());
            Moment after = Desk.second(LaneId.CLIENT, 21).get(0);
            recorder.happened(after);
            recorder.close();

            assertThat(told.get(0).kind()).isEqualTo(RecorderStatus.Kind.INCOMPLETE);
            StoredSession stored = vault.archive().read(ID).orElseThrow();
            assertThat(stored.moments()).hasSize(10).endsWith(after);
            assertThat(stored.holes()).containsExactly(new StoredSession.Hole(after.at(), 12));
            assertThat(stored.entry().incomplete()).isTrue();
            assertThat(vault.archive().sessions().get(0).lost()).isEqualTo(12);
            assertThat(vault.verify().sound()).isTrue();
        }
    }

    @Test
    void aSourceFasterThanLifeLosesNothingIfItWaitsForRoom() throws InterruptedException {
        List<Moment> happened = Desk.seconds(0, 8_000);
        try (Vault vault = Desk.create(temp.resolve("v"))) {
            try (SessionRecorder recorder = record(vault, Desk.bothPermits())) {
                for (Moment moment : happened) {
                    recorder.awaitRoom();
                    recorder.happened(moment);
                }
            }
            StoredSession stored = vault.archive().read(ID).orElseThrow();
            assertThat(stored.entry().incomplete()).isFalse();
            assertThat(stored.moments()).isEqualTo(happened);
        }
    }

    @Test
    void aDiskThatTakesNothingForAWhileCostsNothing() throws SQLException {
        Path folder = temp.resolve("v");
        List<Moment> happened = withEnd(Desk.seconds(0, 40));
        try (Vault vault = Desk.create(folder)) {
            List<RecorderStatus> told = new CopyOnWriteArrayList<>();
            SessionRecorder recorder =
                    vault.record(
                            Desk.session("s-1"),
                            "",
                            Desk.bothPermits(),
                            told::add,
                            Desk.FAST,
                            order -> {});
            try (Connection other = Intruder.connect(folder, "vault.db");
                    Statement statement = other.createStatement()) {
                statement.execute("BEGIN IMMEDIATE");
                happened.subList(0, 100).forEach(recorder::happened);
                Desk.await(() -> recorder.status().kind() == RecorderStatus.Kind.DELAYED);
                assertThat(recorder.status().words()).contains("another program holds the vault");
                happened.subList(100, 200).forEach(recorder::happened);
                statement.execute("ROLLBACK");
            }
            happened.subList(200, happened.size()).forEach(recorder::happened);
            Desk.await(() -> recorder.status().kind() == RecorderStatus.Kind.RECORDING);
            recorder.close();

            assertThat(told)
                    .extracting(RecorderStatus::kind)
                    .containsExactly(
                            RecorderStatus.Kind.DELAYED,
                            RecorderStatus.Kind.RECORDING,
                            RecorderStatus.Kind.CLOSED);
            assertThat(vault.archive().read(ID).orElseThrow().moments()).isEqualTo(happened);
            assertThat(vault.verify().findings()).isEmpty();
        }
    }

    @Test
    void aDiskThatTakesNothingToTheEndIsSaidAndDoesNotHoldUpClosing() throws SQLException {
        Path folder = temp.resolve("v");
        try (Vault vault = Desk.create(folder)) {
            SessionRecorder recorder = record(vault, Desk.annasPermit());
            long began = System.nanoTime();
            try (Connection other = Intruder.connect(folder, "vault.db");
                    Statement statement = other.createStatement()) {
                statement.execute("BEGIN IMMEDIATE");
                Desk.second(LaneId.CLIENT, 1).forEach(recorder::happened);
                recorder.close();
                statement.execute("ROLLBACK");
            }
            assertThat(Duration.ofNanos(System.nanoTime() - began)).isLessThan(seconds(5));
            assertThat(recorder.status().kind()).isEqualTo(RecorderStatus.Kind.FAILED);
            SessionEntry entry = vault.archive().sessions().get(0);
            assertThat(entry.state()).isEqualTo(SessionEntry.State.RECOVERED);
        }
    }

    @Test
    void aRecordingThatBreaksOffIsRecovered() {
        Path folder = temp.resolve("v");
        AtomicLong committed = new AtomicLong(-1);
        List<Moment> happened = Desk.seconds(0, 12);
        try (Vault vault = Desk.create(folder);
                SessionRecorder recorder =
                        vault.record(
                                Desk.session("s-1"),
                                Desk.SETTINGS,
                                Desk.bothPermits(),
                                change -> {},
                                Desk.FAST,
                                committed::set)) {
            happened.forEach(recorder::happened);
            Desk.await(() -> committed.get() == happened.size() - 1);
            assertThat(vault.archive().sessions().get(0).state())
                    .isEqualTo(SessionEntry.State.RECORDING);
            Desk.copy(folder, temp.resolve("copy"));
        }
        try (Vault copy = Desk.open(temp.resolve("copy"))) {
            StoredSession stored = copy.archive().read(ID).orElseThrow();
            assertThat(stored.entry().state()).isEqualTo(SessionEntry.State.RECOVERED);
            assertThat(stored.moments()).isEqualTo(happened);
            assertThat(copy.verify().sound()).isTrue();
            assertThat(copy.verify().toLines()).anyMatch(line -> line.contains("recovered"));
        }
    }

    @Test
    void oneRecordingAtATimeAndEachSessionOnce() {
        try (Vault vault = Desk.create(temp.resolve("v"))) {
            SessionRecorder first = record(vault, Desk.annasPermit());
            assertThatThrownBy(
                            () ->
                                    vault.record(
                                            session("s-2"), "", Desk.annasPermit(), change -> {}))
                    .isInstanceOf(VaultException.class);
            first.close();
            assertThatThrownBy(() -> record(vault, Desk.annasPermit()))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessageContaining("recorded once");
            SessionRecorder second =
                    vault.record(session("s-2"), "", Desk.annasPermit(), change -> {});
            first.close();
            assertThat(vault.archive().sessions())
                    .extracting(SessionEntry::state)
                    .containsExactly(SessionEntry.State.CLOSED, SessionEntry.State.RECORDING);
            second.close();
            assertThat(vault.archive().read(new SessionId("s-3"))).isEqualTo(Optional.empty());
        }
    }

    private static SessionRecorder record(Vault vault, Map<LaneId, RecordingPermit> permits) {
        return vault.record(
                session("s-1"), Desk.SETTINGS, permits, change -> {}, Desk.FAST, order -> {});
    }

    private static Vault open(Path folder, WallClock clock) {
        return Vault.open(folder, Desk.passphrase(), clock);
    }

    private static Session session(String id) {
        return Desk.session(id);
    }

    private static List<Moment> withEnd(List<Moment> moments) {
        List<Moment> ended = new ArrayList<>(moments);
        Moment last = moments.get(moments.size() - 1);
        ended.add(new Moment.Ended(last.at().plus(Duration.ofSeconds(1))));
        return ended;
    }

    private static Duration seconds(int count) {
        return Duration.ofSeconds(count);
    }

    private static void pause(boolean really) {
        if (really) {
            waitFor(new CountDownLatch(1), 2);
        }
    }

    private static void waitFor(CountDownLatch latch) {
        assertThat(waitFor(latch, 20_000)).isTrue();
    }

    private static boolean waitFor(CountDownLatch latch, long millis) {
        try {
            return latch.await(millis, TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
    }
}
