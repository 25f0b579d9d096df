package org.attune.store;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.attune.session.ClientCode;
import org.attune.session.SessionId;

/**
 * What left the vault, by person, sealed under the person's own key: it goes with them when they
 * are erased, and a line without content stays in the audit. Entries are only ever added. Any
 * thread.
 */
public final class ExportLedger {
    private static final String COPY = "export copy";
    private final Database database;
    private final KeyRing keys;
    private final ClientDirectory clients;
    private final AuditLog audit;

    ExportLedger(Database database, KeyRing keys, ClientDirectory clients, AuditLog audit) {
        this.database = database;
        this.keys = keys;
        this.clients = clients;
        this.audit = audit;
    }

    /**
     * Enters a copy, together with its line in the audit: both or neither.
     *
     * @throws VaultException when it cannot be entered; then nothing may leave
     */
    public void append(ClientCode client, ExportCopy copy) {
        String id = clients.idOf(client).orElseThrow(ClientDirectory::damaged);
        KeyRing.Snapshot snapshot = keys.snapshot();
        ClientDirectory.Entry entry = clients.entry(snapshot, id, client);
        long seq = entry.exports() + 1;
        byte[] key = keys.clientKey(snapshot, id).orElseThrow(ClientDirectory::damaged);
        byte[] sealed = Seal.toEnvelope(key, context(id, seq), copy.toBytes());
        AuditLog.Prepared line =
                audit.prepare(
                        AuditEvent.of(AuditEvent.Kind.EXPORTED)
                                .about(client)
                                .with("export", copy.exportId())
                                .with("session", copy.session().map(SessionId::value).orElse(""))
                                .with("number", seq)
                                .with("sha256", copy.sha256()));
        long unused =
                database.write(
                        "cannot enter what is about to leave",
                        connection -> {
                            Database.update(
                                    connection,
                                    "INSERT INTO export_copy (client_id, seq, sealed)"
                                            + " VALUES (?, ?, ?)",
                                    id,
                                    seq,
                                    sealed);
                            clients.rewrite(connection, id, key, entry.withExports(seq));
                            return audit.write(connection, line);
                        });
        Arrays.fill(key, (byte) 0);
    }

    /**
     * The copies of a person's data that left, oldest first; empty for a person the vault does not
     * know.
     *
     * @throws VaultException when the ledger is damaged or shortened
     */
    public List<ExportCopy> copies(ClientCode client) {
        Optional<String> id = clients.idOf(client);
        return id.isPresent() ? readAll(id.get(), client) : List.of();
    }

    /** Whether a client's ledger can be read whole; the complaint if not. */
    Optional<String> check(String id, ClientCode client) {
        try {
            List<ExportCopy> unused = readAll(id, client);
            return Optional.empty();
        } catch (VaultException e) {
            return Optional.of(e.line());
        }
    }

    private List<ExportCopy> readAll(String id, ClientCode client) {
        KeyRing.Snapshot snapshot = keys.snapshot();
        ClientDirectory.Entry entry = clients.entry(snapshot, id, client);
        byte[] key = keys.clientKey(snapshot, id).orElseThrow(ClientDirectory::damaged);
        List<ExportCopy> copies = new ArrayList<>();
        for (Bytes sealed : rows(id)) {
            byte[] plain =
                    Seal.fromEnvelope(key, context(id, copies.size() + 1L), sealed.value())
                            .orElseThrow(ExportLedger::damaged);
            copies.add(ExportCopy.fromBytes(plain));
        }
        Arrays.fill(key, (byte) 0);
        if (copies.size() != entry.exports()) {
            throw damaged();
        }
        return copies;
    }

    private List<Bytes> rows(String id) {
        return database.sealedOf(
                "cannot read what has left",
                "SELECT sealed FROM export_copy WHERE client_id = ? ORDER BY seq",
                id);
    }

    private byte[] context(String id, long seq) {
        return Context.ofClient(COPY, keys.vault(), id, seq);
    }

    private static VaultException damaged() {
        return new VaultException(
                "the list of what left is damaged or shortened: run 'attune vault verify' and"
                        + " restore a backup");
    }
}
