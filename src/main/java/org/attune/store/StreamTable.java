package org.attune.store;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The rows of recordings. Stateless; any thread. */
final class StreamTable {
    private StreamTable() {}

    /** A stream as it is stored. */
    record Stored(StreamRef ref, Bytes opening, long closingSeq, @Nullable Bytes closing) {}

    static int insert(Connection connection, StreamRef ref, byte[] opening) throws SQLException {
        return Database.update(
                connection,
                "INSERT INTO stream (session_id, lane, client_id, opening) VALUES (?, ?, ?, ?)",
                ref.session(),
                ref.lane(),
                ref.client(),
                opening);
    }

    /** Writes rows in order; writing the same rows again changes nothing. */
    static int write(Connection connection, List<LaneWriter.Row> rows) throws SQLException {
        for (LaneWriter.Row row : rows) {
            StreamRef ref = row.stream();
            if (row.closing()) {
                Database.update(
                        connection,
                        "UPDATE stream SET closing_seq = ?, closing = ?"
                                + " WHERE session_id = ? AND lane = ?",
                        row.seq(),
                        row.sealed().value(),
                        ref.session(),
                        ref.lane());
                continue;
            }
            Database.update(
                    connection,
                    "INSERT OR REPLACE INTO part (session_id, lane, seq, sealed)"
                            + " VALUES (?, ?, ?, ?)",
                    ref.session(),
                    ref.lane(),
                    row.seq(),
                    row.sealed().value());
            if (row.first() < row.seq()) {
                Database.update(
                        connection,
                        "DELETE FROM part WHERE session_id = ? AND lane = ? AND seq >= ?"
                                + " AND seq < ?",
                        ref.session(),
                        ref.lane(),
                        row.first(),
                        row.seq());
            }
        }
        return rows.size();
    }

    static List<Stored> streams(Connection connection) throws SQLException {
        return select(connection, "");
    }

    /** Those without a closing: being recorded, or broken off. */
    static List<Stored> unclosed(Connection connection) throws SQLException {
        return select(connection, " WHERE closing IS NULL");
    }

    /** Those of one session. */
    static List<Stored> streams(Connection connection, String session) throws SQLException {
        return select(connection, " WHERE session_id = ?", session);
    }

    /** Those of which something was said afterwards. */
    static List<Stored> annotated(Connection connection) throws SQLException {
        return select(
                connection,
                " WHERE EXISTS (SELECT 1 FROM annotation WHERE annotation.session_id ="
                        + " stream.session_id AND annotation.lane = stream.lane)");
    }

    private static List<Stored> select(Connection connection, String where, String... values)
            throws SQLException {
        List<Stored> streams = new ArrayList<>();
        try (PreparedStatement query =
                connection.prepareStatement(
                        "SELECT session_id, lane, client_id, opening, closing_seq, closing"
                                + " FROM stream"
                                + where
                                + " ORDER BY session_id, lane")) {
            for (int i = 0; i < values.length; i++) {
                query.setString(i + 1, values[i]);
            }
            try (ResultSet row = query.executeQuery()) {
                while (row.next()) {
                    streams.add(read(row));
                }
            }
        }
        return streams;
    }

    private static Stored read(ResultSet row) throws SQLException {
        byte[] closing = row.getBytes(6);
        return new Stored(
                new StreamRef(row.getString(1), row.getInt(2), row.getString(3)),
                new Bytes(row.getBytes(4)),
                row.getLong(5),
                closing == null ? null : new Bytes(closing));
    }

    /** The number of a stream's last part, 0 without one. */
    static long lastPart(Connection connection, StreamRef ref) throws SQLException {
        try (PreparedStatement query =
                connection.prepareStatement(
                        "SELECT MAX(seq) FROM part WHERE session_id = ? AND lane = ?")) {
            query.setString(1, ref.session());
            query.setInt(2, ref.lane());
            try (ResultSet row = query.executeQuery()) {
                return row.next() ? row.getLong(1) : 0;
            }
        }
    }

    static List<Long> partNumbers(Connection connection, StreamRef ref) throws SQLException {
        try (PreparedStatement query =
                connection.prepareStatement(
                        "SELECT seq FROM part WHERE session_id = ? AND lane = ? ORDER BY seq")) {
            query.setString(1, ref.session());
            query.setInt(2, ref.lane());
            List<Long> numbers = new ArrayList<>();
            try (ResultSet row = query.executeQuery()) {
                while (row.next()) {
                    numbers.add(row.getLong(1));
                }
            }
            return numbers;
        }
    }

    /** The sealed bytes of one part; empty when it cannot be found. */
    static byte[] part(Connection connection, StreamRef ref, long seq) throws SQLException {
        try (PreparedStatement query =
                connection.prepareStatement(
                        "SELECT sealed FROM part WHERE session_id = ? AND lane = ? AND seq = ?")) {
            query.setString(1, ref.session());
            query.setInt(2, ref.lane());
            query.setLong(3, seq);
            try (ResultSet row = query.executeQuery()) {
                byte[] sealed = row.next() ? row.getBytes(1) : null;
                return sealed == null ? new byte[0] : sealed;
            }
        }
    }
}
