package org.attune.store;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The rows of the audit. Stateless; any thread. */
final class AuditTable {
    private AuditTable() {}

    /** A row as it is stored. */
    record Row(long seq, Bytes sealed) {}

    /** The head as it was signed when the vault was last closed. */
    record Signed(long seq, Bytes hash, Bytes signature) {}

    static List<Row> rows(Connection connection) throws SQLException {
        return rows(connection, "SELECT seq, sealed FROM audit ORDER BY seq");
    }

    static Optional<Row> newest(Connection connection) throws SQLException {
        return rows(connection, "SELECT seq, sealed FROM audit ORDER BY seq DESC LIMIT 1").stream()
                .findFirst();
    }

    static Optional<Row> row(Connection connection, long seq) throws SQLException {
        return rows(connection, "SELECT seq, sealed FROM audit WHERE seq = " + seq).stream()
                .findFirst();
    }

    private static List<Row> rows(Connection connection, String query) throws SQLException {
        List<Row> rows = new ArrayList<>();
        try (PreparedStatement statement = connection.prepareStatement(query);
                ResultSet row = statement.executeQuery()) {
            while (row.next()) {
                byte[] sealed = row.getBytes(2);
                rows.add(new Row(row.getLong(1), new Bytes(sealed == null ? new byte[0] : sealed)));
            }
        }
        return rows;
    }

    static int insert(Connection connection, long seq, byte[] sealed) throws SQLException {
        // The number is the primary key: two writers cannot both take it.
        return Database.update(
                connection, "INSERT INTO audit (seq, sealed) VALUES (?, ?)", seq, sealed);
    }

    /** What is known of the clock, sealed; empty when nothing is. */
    static Optional<Bytes> clock(Connection connection) throws SQLException {
        try (PreparedStatement statement =
                        connection.prepareStatement("SELECT sealed FROM audit_clock");
                ResultSet row = statement.executeQuery()) {
            byte[] sealed = row.next() ? row.getBytes(1) : null;
            return sealed == null ? Optional.empty() : Optional.of(new Bytes(sealed));
        }
    }

    static int keepClock(Connection connection, byte[] sealed) throws SQLException {
        return Database.update(
                connection,
                "INSERT OR REPLACE INTO audit_clock (id, sealed) VALUES (1, ?)",
                sealed);
    }

    static int sign(Connection connection, long seq, byte[] hash, byte[] signature)
            throws SQLException {
        return Database.update(
                connection,
                "INSERT OR REPLACE INTO audit_head (id, seq, hash, signature) VALUES (1, ?, ?, ?)",
                seq,
                hash,
                signature);
    }

    static Optional<Signed> signed(Connection connection) throws SQLException {
        try (PreparedStatement statement =
                        connection.prepareStatement("SELECT seq, hash, signature FROM audit_head");
                ResultSet row = statement.executeQuery()) {
            return row.next()
                    ? Optional.of(
                            new Signed(
                                    row.getLong(1),
                                    new Bytes(row.getBytes(2)),
                                    new Bytes(row.getBytes(3))))
                    : Optional.empty();
        }
    }
}
