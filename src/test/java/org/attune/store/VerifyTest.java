package org.attune.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.atomic.AtomicLong;
import org.attune.pipeline.Moment;
import org.attune.session.ClientFlag;
import org.attune.session.Session;
import org.attune.session.SessionId;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class VerifyTest {
    private static final SessionId CLOSED = new SessionId("s-closed");
    @TempDir Path temp;
    private Path folder;
    private final List<Moment> happened = Desk.seconds(0, 30);

    @BeforeEach
    void aVaultWithTwoSessionsOfSeveralParts() {
        folder = temp.resolve("v");
        try (Vault vault = Desk.create(folder)) {
            vault.consents().append(Desk.given(Desk.ANNA, null));
            assertThat(
                            vault.cards()
                                    .setFlags(
                                            Desk.ANNA,
                                            Set.of(ClientFlag.PREGNANCY),
                                            Desk.TEN_O_CLOCK))
                    .isEmpty();
            record(vault, Desk.session("s-closed"));
            record(vault, Desk.session("s-other"));
        }
    }

    private void record(Vault vault, Session session) {
        AtomicLong commits = new AtomicLong();
        RecorderPace pace =
                new RecorderPace(
                        Desk.FAST.commitEvery(), 3, 4_096, 1 << 20, Desk.FAST.closeWithin());
        try (SessionRecorder recorder =
                vault.record(
                        session,
                        Desk.SETTINGS,
                        Desk.bothPermits(),
                        change -> {},
                        pace,
                        order -> commits.incrementAndGet())) {
            for (int i = 0; i < happened.size(); i += 12) {
                long before = commits.get();
                happened.subList(i, i + 12).forEach(recorder::happened);
                Desk.await(() -> commits.get() > before);
            }
        }
    }

    private VerifyReport verify() {
        try (Vault vault = Desk.open(folder)) {
            return vault.verify();
        }
    }

    @Test
    void aSoundVaultHasNoFindings() {
        VerifyReport report = verify();

        assertThat(report.findings()).isEmpty();
        assertThat(report.sessions()).isEqualTo(2);
        assertThat(report.clients()).isEqualTo(2);
        assertThat(report.parts()).isGreaterThanOrEqualTo(12);
        assertThat(report.toLines()).hasSize(1).first().asString().startsWith("sound: ");
    }

    @Test
    void aFlippedByteInAnySealedThingIsReportedAndAllElseStaysReadable() throws SQLException {
        long seed = 20261123;
        Random random = new Random(seed);
        int flipped = 0;
        for (String[] place :
                new String[][] {
                    {"part", "sealed"},
                    {"stream", "opening"},
                    {"stream", "closing"},
                    {"consent", "sealed"},
                    {"card", "sealed"},
                    {"client", "sealed"},
                    {"client", "code_index"}
                }) {
            long rows = Intruder.number(folder, "SELECT COUNT(*) FROM " + place[0]);
            for (int row = 0; row < rows; row++) {
                byte[] before = flip(random, place[0], place[1], row, null);

                VerifyReport report = verify();

                assertThat(report.sound()).as("%s %d, seed %d", place[0], row, seed).isFalse();
                assertThat(report.toLines()).noneMatch(line -> line.contains("Canary"));
                flip(random, place[0], place[1], row, before);
                flipped++;
            }
        }
        assertThat(flipped).isGreaterThan(15);
        assertThat(verify().findings()).isEmpty();
    }

    @Test
    void theOtherPartsOfADamagedRecordingAreReadAsTheyWere() throws SQLException {
        flip(new Random(1), "part", "sealed", 2, null);

        try (Vault vault = Desk.open(folder)) {
            List<StoredSession> sessions = new ArrayList<>();
            for (String id : List.of("s-closed", "s-other")) {
                sessions.add(vault.archive().read(new SessionId(id)).orElseThrow());
            }
            StoredSession damaged =
                    sessions.stream().filter(s -> s.entry().incomplete()).findFirst().orElseThrow();
            assertThat(sessions).filteredOn(s -> !s.entry().incomplete()).hasSize(1);
            assertThat(damaged.entry().problems())
                    .hasSize(1)
                    .first()
                    .asString()
                    .contains("damaged or altered");
            assertThat(damaged.moments()).hasSizeBetween(100, happened.size() - 1);
            assertThat(happened).containsSubsequence(damaged.moments());
        }
    }

    @Test
    void aPartTakenOutIsNoticedWhereverItStood() throws SQLException {
        List<Long> numbers = new ArrayList<>();
        try (Connection connection = Intruder.connect(folder, "vault.db");
                PreparedStatement query =
                        connection.prepareStatement(
                                "SELECT seq FROM part WHERE session_id = 's-closed' AND lane = 1"
                                        + " ORDER BY seq");
                ResultSet row = query.executeQuery()) {
            while (row.next()) {
                numbers.add(row.getLong(1));
            }
        }
        assertThat(numbers).hasSizeGreaterThan(2);
        byte[] whole = bytes();
        for (long seq : numbers) {
            int gone =
                    Intruder.run(
                            folder,
                            "DELETE FROM part WHERE session_id = 's-closed' AND lane = 1"
                                    + " AND seq = "
                                    + seq);
            assertThat(gone).isEqualTo(1);
            assertThat(verify().sound()).as("part %d", seq).isFalse();
            restore(whole);
        }
        assertThat(verify().findings()).isEmpty();
    }

    @Test
    void aRecordingCutOffBehindItsSealIsSaidToHaveBrokenOff() throws SQLException {
        Intruder.run(
                folder,
                "UPDATE stream SET closing = NULL, closing_seq = NULL WHERE session_id ="
                        + " 's-closed'");
        try (Vault vault = Desk.open(folder)) {
            assertThat(vault.archive().read(CLOSED).orElseThrow().entry().state())
                    .isEqualTo(SessionEntry.State.RECOVERED);
            assertThat(vault.verify().sound()).isTrue();
        }

        // Without a closing, each part still says where it takes up.
        Intruder.run(
                folder,
                "DELETE FROM part WHERE session_id = 's-closed' AND lane = 0 AND seq ="
                        + " (SELECT MIN(seq) FROM part WHERE session_id = 's-closed' AND lane = 0)");
        assertThat(verify().toLines()).anyMatch(line -> line.contains("parts are missing"));
    }

    @Test
    void partsSwappedBetweenSessionsLanesOrPlacesAreNoticed() throws SQLException {
        byte[] whole = bytes();
        for (String other :
                List.of(
                        "session_id = 's-other' AND lane = 0 AND seq = a.seq",
                        "session_id = 's-closed' AND lane = 1 AND seq = a.seq",
                        "session_id = 's-closed' AND lane = 0 AND seq > a.seq")) {
            int changed =
                    Intruder.run(
                            folder,
                            "UPDATE part AS a SET sealed = (SELECT sealed FROM part WHERE "
                                    + other
                                    + " ORDER BY seq LIMIT 1) WHERE session_id = 's-closed' AND"
                                    + " lane = 0 AND seq = (SELECT MIN(seq) FROM part WHERE"
                                    + " session_id = 's-closed' AND lane = 0)");
            assertThat(changed).isEqualTo(1);
            assertThat(verify().sound()).as(other).isFalse();
            restore(whole);
        }
    }

    @Test
    void aMissingKeyIsReportedAndOtherSessionsStayReadable() throws SQLException {
        try (Connection connection = Intruder.connect(folder, "keys.db");
                Statement statement = connection.createStatement()) {
            statement.executeUpdate("DELETE FROM stream_key WHERE session_id = 's-other'");
        }
        try (Vault vault = Desk.open(folder)) {
            assertThat(vault.verify().sound()).isFalse();
            assertThat(vault.archive().list().unreadable()).hasSize(2);
            assertThat(vault.archive().read(CLOSED).orElseThrow().moments()).isEqualTo(happened);
        }
    }

    @Test
    void aDamagedFileIsReportedOrRefusedInOneLineUnlessNothingWasHit() {
        byte[] whole = bytes();
        Random random = new Random(99);
        int noticed = 0;
        for (int i = 0; i < 25; i++) {
            byte[] damaged = whole.clone();
            for (int k = 0; k < 64; k++) {
                damaged[200 + random.nextInt(damaged.length - 200)] ^= (byte) (1 + k);
            }
            restore(damaged);
            try (Vault vault = Desk.open(folder)) {
                if (vault.verify().sound()) {
                    // Free space was hit: then all must be there.
                    assertThat(vault.archive().read(CLOSED).orElseThrow().moments())
                            .isEqualTo(happened);
                } else {
                    noticed++;
                }
            } catch (VaultException e) {
                assertThat(e.line()).doesNotContain("\n");
                noticed++;
            }
        }
        assertThat(noticed).isGreaterThan(12);
    }

    private byte[] bytes() {
        try {
            return Files.readAllBytes(folder.resolve("vault.db"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void restore(byte[] bytes) {
        try {
            Files.deleteIfExists(folder.resolve("vault.db-wal"));
            Files.deleteIfExists(folder.resolve("vault.db-shm"));
            Files.write(folder.resolve("vault.db"), bytes);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Flips a bit in the row's sealed bytes, or puts {@code back} there; what stood there. */
    private byte[] flip(Random random, String table, String column, int row, byte @Nullable [] back)
            throws SQLException {
        try (Connection connection = Intruder.connect(folder, "vault.db");
                PreparedStatement query =
                        connection.prepareStatement(
                                "SELECT rowid, "
                                        + column
                                        + " FROM "
                                        + table
                                        + " ORDER BY rowid LIMIT 1 OFFSET "
                                        + row);
                ResultSet found = query.executeQuery()) {
            long id = found.getLong(1);
            byte[] before = found.getBytes(2);
            byte[] after = before.clone();
            after[random.nextInt(after.length)] ^= (byte) (1 << random.nextInt(8));
            try (PreparedStatement update =
                    connection.prepareStatement(
                            "UPDATE " + table + " SET " + column + " = ? WHERE rowid = ?")) {
                update.setBytes(1, back == null ? after : back);
                update.setLong(2, id);
                assertThat(update.executeUpdate()).isEqualTo(1);
            }
            return before;
        }
    }
}
