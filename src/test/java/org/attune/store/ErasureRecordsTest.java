package org.attune.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.attune.consent.ConsentEvent;
import org.attune.consent.ConsentScope;
import org.attune.session.LaneId;
import org.attune.session.SessionId;
import org.attune.time.SessionTime;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** That something was erased cannot be taken out of the vault unnoticed, whatever it was. */
final class ErasureRecordsTest {
    @TempDir static Path once;
    @TempDir Path temp;
    private Path folder = Path.of("");

    @BeforeAll
    static void aVaultOfWhichEverythingWasErasedOnce() {
        Path made = once.resolve("v");
        try (Vault vault = Desk.create(made)) {
            vault.consents().append(Desk.given(Desk.ANNA, null));
            vault.consents()
                    .append(
                            new ConsentEvent(
                                    Desk.BEN,
                                    ConsentEvent.Type.GIVEN,
                                    Desk.TEN_O_CLOCK.minusSeconds(60),
                                    EnumSet.allOf(ConsentScope.class),
                                    null,
                                    "paper"));
            Desk.recordCouple(vault, "s-1", Desk.SETTINGS, 20);
            Desk.recordCouple(vault, "s-2", Desk.SETTINGS, 20);
            assertThat(
                            vault.notes()
                                    .append(
                                            Desk.BEN,
                                            new Note(Desk.TEN_O_CLOCK, Optional.empty(), "n")))
                    .isEmpty();
            Span span = new Span(SessionTime.ofSeconds(5), SessionTime.ofSeconds(9));
            assertThat(vault.erasures().span(new SessionId("s-1"), LaneId.CLIENT, span))
                    .isPositive();
            assertThat(vault.erasures().lane(new SessionId("s-2"), LaneId.CLIENT)).isTrue();
            assertThat(vault.erasures().notes(Desk.BEN, Optional.empty())).isTrue();
            assertThat(vault.erasures().client(Desk.BEN)).isTrue();
            assertThat(damages(vault)).isEmpty();
        }
        try (Vault vault = Desk.open(made)) {
            assertThat(damages(vault)).isEmpty();
        }
    }

    /** Each test takes something else out of it. */
    @BeforeEach
    void aCopyOfIt() throws IOException {
        folder = temp.resolve("v");
        try (Stream<Path> files = Files.walk(once.resolve("v"))) {
            for (Path each : files.toList()) {
                Files.copy(
                        each,
                        folder.resolve(once.resolve("v").relativize(each).toString()),
                        StandardCopyOption.COPY_ATTRIBUTES);
            }
        }
    }

    private List<String> verify() {
        try (Vault vault = Desk.open(folder)) {
            return damages(vault);
        }
    }

    private List<String> lines() {
        try (Vault vault = Desk.open(folder)) {
            return vault.verify().findings().stream().map(VerifyReport.Finding::line).toList();
        }
    }

    private static List<String> damages(Vault vault) {
        return vault.verify().findings().stream()
                .filter(finding -> finding.kind() == VerifyReport.Kind.DAMAGE)
                .map(VerifyReport.Finding::line)
                .toList();
    }

    private void run(String file, String sql) throws SQLException {
        try (Connection connection = Intruder.connect(folder, file);
                Statement statement = connection.createStatement()) {
            assertThat(statement.executeUpdate(sql)).as(sql).isEqualTo(1);
        }
    }

    private void takeTombstone(String kind) throws SQLException {
        run("vault.db", "DELETE FROM tombstone WHERE kind = '" + kind + "'");
    }

    @ParameterizedTest
    @CsvSource({"client", "stream", "notes", "span"})
    void aTombstoneTakenOutWholeIsMissed(String kind) throws SQLException {
        try (Vault vault = Desk.open(folder)) {
            takeTombstone(kind);
            assertThat(damages(vault)).anyMatch(line -> line.contains("missing: " + kind));
        }
        // Opening makes good what it can, and that stays to be read.
        for (String when : List.of("later", "and later still")) {
            assertThat(lines()).as(when).anyMatch(line -> line.contains(kind + " "));
        }
    }

    @ParameterizedTest
    @CsvSource({
        "client, erased_client",
        "stream, erased_stream",
        "notes, erased_note_key",
        "span, erased_span"
    })
    void aLineTakenOutOfTheLedgerIsMissed(String kind, String table) throws SQLException {
        try (Vault vault = Desk.open(folder)) {
            run("keys.db", "DELETE FROM " + table);
            assertThat(damages(vault)).anyMatch(line -> line.contains("lacks: " + kind));
        }
        // Opening makes good what it can, and that stays to be read.
        for (String when : List.of("later", "and later still")) {
            assertThat(lines()).as(when).anyMatch(line -> line.contains(kind + " "));
        }
    }

    @ParameterizedTest
    @CsvSource({
        "client, erased_client",
        "stream, erased_stream",
        "notes, erased_note_key",
        "span, erased_span"
    })
    void bothTakenOutAreMissed(String kind, String table) throws SQLException {
        takeTombstone(kind);
        run("keys.db", "DELETE FROM " + table);
        assertThat(verify())
                .anyMatch(line -> line.contains("missing: " + kind))
                .anyMatch(line -> line.contains("lacks: " + kind));
    }

    /** What an interruption leaves is made good, and is no damage. */
    @Test
    void anErasureInterruptedAfterItsLedgerIsNoDamage() throws SQLException {
        String anna;
        try (Connection connection = Intruder.connect(folder, "keys.db");
                Statement statement = connection.createStatement();
                var row = statement.executeQuery("SELECT client_id FROM client_key")) {
            anna = row.getString(1);
            assertThat(
                            statement.executeUpdate(
                                    "INSERT INTO erased_client (client_id) VALUES ('"
                                            + anna
                                            + "')"))
                    .isEqualTo(1);
        }
        assertThat(verify()).isEmpty();
        try (Vault vault = Desk.open(folder)) {
            assertThat(vault.clients().codes()).isEmpty();
            assertThat(vault.erasures().tombstones()).extracting(Tombstone::id).contains(anna);
        }
    }
}
