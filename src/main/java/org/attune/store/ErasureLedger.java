package org.attune.store;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * What was erased, by random id: applied again whenever the vault is opened, and to what is
 * restored. Immutable; any thread.
 *
 * @param clients ids of erased clients
 * @param streams erased streams, named without their client
 * @param notes ids of destroyed keys of notes
 * @param spans erased spans of recordings, their streams named without their client
 */
record ErasureLedger(
        Set<String> clients, Set<StreamRef> streams, Set<String> notes, List<SpanKeys.Line> spans) {
    static ErasureLedger read(Connection connection) throws SQLException {
        Set<String> clients = new LinkedHashSet<>();
        Set<StreamRef> streams = new LinkedHashSet<>();
        try (PreparedStatement query =
                        connection.prepareStatement("SELECT client_id FROM erased_client");
                ResultSet rows = query.executeQuery()) {
            while (rows.next()) {
                clients.add(rows.getString(1));
            }
        }
        try (PreparedStatement query =
                        connection.prepareStatement("SELECT session_id, lane FROM erased_stream");
                ResultSet rows = query.executeQuery()) {
            while (rows.next()) {
                streams.add(new StreamRef(rows.getString(1), rows.getInt(2), ""));
            }
        }
        return new ErasureLedger(clients, streams, notes(connection), spans(connection));
    }

    private static Set<String> notes(Connection connection) throws SQLException {
        Set<String> notes = new LinkedHashSet<>();
        // A key file of the first form has no such table.
        if (!has(connection, "erased_note_key")) {
            return notes;
        }
        try (PreparedStatement query =
                        connection.prepareStatement("SELECT key_id FROM erased_note_key");
                ResultSet rows = query.executeQuery()) {
            while (rows.next()) {
                notes.add(rows.getString(1));
            }
        }
        return notes;
    }

    private static List<SpanKeys.Line> spans(Connection connection) throws SQLException {
        return has(connection, "erased_span") ? SpanKeys.lines(connection, "") : List.of();
    }

    private static boolean has(Connection connection, String table) throws SQLException {
        return Database.number(
                        connection,
                        "SELECT COUNT(*) FROM sqlite_master WHERE name = '" + table + "'")
                > 0;
    }
}
