package org.attune.store;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.attune.time.SessionTime;

/**
 * The change of a recording's key while a span of it is erased: the ledger of spans, and the new
 * key until it takes the old one's place. Any thread.
 */
final class SpanKeys {
    private static final String CANNOT_READ = "cannot read the vault's keys";
    private static final String CANNOT_WRITE = "cannot write the vault's keys";
    private final Database database;

    SpanKeys(Database database) {
        this.database = database;
    }

    /** A line of the ledger. */
    record Line(String id, StreamRef stream, Span span) {}

    /** Enters the span, and the new key beside the old one. */
    void begin(Line line, Bytes wrapped) {
        int unused =
                database.write(
                        CANNOT_WRITE,
                        connection -> {
                            Database.update(
                                    connection,
                                    "INSERT OR IGNORE INTO erased_span (span_id, session_id, lane,"
                                            + " from_nanos, to_nanos, done)"
                                            + " VALUES (?, ?, ?, ?, ?, 0)",
                                    line.id(),
                                    line.stream().session(),
                                    line.stream().lane(),
                                    line.span().from().nanos(),
                                    line.span().to().nanos());
                            return Database.update(
                                    connection,
                                    "INSERT OR REPLACE INTO next_stream_key (session_id, lane,"
                                            + " client_id, wrapped) VALUES (?, ?, ?, ?)",
                                    line.stream().session(),
                                    line.stream().lane(),
                                    line.stream().client(),
                                    wrapped.value());
                        });
        database.purge();
    }

    /** The new key takes the old one's place; the old one is destroyed. */
    void finish(Line line) {
        int unused =
                database.write(
                        CANNOT_WRITE,
                        connection -> {
                            Database.update(
                                    connection,
                                    "UPDATE stream_key SET wrapped = (SELECT wrapped FROM"
                                            + " next_stream_key AS next WHERE next.session_id ="
                                            + " stream_key.session_id AND next.lane ="
                                            + " stream_key.lane) WHERE session_id = ? AND lane = ?"
                                            + " AND EXISTS (SELECT 1 FROM next_stream_key AS next"
                                            + " WHERE next.session_id = stream_key.session_id AND"
                                            + " next.lane = stream_key.lane)",
                                    line.stream().session(),
                                    line.stream().lane());
                            return abandon(connection, line);
                        });
        database.purge();
    }

    /** There is nothing left to erase a span of. */
    void abandon(Line line) {
        int unused = database.write(CANNOT_WRITE, connection -> abandon(connection, line));
        database.purge();
    }

    private static int abandon(Connection connection, Line line) throws SQLException {
        Database.update(
                connection,
                "DELETE FROM next_stream_key WHERE session_id = ? AND lane = ?",
                line.stream().session(),
                line.stream().lane());
        return Database.update(
                connection, "UPDATE erased_span SET done = 1 WHERE span_id = ?", line.id());
    }

    /** The new key of a stream while it waits; empty otherwise. */
    Optional<Bytes> next(StreamRef stream) {
        return database.read(
                CANNOT_READ,
                connection -> {
                    try (PreparedStatement query =
                            connection.prepareStatement(
                                    "SELECT wrapped FROM next_stream_key"
                                            + " WHERE session_id = ? AND lane = ?")) {
                        query.setString(1, stream.session());
                        query.setInt(2, stream.lane());
                        try (ResultSet row = query.executeQuery()) {
                            return row.next()
                                    ? Optional.of(new Bytes(row.getBytes(1)))
                                    : Optional.<Bytes>empty();
                        }
                    }
                });
    }

    /** Spans whose erasure was begun and not finished; their streams without their client. */
    List<Line> unfinished() {
        return database.read(CANNOT_READ, connection -> lines(connection, " WHERE done = 0"));
    }

    /** Lines of the ledger; their streams without their client. */
    static List<Line> lines(Connection connection, String where) throws SQLException {
        List<Line> lines = new ArrayList<>();
        try (PreparedStatement query =
                        connection.prepareStatement(
                                "SELECT span_id, session_id, lane, from_nanos, to_nanos"
                                        + " FROM erased_span"
                                        + where);
                ResultSet row = query.executeQuery()) {
            while (row.next()) {
                lines.add(
                        new Line(
                                row.getString(1),
                                new StreamRef(row.getString(2), row.getInt(3), ""),
                                new Span(
                                        new SessionTime(row.getLong(4)),
                                        new SessionTime(row.getLong(5)))));
            }
        }
        return lines;
    }

    /** Takes over lines of another ledger, still to be done; how many were not known here. */
    int adopt(List<Line> others) {
        return database.write(
                CANNOT_WRITE,
                connection -> {
                    int added = 0;
                    for (Line line : others) {
                        added +=
                                Database.update(
                                        connection,
                                        "INSERT OR IGNORE INTO erased_span (span_id, session_id,"
                                                + " lane, from_nanos, to_nanos, done)"
                                                + " VALUES (?, ?, ?, ?, ?, 0)",
                                        line.id(),
                                        line.stream().session(),
                                        line.stream().lane(),
                                        line.span().from().nanos(),
                                        line.span().to().nanos());
                    }
                    return added;
                });
    }
}
