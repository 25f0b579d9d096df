package org.attune.store;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.attune.time.WallClock;

/**
 * Erases: first the keys, with a line in the ledger, then the data that nothing can open any more,
 * with a tombstone and a line in the audit. An interruption between the two is made good when the
 * vault is next opened; so is an old copy of either file put back. Any thread.
 */
final class Erasure {
    private static final String CANNOT_ERASE =
            "the keys are destroyed, but the sealed remains could not be removed yet";
    private static final String CANNOT_READ = "cannot read what was erased";
    private final Database data;
    private final KeyRing keys;
    private final NoteKeys noteKeys;
    private final ClientDirectory clients;
    private final AuditLog audit;
    private final Tombstones tombstones;
    private final WallClock clock;

    Erasure(
            Database data,
            KeyRing keys,
            NoteKeys noteKeys,
            ClientDirectory clients,
            AuditLog audit,
            WallClock clock) {
        this.data = data;
        this.keys = keys;
        this.noteKeys = noteKeys;
        this.clients = clients;
        this.audit = audit;
        this.tombstones = new Tombstones(keys);
        this.clock = clock;
    }

    void stream(StreamRef stream) {
        streams(List.of(stream));
    }

    /** Several at once: whatever the instant of a crash, all of them are gone or none. */
    void streams(List<StreamRef> streams) {
        Set<StreamRef> all = Set.copyOf(streams);
        keys.destroyStreams(all);
        int unused = remove(new What(Set.of(), all, Set.of()), AuditEvent.Kind.ERASED);
        data.purge();
    }

    void client(String client) {
        Set<String> notes = noteKeysOf(client, Optional.empty());
        noteKeys.destroy(notes);
        keys.destroyClient(client);
        int unused = remove(new What(Set.of(client), Set.of(), notes), AuditEvent.Kind.ERASED);
        data.purge();
    }

    /** Erases the notes on a person, or those on one session. */
    void notes(String client, Optional<String> session) {
        Set<String> notes = noteKeysOf(client, session);
        if (notes.isEmpty()) {
            return;
        }
        noteKeys.destroy(notes);
        int unused = remove(new What(Set.of(), Set.of(), notes), AuditEvent.Kind.ERASED);
        data.purge();
    }

    private Set<String> noteKeysOf(String client, Optional<String> session) {
        Set<String> ids = new LinkedHashSet<>();
        for (NoteKeys.Row row : noteKeys.rows().values()) {
            if (row.client().equals(client)
                    && session.map(row.session()::equals).orElse(Boolean.TRUE)) {
                ids.add(row.id());
            }
        }
        return ids;
    }

    /** What is or was erased, by random id. */
    private record What(Set<String> clients, Set<StreamRef> streams, Set<String> notes) {}

    /**
     * Removes what the ledger says was erased: after an interruption, or an old copy put back. The
     * tombstones are a second ledger: where the keys were put back, they are destroyed again.
     */
    void replayLedger() {
        List<Tombstone> stones = tombstones();
        ErasureLedger ledger = keys.ledger();
        for (Tombstone stone : stones) {
            if (stone.kind().equals(Tombstones.CLIENT) && !ledger.clients().contains(stone.id())) {
                keys.destroyClient(stone.id());
                tellAgain(stone);
            }
            if (stone.kind().equals(Tombstones.STREAM)
                    && !ledger.streams().contains(streamOf(stone.id()))) {
                keys.destroyStream(streamOf(stone.id()));
                tellAgain(stone);
            }
            if (stone.kind().equals(Tombstones.NOTES) && !ledger.notes().contains(stone.id())) {
                noteKeys.destroy(Set.of(stone.id()));
                tellAgain(stone);
            }
        }
        ErasureLedger whole = keys.ledger();
        int removed =
                remove(
                        new What(whole.clients(), whole.streams(), noteKeys.erased()),
                        AuditEvent.Kind.ERASED_AGAIN);
        if (removed > 0) {
            data.purge();
        }
    }

    /**
     * The ledger had lost a line: an old copy of the keys was put back, or somebody took it out.
     */
    private void tellAgain(Tombstone stone) {
        boolean unused =
                audit.note(
                        AuditEvent.of(AuditEvent.Kind.ERASED_AGAIN)
                                .with("what", stone.kind())
                                .with("id", stone.id()));
    }

    private static StreamRef streamOf(String tombstone) {
        int slash = tombstone.lastIndexOf('/');
        int lane = Integer.parseInt(tombstone.substring(slash + 1));
        return new StreamRef(tombstone.substring(0, slash), lane, "");
    }

    List<Tombstone> tombstones() {
        return data.read(CANNOT_READ, tombstones::all);
    }

    private int remove(What what, AuditEvent.Kind kind) {
        return data.write(
                CANNOT_ERASE,
                connection -> {
                    int rows = 0;
                    for (String client : what.clients()) {
                        int gone = remove(connection, client);
                        bury(connection, Tombstones.CLIENT, client, kind, gone);
                        rows += gone;
                    }
                    for (StreamRef stream : what.streams()) {
                        int gone = remove(connection, stream);
                        bury(connection, Tombstones.STREAM, Tombstones.idOf(stream), kind, gone);
                        rows += gone;
                    }
                    for (String key : what.notes()) {
                        int gone = removeNotes(connection, key);
                        bury(connection, Tombstones.NOTES, key, kind, gone);
                        rows += gone;
                    }
                    return rows;
                });
    }

    /**
     * Sets the tombstone and tells the audit, unless nothing is new. Behind a locked door neither
     * can be written: the ledger makes it good when the door is opened.
     */
    private void bury(Connection connection, String what, String id, AuditEvent.Kind kind, int gone)
            throws SQLException {
        if (keys.locked()) {
            return;
        }
        if (tombstones.set(connection, what, id, clock.now()) || gone > 0) {
            audit.tryWrite(
                    connection,
                    audit.prepare(AuditEvent.of(kind).with("what", what).with("id", id)));
        }
    }

    /** Erases what another ledger of the same vault says was erased; how much of it was here. */
    int apply(ErasureLedger other) {
        Set<String> clients = new HashSet<>(keys.snapshot().clients().keySet());
        clients.retainAll(other.clients());
        other.clients().forEach(keys::destroyClient);
        int erased = clients.size();
        for (StreamRef here : keys.snapshot().streams().keySet()) {
            StreamRef nameless = new StreamRef(here.session(), here.lane(), "");
            erased += other.streams().contains(nameless) ? 1 : 0;
        }
        other.streams().forEach(keys::destroyStream);
        Set<String> notes = new HashSet<>(noteKeys.rows().keySet());
        notes.retainAll(other.notes());
        erased += notes.size();
        noteKeys.destroy(other.notes());
        replayLedger();
        return erased;
    }

    private static int remove(Connection connection, StreamRef stream) throws SQLException {
        int rows = FigureStore.clear(connection, stream.session());
        for (String table : List.of("annotation", "part", "stream")) {
            rows +=
                    Database.update(
                            connection,
                            "DELETE FROM " + table + " WHERE session_id = ? AND lane = ?",
                            stream.session(),
                            stream.lane());
        }
        return rows;
    }

    private static int remove(Connection connection, String client) throws SQLException {
        // Of all who were there with this person: what was said of the session may be this one's.
        int rows =
                Database.update(
                        connection,
                        "DELETE FROM figures WHERE session_id IN"
                                + " (SELECT session_id FROM stream WHERE client_id = ?)",
                        client);
        for (String table : List.of("annotation", "part")) {
            rows +=
                    Database.update(
                            connection,
                            "DELETE FROM "
                                    + table
                                    + " WHERE EXISTS (SELECT 1 FROM stream"
                                    + " WHERE stream.session_id = "
                                    + table
                                    + ".session_id AND stream.lane = "
                                    + table
                                    + ".lane AND stream.client_id = ?)",
                            client);
        }
        for (String table :
                List.of("stream", "consent", "card", "export_copy", "note", "keeping", "client")) {
            rows +=
                    Database.update(
                            connection, "DELETE FROM " + table + " WHERE client_id = ?", client);
        }
        return rows;
    }

    /** Removes the notes under a key, and from the number that the person's record says. */
    private int removeNotes(Connection connection, String keyId) throws SQLException {
        Optional<String> client = ownerOf(connection, keyId);
        int gone = Database.update(connection, "DELETE FROM note WHERE key_id = ?", keyId);
        if (client.isPresent()) {
            KeyRing.Snapshot snapshot = keys.snapshot();
            Optional<ClientDirectory.Entry> entry =
                    clients.read(connection, snapshot, client.get());
            Optional<byte[]> key = keys.clientKey(snapshot, client.get());
            if (entry.isPresent() && key.isPresent()) {
                long left = Math.max(0, entry.get().notes() - gone);
                clients.rewrite(connection, client.get(), key.get(), entry.get().withNotes(left));
                Arrays.fill(key.get(), (byte) 0);
            }
        }
        return gone;
    }

    private static Optional<String> ownerOf(Connection connection, String keyId)
            throws SQLException {
        try (PreparedStatement query =
                connection.prepareStatement(
                        "SELECT client_id FROM note WHERE key_id = ? LIMIT 1")) {
            query.setString(1, keyId);
            try (ResultSet row = query.executeQuery()) {
                return row.next() ? Optional.of(row.getString(1)) : Optional.empty();
            }
        }
    }
}
