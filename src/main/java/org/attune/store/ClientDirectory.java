package org.attune.store;

import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.attune.session.ClientCode;

/**
 * The people the vault knows, by their codes. A code is found through a keyed hash (HMAC-SHA-256)
 * and stands sealed in the person's record. Any thread.
 */
public final class ClientDirectory {
    private static final String RECORD = "client record";
    private static final String CANNOT_READ = "cannot read the list of clients";
    private final Database database;
    private final KeyRing keys;

    ClientDirectory(Database database, KeyRing keys) {
        this.database = database;
        this.keys = keys;
    }

    /**
     * All codes, sorted.
     *
     * @throws VaultException when a record is damaged
     */
    public List<ClientCode> codes() {
        KeyRing.Snapshot snapshot = keys.snapshot();
        List<ClientCode> codes = new ArrayList<>();
        for (Row row : rows()) {
            codes.add(read(snapshot, row).orElseThrow(ClientDirectory::damaged).code());
        }
        codes.sort(Comparator.comparing(ClientCode::value));
        return codes;
    }

    /** Whether the vault knows this person. */
    public boolean contains(ClientCode code) {
        return idOf(code).isPresent();
    }

    /** Makes the vault know this person; without effect if it does. */
    public void add(ClientCode code) {
        ensure(code);
    }

    Optional<String> idOf(ClientCode code) {
        byte[] index = index(code);
        return database.read(
                CANNOT_READ,
                connection -> {
                    try (PreparedStatement query =
                            connection.prepareStatement(
                                    "SELECT client_id FROM client WHERE code_index = ?")) {
                        query.setBytes(1, index);
                        try (ResultSet row = query.executeQuery()) {
                            return row.next()
                                    ? Optional.of(row.getString(1))
                                    : Optional.<String>empty();
                        }
                    }
                });
    }

    /** The person's random id; a new one if the person is new. */
    String ensure(ClientCode code) {
        Optional<String> known = idOf(code);
        if (known.isPresent()) {
            return known.get();
        }
        String id = Seal.randomId();
        // The key first: a key without a client is harmless, a client without a key is lost.
        keys.createClientKey(id);
        byte[] key = keys.clientKey(keys.snapshot(), id).orElseThrow(ClientDirectory::damaged);
        byte[] sealed = seal(id, key, new Entry(code, 0, 0, 0, 0, 0));
        Arrays.fill(key, (byte) 0);
        byte[] index = index(code);
        database.write(
                "cannot add the client",
                connection ->
                        Database.update(
                                connection,
                                "INSERT INTO client (client_id, code_index, sealed)"
                                        + " VALUES (?, ?, ?)",
                                id,
                                index,
                                sealed));
        return id;
    }

    /**
     * A client's record.
     *
     * @param code who
     * @param consents number of consent events: one cut off the end is noticed
     * @param card how often the card was written, 0 when there is none: one taken away or put back
     *     from an old copy is noticed
     * @param exports number of copies that left
     * @param notes number of process notes
     * @param keeping how often it was written how long things are kept
     */
    record Entry(
            ClientCode code, long consents, long card, long exports, long notes, long keeping) {
        Entry withConsents(long count) {
            return new Entry(code, count, card, exports, notes, keeping);
        }

        Entry withCard(long written) {
            return new Entry(code, consents, written, exports, notes, keeping);
        }

        Entry withExports(long count) {
            return new Entry(code, consents, card, count, notes, keeping);
        }

        Entry withNotes(long count) {
            return new Entry(code, consents, card, exports, count, keeping);
        }

        Entry withKeeping(long written) {
            return new Entry(code, consents, card, exports, notes, written);
        }

        /** Counters of vaults of an older form are absent, and a counter of none is 0. */
        static Entry read(ByteReader in) {
            return new Entry(
                    new ClientCode(in.text()),
                    in.varint(),
                    counter(in),
                    counter(in),
                    counter(in),
                    counter(in));
        }

        private static long counter(ByteReader in) {
            return in.atEnd() ? 0 : in.varint();
        }

        /** As vaults of an older form have it, where nothing newer is counted. */
        byte[] toBytes() {
            ByteWriter out = new ByteWriter().text(code.value()).varint(consents);
            long[] counters = {card, exports, notes, keeping};
            int length = counters.length;
            while (length > 0 && counters[length - 1] == 0) {
                length--;
            }
            for (int i = 0; i < length; i++) {
                out.varint(counters[i]);
            }
            return out.toBytes();
        }
    }

    /** A client's row as it is stored. */
    record Row(String id, Bytes index, Bytes sealed) {}

    List<Row> rows() {
        return database.read(CANNOT_READ, ClientDirectory::rows);
    }

    private static List<Row> rows(Connection connection) throws SQLException {
        List<Row> rows = new ArrayList<>();
        try (PreparedStatement query =
                        connection.prepareStatement(
                                "SELECT client_id, code_index, sealed FROM client"
                                        + " ORDER BY client_id");
                ResultSet row = query.executeQuery()) {
            while (row.next()) {
                rows.add(
                        new Row(
                                row.getString(1),
                                new Bytes(row.getBytes(2)),
                                new Bytes(row.getBytes(3))));
            }
        }
        return rows;
    }

    /** What the record of an id holds as a transaction sees it; empty when it cannot be read. */
    Optional<Entry> read(Connection connection, KeyRing.Snapshot snapshot, String id)
            throws SQLException {
        return rows(connection).stream()
                .filter(row -> row.id().equals(id))
                .findFirst()
                .flatMap(row -> read(snapshot, row));
    }

    /** What a row holds; empty when it is damaged, moved or its key is gone. */
    Optional<Entry> read(KeyRing.Snapshot snapshot, Row row) {
        byte[] key = keys.clientKey(snapshot, row.id()).orElse(null);
        if (key == null) {
            return Optional.empty();
        }
        byte[] plain = Seal.fromEnvelope(key, context(row.id()), row.sealed().value()).orElse(null);
        Arrays.fill(key, (byte) 0);
        if (plain == null) {
            return Optional.empty();
        }
        Entry entry = Entry.read(new ByteReader(plain));
        boolean indexed = Arrays.equals(index(entry.code()), row.index().value());
        return indexed ? Optional.of(entry) : Optional.empty();
    }

    /**
     * What is known of the client with that id.
     *
     * @throws VaultException when the record is damaged or of somebody else
     */
    Entry entry(KeyRing.Snapshot snapshot, String id, ClientCode code) {
        return rows().stream()
                .filter(row -> row.id().equals(id))
                .findFirst()
                .flatMap(row -> read(snapshot, row))
                .filter(found -> found.code().equals(code))
                .orElseThrow(ClientDirectory::damaged);
    }

    /** Writes the client's record anew. */
    void rewrite(Connection connection, String id, byte[] key, Entry entry) throws SQLException {
        Database.update(
                connection,
                "UPDATE client SET sealed = ? WHERE client_id = ?",
                seal(id, key, entry),
                id);
    }

    private byte[] seal(String id, byte[] key, Entry entry) {
        return Seal.toEnvelope(key, context(id), entry.toBytes());
    }

    private byte[] context(String id) {
        return Context.ofClient(RECORD, keys.vault(), id, 0);
    }

    private byte[] index(ClientCode code) {
        byte[] key = keys.deriveFor("index of client codes");
        byte[] index = Seal.hmac(key, code.value().getBytes(StandardCharsets.UTF_8));
        Arrays.fill(key, (byte) 0);
        return index;
    }

    static VaultException damaged() {
        return new VaultException(
                "a client's record is damaged: run 'attune vault verify' and restore a backup");
    }
}
