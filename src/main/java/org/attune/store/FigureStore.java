package org.attune.store;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.attune.consent.ConsentScope;
import org.attune.review.trend.TrendSession;
import org.attune.session.ClientCode;
import org.attune.session.Session;
import org.attune.session.SessionId;
import org.attune.time.WallClock;
import org.jspecify.annotations.Nullable;

/**
 * Figures of sessions, so that a trend over a year need not read a year of beats. Each lies with
 * one person's lane, under that lane's key, and goes with it; it is written only while that person
 * agrees to {@code store} and {@code derive}. It holds only for the recording and for what was said
 * of it as they stood when it was worked out: of anything else it is not found, and worked out
 * anew. Any thread.
 */
public final class FigureStore {
    private static final String KIND = "figures";
    private static final String CANNOT_READ = "cannot read the figures of sessions";
    private final Database database;
    private final KeyRing keys;
    private final ClientDirectory clients;
    private final ConsentStore consents;
    private final WallClock clock;

    FigureStore(VaultParts parts, WallClock clock) {
        this.database = parts.data();
        this.keys = parts.keys();
        this.clients = parts.clients();
        this.consents = parts.consents();
        this.clock = clock;
    }

    /** Which figures of a session. */
    public enum Which {
        /** Judged by settings and version of now, where that is another than then. */
        OF_NOW,
        /** As it was judged when it was held. */
        AS_JUDGED;

        private int seq() {
            return this == OF_NOW ? 1 : 2;
        }
    }

    /**
     * How a session's recording, and what was said of it, stand: equal as long as nothing of either
     * was added or erased.
     */
    public record Basis(String hash) {}

    /** How a session stands now: to be asked before it is read. */
    public Basis basis(SessionId session) {
        return database.read(
                CANNOT_READ,
                connection -> basis(connection, StreamTable.streams(connection, session.value())));
    }

    private static Basis basis(Connection connection, List<StreamTable.Stored> streams)
            throws SQLException {
        ByteWriter all = new ByteWriter();
        for (StreamTable.Stored each : streams) {
            Bytes closing = each.closing();
            all.i32(each.ref().lane()).raw(each.opening().value()).i64(each.closingSeq());
            all.raw(closing == null ? new byte[0] : closing.value());
            all.raw(annotations(connection, each.ref()));
        }
        return new Basis(HexFormat.of().formatHex(Seal.sha256(all.toBytes())));
    }

    private static byte[] annotations(Connection connection, StreamRef stream) throws SQLException {
        ByteWriter all = new ByteWriter();
        try (PreparedStatement query =
                connection.prepareStatement(
                        "SELECT sealed FROM annotation WHERE session_id = ? AND lane = ?"
                                + " ORDER BY seq")) {
            query.setString(1, stream.session());
            query.setInt(2, stream.lane());
            try (ResultSet row = query.executeQuery()) {
                while (row.next()) {
                    byte[] sealed = row.getBytes(1);
                    all.raw(Seal.sha256(sealed == null ? new byte[0] : sealed));
                }
            }
        }
        return all.toBytes();
    }

    /**
     * The figures of a person's sessions that are kept and still hold.
     *
     * @param by which release of the program worked them out: those of another are not found
     */
    public Map<SessionId, TrendSession> find(
            ClientCode client, List<Session> sessions, Which which, String by) {
        Optional<String> id = clients.idOf(client);
        Map<SessionId, TrendSession> found = new LinkedHashMap<>();
        if (id.isEmpty()) {
            return found;
        }
        KeyRing.Snapshot snapshot = keys.snapshot();
        return database.read(
                CANNOT_READ,
                connection ->
                        SessionArchive.atOneInstant(
                                connection,
                                c -> {
                                    for (Session each : sessions) {
                                        find(c, snapshot, id.get(), each, which, by)
                                                .ifPresent(one -> found.put(each.id(), one));
                                    }
                                    return found;
                                }));
    }

    private Optional<TrendSession> find(
            Connection connection,
            KeyRing.Snapshot snapshot,
            String client,
            Session session,
            Which which,
            String by)
            throws SQLException {
        List<StreamTable.Stored> streams = StreamTable.streams(connection, session.id().value());
        Optional<StreamRef> stream = ofClient(streams, client).map(StreamTable.Stored::ref);
        if (stream.isEmpty()) {
            return Optional.empty();
        }
        byte @Nullable [] sealed = sealed(connection, stream.get(), which.seq());
        Optional<byte[]> key = keys.streamKey(snapshot, stream.get());
        if (sealed == null || key.isEmpty()) {
            return Optional.empty();
        }
        byte[] context = stream.get().context(KIND, keys.vault(), which.seq());
        // What is damaged the check of the vault names; here it is worked out anew.
        Optional<byte[]> plain = Seal.fromEnvelope(key.get(), context, sealed);
        Arrays.fill(key.get(), (byte) 0);
        if (plain.isEmpty()) {
            return Optional.empty();
        }
        ByteReader in = new ByteReader(plain.get());
        boolean holds =
                in.u8() == Context.FORMAT
                        && in.text().equals(by)
                        && in.text().equals(basis(connection, streams).hash());
        return holds ? Optional.of(FigureCodec.read(in, session)) : Optional.empty();
    }

    private static Optional<StreamTable.Stored> ofClient(
            List<StreamTable.Stored> streams, String client) {
        return streams.stream().filter(each -> each.ref().client().equals(client)).findFirst();
    }

    private static byte @Nullable [] sealed(Connection connection, StreamRef stream, int seq)
            throws SQLException {
        try (PreparedStatement query =
                connection.prepareStatement(
                        "SELECT sealed FROM figures WHERE session_id = ? AND lane = ?"
                                + " AND seq = ?")) {
            query.setString(1, stream.session());
            query.setInt(2, stream.lane());
            query.setInt(3, seq);
            try (ResultSet row = query.executeQuery()) {
                return row.next() ? row.getBytes(1) : null;
            }
        }
    }

    /**
     * Keeps the figures of a person's session, in place of those kept before.
     *
     * @param by which release of the program worked them out
     * @param basis how the session stood before it was read: where it stands otherwise by now,
     *     nothing is kept
     * @return whether they were kept; not without consent to {@code store} and {@code derive}
     */
    public boolean keep(
            ClientCode client, TrendSession figures, Which which, String by, Basis basis) {
        List<ConsentScope> needed = List.of(ConsentScope.STORE, ConsentScope.DERIVE);
        Optional<String> id = clients.idOf(client);
        if (id.isEmpty() || !consents.missing(client, needed, clock.now()).isEmpty()) {
            return false;
        }
        KeyRing.Snapshot snapshot = keys.snapshot();
        return database.write(
                "cannot keep the figures of a session",
                connection -> {
                    List<StreamTable.Stored> streams =
                            StreamTable.streams(connection, figures.session().id().value());
                    Optional<StreamTable.Stored> lane = ofClient(streams, id.get());
                    return lane.isPresent()
                            && basis(connection, streams).equals(basis)
                            && write(connection, snapshot, lane.get(), figures, which, by, basis);
                });
    }

    private boolean write(
            Connection connection,
            KeyRing.Snapshot snapshot,
            StreamTable.Stored lane,
            TrendSession figures,
            Which which,
            String by,
            Basis basis)
            throws SQLException {
        StreamRef stream = lane.ref();
        Optional<byte[]> key = keys.streamKey(snapshot, stream);
        if (key.isEmpty()) {
            return false;
        }
        byte[] opening = stream.context(StreamCodec.OPENING, keys.vault(), 0);
        // A lane that is just being sealed anew has another key by the time this is read.
        boolean standing = Seal.open(key.get(), 0, opening, lane.opening().value()).isPresent();
        if (standing) {
            ByteWriter plain = new ByteWriter().u8(Context.FORMAT).text(by).text(basis.hash());
            byte[] bytes = FigureCodec.write(plain, figures).toBytes();
            plain.wipe();
            byte[] context = stream.context(KIND, keys.vault(), which.seq());
            Database.update(
                    connection,
                    "INSERT OR REPLACE INTO figures (session_id, lane, seq, sealed)"
                            + " VALUES (?, ?, ?, ?)",
                    stream.session(),
                    stream.lane(),
                    which.seq(),
                    Seal.toEnvelope(key.get(), context, bytes));
            Arrays.fill(bytes, (byte) 0);
        }
        Arrays.fill(key.get(), (byte) 0);
        return standing;
    }

    /** Erases what is kept of a session, whosever it is: all of it rests on all of that. */
    static int clear(Connection connection, String session) throws SQLException {
        return Database.update(connection, "DELETE FROM figures WHERE session_id = ?", session);
    }

    /** Whether all that is kept of a lane can be opened. */
    static boolean sound(Connection connection, String vault, StreamRef stream, byte[] key)
            throws SQLException {
        try (PreparedStatement query =
                connection.prepareStatement(
                        "SELECT seq, sealed FROM figures WHERE session_id = ? AND lane = ?")) {
            query.setString(1, stream.session());
            query.setInt(2, stream.lane());
            try (ResultSet row = query.executeQuery()) {
                while (row.next()) {
                    byte[] sealed = row.getBytes(2);
                    byte[] context = stream.context(KIND, vault, row.getLong(1));
                    if (sealed == null || Seal.fromEnvelope(key, context, sealed).isEmpty()) {
                        return false;
                    }
                }
            }
        }
        return true;
    }
}
