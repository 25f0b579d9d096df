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
        return KeyRing.update(
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
                KeyRing.update(
                        connection,
                        "UPDATE stream SET closing_seq = ?, closing = ?"
                                + " WHERE session_id = ? AND lane = ?",
                        row.seq(),
                        row.sealed().value(),
                        ref.session(),
                        ref.lane());
                continue;
            }
            KeyRing.update(
                    connection,
                    "INSERT OR REPLACE INTO part (session_id, lane, seq, sealed)"
                            + " VALUES (?, ?, ?, ?)",
                    ref.session(),
                    ref.lane(),
                    row.seq(),
                    row.sealed().value());
            if (row.first() < row.seq()) {
                KeyRing.update(
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
        List<Stored> streams = new ArrayList<>();
        try (PreparedStatement query =
                        connection.prepareStatement(
                                "SELECT session_id, lane, client_id, opening, closing_seq, closing"
                                        + " FROM stream ORDER BY session_id, lane");
                ResultSet row = query.executeQuery()) {
            while (row.next()) {
                byte[] closing = row.getBytes(6);
                streams.add(
                        new Stored(
                                new StreamRef(row.getString(1), row.getInt(2), row.getString(3)),
                                new Bytes(row.getBytes(4)),
                                row.getLong(5),
                                closing == null ? null : new Bytes(closing)));
            }
        }
        return streams;
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
