package org.attune.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import org.attune.pipeline.Moment;
import org.attune.session.LaneId;
import org.attune.session.Participant;
import org.attune.session.SessionId;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class ErasureTest {
    private static final SessionId ID = new SessionId("s-1");
    @TempDir Path temp;

    private Path aRecordedCouple() {
        Path folder = temp.resolve("v");
        try (Vault vault = Desk.create(folder)) {
            vault.consents().append(Desk.given(Desk.ANNA, null));
            vault.consents().append(Desk.given(Desk.BEN, null));
            Desk.recordCouple(vault, "s-1", Desk.SETTINGS, 20);
        }
        return folder;
    }

    /** The bytes of all wrapped keys, by what they are for. */
    private static List<byte[]> wrapped(Path folder, String where) throws SQLException {
        List<byte[]> keys = new ArrayList<>();
        for (String table : List.of("client_key", "stream_key")) {
            try (Connection connection = Intruder.connect(folder, "keys.db");
                    PreparedStatement query =
                            connection.prepareStatement(
                                    "SELECT wrapped FROM " + table + " WHERE " + where);
                    ResultSet row = query.executeQuery()) {
                while (row.next()) {
                    keys.add(row.getBytes(1));
                }
            }
        }
        return keys;
    }

    private static String idOf(Path folder, boolean first) throws SQLException {
        try (Connection connection = Intruder.connect(folder, "vault.db");
                Statement statement = connection.createStatement();
                ResultSet row =
                        statement.executeQuery(
                                "SELECT client_id FROM stream WHERE lane = " + (first ? 0 : 1))) {
            return row.getString(1);
        }
    }

    @Test
    void erasingAPersonDestroysTheirKeysAndLeavesTheOthersLane() throws SQLException {
        Path folder = aRecordedCouple();
        String anna = idOf(folder, true);
        List<byte[]> keys = wrapped(folder, "client_id = '" + anna + "'");
        assertThat(keys).hasSize(2);
        for (byte[] key : keys) {
            assertThat(Desk.filesHolding(folder, key)).containsExactly("keys.db");
        }

        try (Vault vault = Desk.open(folder)) {
            assertThat(vault.erasures().client(Desk.ANNA)).isTrue();
            // While the vault is still open, so that logs not emptied would be seen.
            for (byte[] key : keys) {
                assertThat(Desk.filesHolding(folder, key)).isEmpty();
            }
            assertThat(vault.clients().codes()).containsExactly(Desk.BEN);
            assertThat(vault.consents().log(Desk.ANNA).entries()).isEmpty();
            StoredSession left = vault.archive().read(ID).orElseThrow();
            List<Moment> bens = new ArrayList<>();
            for (int number = 0; number < 20; number++) {
                bens.addAll(Desk.second(LaneId.PARTNER, number));
            }
            assertThat(left.moments()).isEqualTo(bens);
            assertThat(left.entry().session().participants())
                    .containsExactly(new Participant(LaneId.PARTNER, Desk.BEN));
            assertThat(vault.verify().findings()).isEmpty();
            assertThat(vault.erasures().client(Desk.ANNA)).isFalse();
        }
    }

    @Test
    void erasingASessionDestroysItsKeysAndItsBytes() throws SQLException {
        Path folder = aRecordedCouple();
        List<byte[]> keys = wrapped(folder, "client_id <> ''");
        List<byte[]> parts = new ArrayList<>();
        try (Connection connection = Intruder.connect(folder, "vault.db");
                Statement statement = connection.createStatement();
                ResultSet row =
                        statement.executeQuery(
                                "SELECT sealed FROM part UNION ALL SELECT opening FROM stream")) {
            while (row.next()) {
                // From the first page on a large value is cut into pages: look for its beginning.
                parts.add(Arrays.copyOf(row.getBytes(1), 64));
            }
        }
        assertThat(parts).hasSizeGreaterThanOrEqualTo(4);
        for (byte[] part : parts) {
            assertThat(Desk.filesHolding(folder, part)).containsExactly("vault.db");
        }

        try (Vault vault = Desk.open(folder)) {
            assertThat(vault.erasures().session(ID)).isTrue();
            for (byte[] part : parts) {
                assertThat(Desk.filesHolding(folder, part)).isEmpty();
            }
            long found =
                    keys.stream().filter(key -> !Desk.filesHolding(folder, key).isEmpty()).count();
            assertThat(found).as("the two clients' own keys stay").isEqualTo(2);
            assertThat(vault.archive().sessions()).isEmpty();
            assertThat(vault.consents().log(Desk.ANNA).entries()).hasSize(1);
            assertThat(vault.verify().findings()).isEmpty();
            assertThat(vault.erasures().session(ID)).isFalse();
        }
    }

    @Test
    void erasingWhileAnotherSessionIsRecordedEmptiesTheLogToo() throws SQLException {
        Path folder = temp.resolve("v");
        try (Vault vault = Desk.create(folder);
                Connection other = Intruder.connect(folder, "vault.db");
                Statement query = other.createStatement()) {
            // A connection that stays keeps the log alive; what was erased must not stay in it.
            query.executeQuery("SELECT COUNT(*) FROM part").close();
            AtomicLong committed = new AtomicLong(-1);
            SessionRecorder first = record(vault, "s-1", committed);
            Desk.seconds(0, 20).forEach(first::happened);
            first.close();
            SessionRecorder second = record(vault, "s-2", committed);
            committed.set(-1);
            Desk.seconds(0, 2).forEach(second::happened);
            Desk.await(() -> committed.get() >= 11);
            byte[] part = beginningOfAPart(folder);
            assertThat(Desk.filesHolding(folder, part)).contains("vault.db-wal");

            assertThat(vault.erasures().session(ID)).isTrue();

            assertThat(folder.resolve("vault.db-wal")).exists();
            assertThat(Desk.filesHolding(folder, part)).isEmpty();
            Desk.seconds(2, 4).forEach(second::happened);
            second.close();
            assertThat(vault.verify().findings()).isEmpty();
            assertThat(vault.archive().read(new SessionId("s-2")).orElseThrow().moments())
                    .isEqualTo(Desk.seconds(0, 4));
        }
    }

    private static SessionRecorder record(Vault vault, String id, AtomicLong committed) {
        return vault.record(
                Desk.session(id),
                Desk.SETTINGS,
                Desk.bothPermits(),
                change -> {},
                Desk.FAST,
                committed::set);
    }

    private static byte[] beginningOfAPart(Path folder) throws SQLException {
        try (Connection connection = Intruder.connect(folder, "vault.db");
                Statement statement = connection.createStatement();
                ResultSet row =
                        statement.executeQuery(
                                "SELECT sealed FROM part WHERE session_id = 's-1' LIMIT 1")) {
            return Arrays.copyOf(row.getBytes(1), 64);
        }
    }

    @Test
    void anOldCopyOfTheDataPutBackStaysErased() throws IOException, SQLException {
        Path folder = aRecordedCouple();
        Path old = temp.resolve("old.db");
        Files.copy(folder.resolve("vault.db"), old);
        try (Vault vault = Desk.open(folder)) {
            vault.erasures().client(Desk.ANNA);
        }
        Files.copy(old, folder.resolve("vault.db"), StandardCopyOption.REPLACE_EXISTING);
        Files.setPosixFilePermissions(
                folder.resolve("vault.db"), PosixFilePermissions.fromString("rw-------"));

        try (Vault vault = Desk.open(folder)) {
            assertThat(vault.clients().codes()).containsExactly(Desk.BEN);
            assertThat(vault.verify().findings()).isEmpty();
        }
        assertThat(Intruder.number(folder, "SELECT COUNT(*) FROM stream")).isEqualTo(1);
    }

    /** Promise 17, the other way round: the keys are of an older copy, the data are not. */
    @Test
    void anOldCopyOfTheKeysPutBackStaysErased() throws IOException, SQLException {
        Path folder = aRecordedCouple();
        List<byte[]> keys = wrapped(folder, "client_id = '" + idOf(folder, true) + "'");
        byte[] old = Files.readAllBytes(folder.resolve("keys.db"));
        try (Vault vault = Desk.open(folder)) {
            assertThat(vault.erasures().client(Desk.ANNA)).isTrue();
        }
        Files.write(folder.resolve("keys.db"), old);
        assertThat(keys).allMatch(key -> !Desk.filesHolding(folder, key).isEmpty());

        try (Vault vault = Desk.open(folder)) {
            assertThat(keys).allMatch(key -> Desk.filesHolding(folder, key).isEmpty());
            assertThat(vault.clients().codes()).containsExactly(Desk.BEN);
            assertThat(vault.verify().sound()).isTrue();
            assertThat(vault.verify().toLines()).anyMatch(line -> line.contains("erased again"));
        }
    }

    /** Promise 17: an older backup that is put back yields nothing of who was erased since. */
    @Test
    void anOlderBackupOfTheDataAndTheLedgerOfTodayYieldNothingOfThePerson()
            throws IOException, SQLException {
        Path folder = aRecordedCouple();
        Path backup = Desk.copy(folder, temp.resolve("backup"));
        try (Vault vault = Desk.open(folder)) {
            assertThat(vault.erasures().client(Desk.ANNA)).isTrue();
            assertThat(vault.audit().entries())
                    .filteredOn(entry -> entry.kind() == AuditEvent.Kind.ERASED)
                    .isNotEmpty()
                    .noneMatch(entry -> entry.factsText().contains(Desk.ANNA.value()));
        }
        for (String file : List.of("vault.db", "vault.header")) {
            Files.copy(
                    backup.resolve(file),
                    folder.resolve(file),
                    StandardCopyOption.REPLACE_EXISTING);
        }
        try (Vault vault = Desk.open(folder)) {
            assertThat(vault.clients().codes()).containsExactly(Desk.BEN);
            assertThat(vault.archive().read(ID).orElseThrow().entry().session().participants())
                    .hasSize(1);
            assertThat(vault.audit().entries())
                    .as("that it was erased once more is in the audit")
                    .extracting(AuditEntry::kind)
                    .contains(AuditEvent.Kind.ERASED_AGAIN);
            assertThat(vault.erasures().tombstones()).isNotEmpty();
            assertThat(vault.verify().findings()).isEmpty();
        }
    }

    @Test
    void whatIsBeingRecordedIsNotErasedUnderneath() {
        try (Vault vault = Desk.create(temp.resolve("v"));
                SessionRecorder recorder =
                        vault.record(Desk.session("s-1"), "", Desk.annasPermit(), change -> {})) {
            assertThatThrownBy(() -> vault.erasures().session(ID))
                    .isInstanceOf(VaultException.class);
            assertThatThrownBy(() -> vault.erasures().client(Desk.ANNA))
                    .isInstanceOf(VaultException.class)
                    .hasMessageContaining("end it, then erase");
            assertThat(recorder.records(LaneId.CLIENT)).isTrue();
        }
    }
}
