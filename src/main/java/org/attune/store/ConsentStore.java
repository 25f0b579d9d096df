package org.attune.store;

import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.attune.consent.ConsentEvent;
import org.attune.consent.ConsentLog;
import org.attune.consent.ConsentScope;
import org.attune.session.ClientCode;
import org.jspecify.annotations.Nullable;

/**
 * Each person's consent log, sealed under the person's own key. Entries are only ever added. A log
 * that is damaged or shortened is refused as a whole, so it can grant nothing. Any thread.
 */
public final class ConsentStore {
    private static final String EVENT = "consent";
    private final Database database;
    private final KeyRing keys;
    private final ClientDirectory clients;
    private final AuditLog audit;

    ConsentStore(Database database, KeyRing keys, ClientDirectory clients, AuditLog audit) {
        this.database = database;
        this.keys = keys;
        this.clients = clients;
        this.audit = audit;
    }

    /** Adds an entry; the vault comes to know the person if it does not yet. */
    public void append(ConsentEvent event) {
        String id = clients.ensure(event.client());
        long count = readAll(id, event.client()).size();
        KeyRing.Snapshot snapshot = keys.snapshot();
        ClientDirectory.Entry entry = clients.entry(snapshot, id, event.client());
        byte[] key = keys.clientKey(snapshot, id).orElseThrow(ClientDirectory::damaged);
        byte[] sealed = Seal.toEnvelope(key, context(id, count), encode(event));
        AuditLog.Prepared line =
                audit.prepare(
                        AuditEvent.consent(
                                event.client(), event.type(), event.scopes(), count + 1));
        database.write(
                "cannot write the consent log",
                connection -> {
                    // The place is the primary key: two writers cannot both take it.
                    KeyRing.update(
                            connection,
                            "INSERT INTO consent (client_id, seq, sealed) VALUES (?, ?, ?)",
                            id,
                            count,
                            sealed);
                    clients.rewrite(connection, id, key, entry.withConsents(count + 1));
                    audit.tryWrite(connection, line);
                    return count;
                });
        Arrays.fill(key, (byte) 0);
    }

    /**
     * The person's log; empty for a person the vault does not know.
     *
     * @throws VaultException when the log is damaged or shortened
     */
    public ConsentLog log(ClientCode client) {
        Optional<String> id = clients.idOf(client);
        List<ConsentEvent> events = id.isPresent() ? readAll(id.get(), client) : List.of();
        return ConsentLog.of(client, events);
    }

    private List<ConsentEvent> readAll(String id, ClientCode client) {
        KeyRing.Snapshot snapshot = keys.snapshot();
        ClientDirectory.Entry entry = clients.entry(snapshot, id, client);
        List<ConsentEvent> events = new ArrayList<>();
        byte[] key = keys.clientKey(snapshot, id).orElseThrow(ClientDirectory::damaged);
        for (Bytes sealed : rows(id)) {
            byte[] plain =
                    Seal.fromEnvelope(key, context(id, events.size()), sealed.value())
                            .orElseThrow(ConsentStore::damaged);
            events.add(decode(client, plain));
        }
        Arrays.fill(key, (byte) 0);
        if (events.size() != entry.consents()) {
            throw damaged();
        }
        return events;
    }

    /** Whether a client's log can be read whole; the complaint if not. */
    Optional<String> check(String id, ClientCode client) {
        try {
            readAll(id, client);
            return Optional.empty();
        } catch (VaultException e) {
            return Optional.of(e.line());
        }
    }

    private List<Bytes> rows(String id) {
        return database.read(
                "cannot read the consent log",
                connection -> {
                    List<Bytes> rows = new ArrayList<>();
                    try (PreparedStatement query =
                            connection.prepareStatement(
                                    "SELECT sealed FROM consent WHERE client_id = ?"
                                            + " ORDER BY seq")) {
                        query.setString(1, id);
                        try (ResultSet row = query.executeQuery()) {
                            while (row.next()) {
                                rows.add(new Bytes(row.getBytes(1)));
                            }
                        }
                    }
                    return rows;
                });
    }

    private byte[] context(String id, long seq) {
        return Context.ofClient(EVENT, keys.vault(), id, seq);
    }

    private static byte[] encode(ConsentEvent event) {
        ByteWriter out = new ByteWriter().u8(Context.FORMAT).name(event.type()).instant(event.at());
        List<ConsentScope> scopes = event.scopes().stream().sorted().toList();
        out.varint(scopes.size());
        scopes.forEach(scope -> out.text(scope.code()));
        Instant until = event.validUntil();
        out.flag(until != null);
        if (until != null) {
            out.instant(until);
        }
        return out.text(event.method()).toBytes();
    }

    private static ConsentEvent decode(ClientCode client, byte[] bytes) {
        ByteReader in = new ByteReader(bytes);
        if (in.u8() != Context.FORMAT) {
            throw ByteReader.malformed("unknown form of a consent event");
        }
        try {
            ConsentEvent.Type type = in.name(ConsentEvent.Type.class);
            Instant at = in.instant();
            Set<ConsentScope> scopes = EnumSet.noneOf(ConsentScope.class);
            int count = in.count(1);
            for (int i = 0; i < count; i++) {
                scopes.add(ConsentScope.ofCode(in.text()).orElseThrow(ConsentStore::damaged));
            }
            @Nullable Instant until = in.flag() ? in.instant() : null;
            return new ConsentEvent(client, type, at, scopes, until, in.text());
        } catch (IllegalArgumentException brokenContract) {
            throw damaged();
        }
    }

    private static VaultException damaged() {
        return new VaultException(
                "a consent log is damaged, so it grants nothing: run 'attune vault verify' and"
                        + " restore a backup");
    }
}
