package org.attune.store;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.attune.consent.ConsentScope;
import org.attune.session.ClientCode;
import org.attune.session.SessionId;

/**
 * Process notes, in a store of their own: under their own keys, written only while the person's
 * consent grants {@code notes-store}, and reached through no other door. Notes are only added or
 * erased. Any thread.
 */
public final class NoteStore {
    private static final String NOTE = "note";
    private final Database database;
    private final NoteKeys noteKeys;
    private final KeyRing keys;
    private final ClientDirectory clients;
    private final ConsentStore consents;
    private final AuditLog audit;

    NoteStore(
            Database database,
            NoteKeys noteKeys,
            KeyRing keys,
            ClientDirectory clients,
            ConsentStore consents,
            AuditLog audit) {
        this.database = database;
        this.noteKeys = noteKeys;
        this.keys = keys;
        this.clients = clients;
        this.consents = consents;
        this.audit = audit;
    }

    /**
     * Keeps a note.
     *
     * @return what consent is missing, in plain words; empty when it was done
     */
    public List<String> append(ClientCode client, Note note) {
        List<String> missing =
                consents.missing(client, List.of(ConsentScope.NOTES_STORE), note.at());
        if (missing.isEmpty()) {
            write(client, note);
            boolean unused =
                    audit.note(
                            AuditEvent.of(AuditEvent.Kind.NOTE_WRITTEN)
                                    .about(client)
                                    .with("session", session(note)));
        }
        return missing;
    }

    private static String session(Note note) {
        return note.session().map(SessionId::value).orElse("");
    }

    private void write(ClientCode client, Note note) {
        String id = clients.ensure(client);
        String session = session(note);
        KeyRing.Snapshot snapshot = keys.snapshot();
        ClientDirectory.Entry entry = clients.entry(snapshot, id, client);
        NoteKeys.Key key = noteKeys.forWriting(id, session);
        byte[] clientKey = keys.clientKey(snapshot, id).orElseThrow(ClientDirectory::damaged);
        byte[] plain =
                new ByteWriter().u8(Context.FORMAT).instant(note.at()).text(note.text()).toBytes();
        long unused =
                database.write(
                        "cannot write the note",
                        connection -> {
                            long seq = newest(connection, id) + 1;
                            byte[] sealed =
                                    Seal.toEnvelope(
                                            key.bytes().value(), context(id, session, seq), plain);
                            Database.update(
                                    connection,
                                    "INSERT INTO note (client_id, session_id, seq, key_id, sealed)"
                                            + " VALUES (?, ?, ?, ?, ?)",
                                    id,
                                    session,
                                    seq,
                                    key.id(),
                                    sealed);
                            long count = entry.notes() + 1;
                            clients.rewrite(connection, id, clientKey, entry.withNotes(count));
                            return seq;
                        });
        Arrays.fill(plain, (byte) 0);
        Arrays.fill(clientKey, (byte) 0);
        Arrays.fill(key.bytes().value(), (byte) 0);
    }

    private static long newest(Connection connection, String id) throws SQLException {
        try (PreparedStatement query =
                connection.prepareStatement(
                        "SELECT COALESCE(MAX(seq), 0) FROM note WHERE client_id = ?")) {
            query.setString(1, id);
            try (ResultSet row = query.executeQuery()) {
                return row.getLong(1);
            }
        }
    }

    /**
     * The notes on a person, oldest first; empty for a person the vault does not know.
     *
     * @throws VaultException when one is damaged or taken out
     */
    public List<Note> notes(ClientCode client) {
        Optional<String> id = clients.idOf(client);
        return id.isPresent() ? readAll(id.get(), client) : List.of();
    }

    /** Whether a client's notes can be read whole; the complaint if not. */
    Optional<String> check(String id, ClientCode client) {
        try {
            List<Note> unused = readAll(id, client);
            return Optional.empty();
        } catch (VaultException e) {
            return Optional.of(e.line());
        }
    }

    private record Row(String session, long seq, String keyId, Bytes sealed) {}

    private List<Note> readAll(String id, ClientCode client) {
        ClientDirectory.Entry entry = clients.entry(keys.snapshot(), id, client);
        Map<String, NoteKeys.Row> wrapped = noteKeys.rows();
        List<Note> notes = new ArrayList<>();
        for (Row row : rows(id)) {
            NoteKeys.Row keyRow = wrapped.get(row.keyId());
            byte[] key =
                    keyRow == null ? null : noteKeys.open(keyRow).orElseThrow(NoteStore::damaged);
            if (key == null) {
                throw damaged();
            }
            byte[] plain =
                    Seal.fromEnvelope(
                                    key,
                                    context(id, row.session(), row.seq()),
                                    row.sealed().value())
                            .orElseThrow(NoteStore::damaged);
            Arrays.fill(key, (byte) 0);
            notes.add(decode(row.session(), plain));
            Arrays.fill(plain, (byte) 0);
        }
        if (notes.size() != entry.notes()) {
            throw damaged();
        }
        return notes;
    }

    private static Note decode(String session, byte[] plain) {
        ByteReader in = new ByteReader(plain);
        if (in.u8() != Context.FORMAT) {
            throw ByteReader.malformed("unknown form of a note");
        }
        try {
            Instant at = in.instant();
            return new Note(
                    at,
                    session.isEmpty() ? Optional.empty() : Optional.of(new SessionId(session)),
                    in.text());
        } catch (IllegalArgumentException brokenContract) {
            throw damaged();
        }
    }

    private List<Row> rows(String id) {
        return database.read(
                "cannot read the notes",
                connection -> {
                    List<Row> rows = new ArrayList<>();
                    try (PreparedStatement query =
                            connection.prepareStatement(
                                    "SELECT session_id, seq, key_id, sealed FROM note"
                                            + " WHERE client_id = ? ORDER BY seq")) {
                        query.setString(1, id);
                        try (ResultSet row = query.executeQuery()) {
                            while (row.next()) {
                                rows.add(
                                        new Row(
                                                row.getString(1),
                                                row.getLong(2),
                                                row.getString(3),
                                                new Bytes(row.getBytes(4))));
                            }
                        }
                    }
                    return rows;
                });
    }

    private byte[] context(String id, String session, long seq) {
        return new Context(NOTE, keys.vault(), id, session, 0, seq).toBytes();
    }

    private static VaultException damaged() {
        return new VaultException(
                "a note is damaged or was taken out: run 'attune vault verify' and restore a"
                        + " backup");
    }
}
