package org.attune.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import org.attune.session.LaneId;
import org.attune.session.SessionId;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Consent withdrawn with the wish to erase, while the session goes on. */
final class WithdrawnLiveTest {
    private static final SessionId ID = new SessionId("s-1");
    @TempDir Path temp;

    private static List<byte[]> keysOfLane(Path folder, int lane) throws SQLException {
        List<byte[]> keys = new ArrayList<>();
        try (Connection connection = Intruder.connect(folder, "keys.db");
                Statement statement = connection.createStatement();
                ResultSet row =
                        statement.executeQuery(
                                "SELECT wrapped FROM stream_key WHERE lane = " + lane)) {
            while (row.next()) {
                keys.add(row.getBytes(1));
            }
        }
        return keys;
    }

    private static SessionRecorder record(Vault vault, AtomicLong committed) {
        return vault.record(
                Desk.session("s-1"),
                Desk.SETTINGS,
                Desk.bothPermits(),
                change -> {},
                Desk.FAST,
                committed::set);
    }

    @Test
    void theLaneIsErasedAtOnceWhileTheOtherIsRecordedOn() throws SQLException {
        Path folder = temp.resolve("v");
        AtomicLong committed = new AtomicLong(-1);
        try (Vault vault = Desk.create(folder)) {
            SessionRecorder recorder = record(vault, committed);
            Desk.seconds(0, 10).forEach(recorder::happened);
            Desk.await(() -> committed.get() >= 59);
            List<byte[]> keys = keysOfLane(folder, 0);
            assertThat(keys).hasSize(1);

            recorder.withdraw(LaneId.CLIENT, SessionRecorder.Withdrawal.ERASE);
            Desk.await(() -> Desk.filesHolding(folder, keys.get(0)).isEmpty());

            Desk.await(() -> !vault.erasures().tombstones().isEmpty());
            assertThat(recorder.records(LaneId.PARTNER)).isTrue();
            Desk.seconds(10, 20).forEach(recorder::happened);
            recorder.close();
            assertThat(vault.archive().read(ID).orElseThrow().moments()).hasSize(60);
            assertThat(vault.audit().entries())
                    .extracting(AuditEntry::kind)
                    .contains(
                            AuditEvent.Kind.RECORDING_BEGUN,
                            AuditEvent.Kind.ERASED,
                            AuditEvent.Kind.RECORDING_ENDED);
            assertThat(vault.verify().sound()).isTrue();
        }
    }

    @Test
    void underLegalHoldWithdrawalStopsUseAndNotStorageAndSaysSo() {
        AtomicLong committed = new AtomicLong(-1);
        try (Vault vault = Desk.create(temp.resolve("v"))) {
            vault.keeping().hold(Desk.ANNA, Desk.TEN_O_CLOCK);
            vault.keeping().hold(Desk.BEN, Desk.TEN_O_CLOCK);
            SessionRecorder recorder = record(vault, committed);
            Desk.seconds(0, 10).forEach(recorder::happened);
            Desk.await(() -> committed.get() >= 59);

            recorder.withdraw(SessionRecorder.Withdrawal.ERASE);

            Desk.await(() -> recorder.status().words().contains("legal hold"));
            Desk.seconds(10, 20).forEach(recorder::happened);
            recorder.close();
            assertThat(vault.archive().read(ID).orElseThrow().moments()).hasSize(60);
        }
    }

    @Test
    void whatCannotBeErasedYetIsWrittenNoFurtherAndTriedAgain() throws SQLException {
        Path folder = temp.resolve("v");
        AtomicLong committed = new AtomicLong(-1);
        try (Vault vault = Desk.create(folder)) {
            SessionRecorder recorder = record(vault, committed);
            Desk.seconds(0, 10).forEach(recorder::happened);
            Desk.await(() -> committed.get() >= 59);
            try (Connection keys = Intruder.connect(folder, "keys.db");
                    Statement statement = keys.createStatement()) {
                statement.execute(
                        "CREATE TRIGGER stop BEFORE DELETE ON stream_key BEGIN SELECT RAISE(ABORT,"
                                + " 'no'); END");
                recorder.withdraw(LaneId.CLIENT, SessionRecorder.Withdrawal.ERASE);
                Desk.await(() -> recorder.status().words().contains("not erased yet"));
                long before = annasParts(folder);
                Desk.seconds(10, 12).forEach(recorder::happened);
                Desk.await(() -> committed.get() >= 65);
                assertThat(annasParts(folder)).isEqualTo(before);
                statement.execute("DROP TRIGGER stop");
            }
            recorder.close();
            assertThat(annasParts(folder)).isZero();
            assertThat(keysOfLane(folder, 0)).isEmpty();
        }
    }

    private static long annasParts(Path folder) throws SQLException {
        return Intruder.number(folder, "SELECT COUNT(*) FROM part WHERE lane = 0");
    }
}
