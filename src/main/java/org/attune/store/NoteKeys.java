package org.attune.store;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The wrapped keys of process notes, apart from those of recordings: whoever has a person's own key
 * cannot read notes, and either can be destroyed without the other. One for each person and
 * session. Any thread; keys handed out are the caller's to wipe.
 */
final class NoteKeys {
    private static final String NOTE_KEY = "note key";
    private static final String CANNOT_READ = "cannot read the keys of the notes";
    private static final String CANNOT_WRITE = "cannot write the keys of the notes";
    private final Database database;
    private final KeyRing keys;

    NoteKeys(Database database, KeyRing keys) {
        this.database = database;
        this.keys = keys;
    }

    /**
     * A wrapped key as it is stored.
     *
     * @param session or empty
     */
    record Row(String id, String client, String session, Bytes wrapped) {}

    /** An opened key. */
    record Key(String id, Bytes bytes) {}

    Map<String, Row> rows() {
        return database.read(CANNOT_READ, NoteKeys::rows);
    }

    private static Map<String, Row> rows(Connection connection) throws SQLException {
        Map<String, Row> rows = new LinkedHashMap<>();
        try (PreparedStatement query =
                        connection.prepareStatement(
                                "SELECT key_id, client_id, session_id, wrapped FROM note_key");
                ResultSet row = query.executeQuery()) {
            while (row.next()) {
                rows.put(
                        row.getString(1),
                        new Row(
                                row.getString(1),
                                row.getString(2),
                                row.getString(3),
                                new Bytes(row.getBytes(4))));
            }
        }
        return rows;
    }

    Optional<byte[]> open(Row row) {
        byte[] wrapping = wrapping();
        Optional<byte[]> key = Seal.fromEnvelope(wrapping, context(row), row.wrapped().value());
        Arrays.fill(wrapping, (byte) 0);
        return key;
    }

    /** The key for notes on a session, or on the person alone; a new one if there is none. */
    Key forWriting(String client, String session) {
        for (Row row : rows().values()) {
            if (row.client().equals(client) && row.session().equals(session)) {
                return new Key(row.id(), new Bytes(open(row).orElseThrow(NoteKeys::damaged)));
            }
        }
        byte[] key = Seal.randomBytes(Seal.KEY_BYTES);
        Row blank = new Row(Seal.randomId(), client, session, new Bytes(new byte[0]));
        byte[] wrapping = wrapping();
        byte[] wrapped = Seal.toEnvelope(wrapping, context(blank), key);
        Arrays.fill(wrapping, (byte) 0);
        int unused =
                database.write(
                        CANNOT_WRITE,
                        connection ->
                                Database.update(
                                        connection,
                                        "INSERT INTO note_key (key_id, client_id, session_id,"
                                                + " wrapped) VALUES (?, ?, ?, ?)",
                                        blank.id(),
                                        client,
                                        session,
                                        wrapped));
        database.purge();
        return new Key(blank.id(), new Bytes(key));
    }

    /** Destroys keys and writes into the ledger that they were destroyed. */
    void destroy(Set<String> ids) {
        int unused =
                database.write(
                        CANNOT_WRITE,
                        connection -> {
                            int rows = 0;
                            for (String id : ids) {
                                rows += destroy(connection, id);
                            }
                            return rows;
                        });
        database.purge();
    }

    private static int destroy(Connection connection, String id) throws SQLException {
        return Database.update(
                        connection, "INSERT OR IGNORE INTO erased_note_key (key_id) VALUES (?)", id)
                + Database.update(connection, "DELETE FROM note_key WHERE key_id = ?", id);
    }

    /** The ledger: which keys were destroyed. */
    Set<String> erased() {
        return database.read(
                CANNOT_READ,
                connection -> {
                    Set<String> ids = new LinkedHashSet<>();
                    try (PreparedStatement query =
                                    connection.prepareStatement(
                                            "SELECT key_id FROM erased_note_key");
                            ResultSet row = query.executeQuery()) {
                        while (row.next()) {
                            ids.add(row.getString(1));
                        }
                    }
                    return ids;
                });
    }

    private byte[] wrapping() {
        return keys.deriveFor("wrap note keys");
    }

    private byte[] context(Row row) {
        return new Context(
                        NOTE_KEY + " " + row.id(), keys.vault(), row.client(), row.session(), 0, 0)
                .toBytes();
    }

    private static VaultException damaged() {
        return new VaultException(
                "a key of the notes is damaged: run 'attune vault verify' and restore a backup");
    }
}
