package org.attune.store;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** Checks everything the vault holds, once. Confined to the calling thread. */
final class Verification {
    private final Database data;
    private final Database keyFile;
    private final KeyRing keys;
    private final ClientDirectory clients;
    private final ConsentStore consents;
    private final CardStore cards;
    private final ExportLedger exports;
    private final NoteStore notes;
    private final KeepingStore keeping;
    private final String recording;
    private final List<VerifyReport.Finding> findings = new ArrayList<>();
    private final Set<String> clientIds = new HashSet<>();
    private final Set<StreamRef> streams = new HashSet<>();
    private final Map<String, Long> annotated = new HashMap<>();
    private final AuditLog audit;
    private long soundClients;
    private long parts;

    /**
     * @param recording the session being recorded now, or empty
     */
    Verification(VaultParts vault, String recording) {
        this.data = vault.data();
        this.keyFile = vault.keyFile();
        this.keys = vault.keys();
        this.clients = vault.clients();
        this.consents = vault.consents();
        this.cards = vault.cards();
        this.exports = vault.exports();
        this.notes = vault.notes();
        this.keeping = vault.keeping();
        this.audit = vault.audit();
        this.recording = recording;
    }

    /**
     * @param receipts heads of the audit that were given out
     */
    VerifyReport run(List<AuditHead> receipts) {
        data.check().forEach(this::damage);
        keyFile.check().forEach(this::damage);
        try {
            checkClients();
            checkRecordings();
            checkKeys();
            checkTombstones();
            checkAudit(receipts);
        } catch (VaultException e) {
            damage(e.line());
        }
        findings.sort(Comparator.comparing(VerifyReport.Finding::kind));
        long sessions = streams.stream().map(StreamRef::session).distinct().count();
        return new VerifyReport(soundClients, sessions, parts, findings);
    }

    private void damage(String line) {
        findings.add(new VerifyReport.Finding(VerifyReport.Kind.DAMAGE, line));
    }

    private void note(String line) {
        findings.add(new VerifyReport.Finding(VerifyReport.Kind.NOTE, line));
    }

    private void checkClients() {
        KeyRing.Snapshot snapshot = keys.snapshot();
        for (ClientDirectory.Row row : clients.rows()) {
            clientIds.add(row.id());
            Optional<ClientDirectory.Entry> entry = clients.read(snapshot, row);
            if (entry.isEmpty()) {
                damage("client " + row.id() + ": the record is damaged or its key is missing");
                continue;
            }
            Optional<String> complaint =
                    consents.check(row.id(), entry.get().code())
                            .or(() -> cards.check(row.id(), entry.get().code()))
                            .or(() -> exports.check(row.id(), entry.get().code()))
                            .or(() -> notes.check(row.id(), entry.get().code()))
                            .or(() -> keeping.check(row.id(), entry.get().code()));
            complaint.ifPresent(line -> damage("client " + row.id() + ": " + line));
            if (complaint.isEmpty()) {
                soundClients++;
            }
        }
        cards.owners().stream()
                .filter(id -> !clientIds.contains(id))
                .forEach(id -> damage("client " + id + ": a card without a record"));
        ownersOf(List.of("export_copy", "note", "keeping")).stream()
                .filter(id -> !clientIds.contains(id))
                .forEach(id -> damage("client " + id + ": entries without a record"));
    }

    private Set<String> ownersOf(List<String> tables) {
        return data.read(
                "cannot read what is kept of clients",
                connection -> {
                    Set<String> ids = new TreeSet<>();
                    for (String table : tables) {
                        try (PreparedStatement query =
                                        connection.prepareStatement(
                                                "SELECT DISTINCT client_id FROM " + table);
                                ResultSet row = query.executeQuery()) {
                            while (row.next()) {
                                ids.add(row.getString(1));
                            }
                        }
                    }
                    return ids;
                });
    }

    private void checkAudit(List<AuditHead> receipts) {
        AuditCheck check = new AuditCheck(keys);
        int unused =
                data.read(
                        "cannot read the audit",
                        connection ->
                                SessionArchive.atOneInstant(
                                        connection,
                                        c -> {
                                            check.run(c, receipts);
                                            return 0;
                                        }));
        check.damages().forEach(this::damage);
        check.notes().forEach(this::note);
    }

    private void checkTombstones() {
        data.read("cannot read what was erased", new Tombstones(keys)::damaged)
                .forEach(which -> damage("the entry of what was erased is damaged: " + which));
        List<Tombstone> stones =
                data.read("cannot read what was erased", new Tombstones(keys)::all);
        ErasureCheck check = new ErasureCheck();
        check.run(audit.entries(), stones, keys.ledger());
        check.damages().forEach(this::damage);
        check.notes().forEach(this::note);
    }

    private void checkRecordings() {
        countAnnotations();
        data.read(
                "cannot read the recordings",
                connection ->
                        SessionArchive.atOneInstant(
                                connection,
                                c -> {
                                    checkStreams(c);
                                    checkStrays(c, "part");
                                    checkStrays(c, "annotation");
                                    checkStrays(c, "figures");
                                    return parts;
                                }));
    }

    private void checkStreams(Connection connection) throws SQLException {
        StreamReader reader = new StreamReader(keys);
        for (StreamTable.Stored stored : StreamTable.streams(connection)) {
            StreamRef ref = stored.ref();
            streams.add(ref);
            StreamReader.Contents contents = reader.whole(connection, stored);
            contents.problems().forEach(this::damage);
            parts += contents.parts();
            if (!clientIds.contains(ref.client())) {
                damage(StreamReader.name(ref) + ": belongs to no client of this vault");
            }
            if (!contents.closed() && !ref.session().equals(recording)) {
                note(StreamReader.name(ref) + ": broke off; recovered up to its last second");
            }
            checkAnnotations(connection, ref);
            if (contents.lost() > 0) {
                note(StreamReader.name(ref) + ": lacks " + contents.lost() + " moments");
            }
        }
    }

    private void checkAnnotations(Connection connection, StreamRef ref) throws SQLException {
        Optional<byte[]> key = keys.streamKey(keys.snapshot(), ref);
        if (key.isEmpty()) {
            return; // the lane itself is damaged, and said to be
        }
        try {
            long found = AnnotationTable.read(connection, keys.vault(), ref, key.get()).count();
            if (found < annotated.getOrDefault(Tombstones.idOf(ref), 0L)) {
                damage(StreamReader.name(ref) + ": of what was said of it, the newest is missing");
            }
            if (!FigureStore.sound(connection, keys.vault(), ref, key.get())) {
                damage(
                        StreamReader.name(ref)
                                + ": its figures are damaged; its trend works them out anew");
            }
        } catch (VaultException e) {
            damage(StreamReader.name(ref) + ": " + e.line());
        }
    }

    /** How much the audit says there is; more may be there, where an entry could not be written. */
    private void countAnnotations() {
        for (AuditEntry entry : audit.entries()) {
            if (!entry.fact("annotations").isEmpty()) {
                annotated.put(
                        entry.fact("session") + "/" + entry.fact("lane"),
                        Long.parseLong(entry.fact("annotations")));
            }
        }
    }

    private void checkStrays(Connection connection, String table) throws SQLException {
        try (PreparedStatement query =
                        connection.prepareStatement(
                                "SELECT session_id, lane, COUNT(*) FROM "
                                        + table
                                        + " WHERE NOT EXISTS"
                                        + " (SELECT 1 FROM stream WHERE stream.session_id = "
                                        + table
                                        + ".session_id AND stream.lane = "
                                        + table
                                        + ".lane) GROUP BY session_id, lane");
                ResultSet row = query.executeQuery()) {
            while (row.next()) {
                damage(
                        "session "
                                + row.getString(1)
                                + ", lane "
                                + (row.getInt(2) + 1)
                                + ": "
                                + row.getLong(3)
                                + " "
                                + table
                                + "s without an opening");
            }
        }
    }

    private void checkKeys() {
        KeyRing.Snapshot snapshot = keys.snapshot();
        for (StreamRef ref : snapshot.streams().keySet()) {
            if (!streams.contains(ref)) {
                note(StreamReader.name(ref) + ": a key without a recording; harmless");
            }
        }
        for (String client : snapshot.clients().keySet()) {
            if (!clientIds.contains(client)) {
                note("client " + client + ": a key without a record; harmless");
            }
        }
    }
}
