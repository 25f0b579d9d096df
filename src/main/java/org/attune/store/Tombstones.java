package org.attune.store;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * That something was erased, by random id, and when: no content. Set in the same transaction in
 * which the content goes. Any thread.
 */
final class Tombstones {
    static final String CLIENT = "client";
    static final String STREAM = "stream";
    static final String NOTES = "notes";
    static final String SPAN = "span";
    private final KeyRing keys;

    Tombstones(KeyRing keys) {
        this.keys = keys;
    }

    /** The id of a stream's tombstone. */
    static String idOf(StreamRef stream) {
        return stream.session() + "/" + stream.lane();
    }

    /**
     * Sets a tombstone unless it stands already.
     *
     * @return whether it was set now
     */
    boolean set(Connection connection, String kind, String id, Instant at) throws SQLException {
        byte[] key = key();
        byte[] sealed =
                Seal.toEnvelope(
                        key,
                        context(kind, id),
                        new ByteWriter().u8(Context.FORMAT).instant(at).toBytes());
        Arrays.fill(key, (byte) 0);
        return Database.update(
                        connection,
                        "INSERT OR IGNORE INTO tombstone (kind, id, sealed) VALUES (?, ?, ?)",
                        kind,
                        id,
                        sealed)
                > 0;
    }

    /** All that can be read. */
    List<Tombstone> all(Connection connection) throws SQLException {
        List<Tombstone> stones = new ArrayList<>();
        byte[] key = key();
        try (PreparedStatement query =
                        connection.prepareStatement(
                                "SELECT kind, id, sealed FROM tombstone ORDER BY kind, id");
                ResultSet row = query.executeQuery()) {
            while (row.next()) {
                String kind = row.getString(1);
                String id = row.getString(2);
                open(key, kind, id, row.getBytes(3))
                        .ifPresent(at -> stones.add(new Tombstone(kind, id, at)));
            }
        }
        Arrays.fill(key, (byte) 0);
        return stones;
    }

    /** Kind and id of those that cannot be read. */
    List<String> damaged(Connection connection) throws SQLException {
        Set<String> sound = new HashSet<>();
        all(connection).forEach(stone -> sound.add(stone.kind() + " " + stone.id()));
        List<String> damaged = new ArrayList<>();
        try (PreparedStatement query =
                        connection.prepareStatement(
                                "SELECT kind || ' ' || id FROM tombstone ORDER BY kind, id");
                ResultSet row = query.executeQuery()) {
            while (row.next()) {
                if (!sound.contains(row.getString(1))) {
                    damaged.add(row.getString(1));
                }
            }
        }
        return damaged;
    }

    private Optional<Instant> open(byte[] key, String kind, String id, byte[] sealed) {
        Optional<byte[]> plain = Seal.fromEnvelope(key, context(kind, id), sealed);
        return plain.map(ByteReader::new)
                .filter(in -> in.u8() == Context.FORMAT)
                .map(ByteReader::instant);
    }

    private byte[] key() {
        return keys.deriveFor("seal tombstones");
    }

    private byte[] context(String kind, String id) {
        return new Context("tombstone " + kind, keys.vault(), "", id, 0, 0).toBytes();
    }
}
