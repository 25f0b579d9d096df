package org.attune.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import org.attune.consent.ConsentEvent;
import org.attune.consent.ConsentScope;
import org.attune.review.Annotation;
import org.attune.review.Said;
import org.attune.session.ClientCode;
import org.attune.session.ClientFlag;
import org.attune.session.SessionId;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Promise 4, over whatever columns the files have: the columns are asked of SQLite, not listed
 * here, so that one added later is not forgotten.
 */
final class EverySealedColumnTest {
    private static final Set<String> FILES = Set.of("vault.db", "keys.db");

    /** Keys of a recording that is under way, which a closed vault has none of. */
    private static final String ONLY_WHILE_RECORDING = "next_stream_key.wrapped";

    @TempDir Path temp;
    private Path folder;
    private byte[] key;

    private record Column(String file, String table, String name) {
        @Override
        public String toString() {
            return table + "." + name;
        }
    }

    @BeforeEach
    void aVaultWithSomethingInEveryTable() {
        folder = temp.resolve("v");
        try (Vault vault = Desk.create(folder)) {
            for (ClientCode who : List.of(Desk.ANNA, Desk.BEN)) {
                vault.consents().append(Desk.given(who, null));
                vault.cards().setFlags(who, Set.of(ClientFlag.PREGNANCY), Desk.TEN_O_CLOCK);
                vault.consents()
                        .append(
                                new ConsentEvent(
                                        who,
                                        ConsentEvent.Type.GIVEN,
                                        Desk.TEN_O_CLOCK.minusSeconds(60),
                                        EnumSet.of(ConsentScope.NOTES_STORE),
                                        null,
                                        "paper"));
                assertThat(
                                vault.notes()
                                        .append(
                                                who,
                                                new Note(
                                                        Desk.TEN_O_CLOCK,
                                                        Optional.empty(),
                                                        "a note")))
                        .isEmpty();
                vault.keeping().retain(who, Optional.of(Desk.TEN_O_CLOCK.plusSeconds(9)));
                vault.exports().append(who, copy());
            }
            for (String id : List.of("s-1", "s-2")) {
                Desk.recordCouple(vault, id, "", 2);
            }
            vault.erasures().session(new SessionId("s-2"));
            vault.annotations().append(new SessionId("s-1"), Desk.ANNA, List.of(tag()));
            vault.consents()
                    .append(
                            new ConsentEvent(
                                    Desk.ANNA,
                                    ConsentEvent.Type.GIVEN,
                                    Desk.TEN_O_CLOCK.minusSeconds(60),
                                    EnumSet.of(ConsentScope.DERIVE),
                                    null,
                                    "paper"));
            assertThat(
                            vault.figures()
                                    .keep(
                                            Desk.ANNA,
                                            FigureStoreTest.figures(
                                                    Desk.session("s-1"), new Random(1)),
                                            FigureStore.Which.OF_NOW,
                                            "now",
                                            vault.figures().basis(new SessionId("s-1"))))
                    .isTrue();
        }
        key = Keyless.key(folder);
    }

    private static Annotation tag() {
        return new Annotation(
                "ab".repeat(16), Annotation.OWN, Desk.TEN_O_CLOCK, new Said.Tag("grief"));
    }

    private static ExportCopy copy() {
        return new ExportCopy(
                "x-1",
                Desk.TEN_O_CLOCK,
                Optional.of(new SessionId("s-1")),
                "edf",
                "TREAT",
                "Dr B.",
                "export",
                "g-1",
                "pseudonymised",
                "ab".repeat(32),
                "export.zip");
    }

    private static List<String> texts(Connection connection, String sql) throws SQLException {
        List<String> texts = new ArrayList<>();
        try (PreparedStatement query = connection.prepareStatement(sql);
                ResultSet row = query.executeQuery()) {
            while (row.next()) {
                texts.add(row.getString(1));
            }
        }
        return texts;
    }

    private List<Column> columns() throws SQLException {
        List<Column> columns = new ArrayList<>();
        for (String file : new TreeSet<>(FILES)) {
            try (Connection connection = Intruder.connect(folder, file)) {
                for (String table :
                        texts(connection, "SELECT name FROM sqlite_master WHERE type = 'table'")) {
                    String blobs =
                            "SELECT name FROM pragma_table_info('"
                                    + table
                                    + "') WHERE type = 'BLOB'";
                    for (String name : texts(connection, blobs)) {
                        columns.add(new Column(file, table, name));
                    }
                }
            }
        }
        return columns;
    }

    private static boolean sound(Keyless vault) {
        return new Verification(vault.parts(), "").run(List.of()).sound();
    }

    private byte[] first(Column column) throws SQLException {
        try (Connection connection = Intruder.connect(folder, column.file());
                PreparedStatement query =
                        connection.prepareStatement(
                                "SELECT "
                                        + column.name()
                                        + " FROM "
                                        + column.table()
                                        + " ORDER BY rowid LIMIT 1");
                ResultSet row = query.executeQuery()) {
            return row.next() ? row.getBytes(1) : new byte[0];
        }
    }

    private void put(Column column, byte[] bytes) throws SQLException {
        try (Connection connection = Intruder.connect(folder, column.file());
                PreparedStatement update =
                        connection.prepareStatement(
                                "UPDATE "
                                        + column.table()
                                        + " SET "
                                        + column.name()
                                        + " = ? WHERE rowid = (SELECT MIN(rowid) FROM "
                                        + column.table()
                                        + ")")) {
            update.setBytes(1, bytes);
            assertThat(update.executeUpdate()).isEqualTo(1);
        }
    }

    @Test
    void aFlippedByteInAnyColumnThereIsIsReported() throws SQLException {
        long seed = System.nanoTime();
        Random random = new Random(seed);
        List<String> flipped = new ArrayList<>();
        List<String> missed = new ArrayList<>();
        try (Keyless vault = Keyless.open(folder, key)) {
            assertThat(sound(vault)).isTrue();
            for (Column column : columns()) {
                byte[] bytes = first(column);
                if (column.toString().equals(ONLY_WHILE_RECORDING)) {
                    assertThat(bytes).isEmpty();
                    continue;
                }
                assertThat(bytes).as("something in %s", column).isNotEmpty();
                byte[] wrong = bytes.clone();
                wrong[random.nextInt(wrong.length)] ^= (byte) (1 << random.nextInt(8));
                put(column, wrong);
                (sound(vault) ? missed : flipped).add(column.toString());
                put(column, bytes);
            }
            assertThat(sound(vault)).as("all put right again").isTrue();
        }
        assertThat(missed).as("seed %d", seed).isEmpty();
        assertThat(flipped).contains("note.sealed", "export_copy.sealed", "audit.sealed");
    }
}
