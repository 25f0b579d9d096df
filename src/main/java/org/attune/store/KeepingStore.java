package org.attune.store;

import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Instant;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.attune.session.ClientCode;
import org.attune.session.SessionId;
import org.jspecify.annotations.Nullable;

/**
 * How long each person's things are kept, and whether the law holds them; sealed under the person's
 * own key, and guarded against being taken away or put back from an old copy. Any thread.
 */
public final class KeepingStore {
    private static final String KEEPING = "keeping";
    private static final Logger LOG = System.getLogger(KeepingStore.class.getName());
    private final Database database;
    private final KeyRing keys;
    private final ClientDirectory clients;
    private final AuditLog audit;
    private volatile @Nullable Set<String> heldAtLock;

    KeepingStore(Database database, KeyRing keys, ClientDirectory clients, AuditLog audit) {
        this.database = database;
        this.keys = keys;
        this.clients = clients;
        this.audit = audit;
    }

    /**
     * What was agreed for a person; nothing for one the vault does not know.
     *
     * @throws VaultException when it is damaged, taken away or put back from an old copy
     */
    public Keeping of(ClientCode client) {
        return clients.idOf(client).map(id -> read(id, client)).orElse(Keeping.EMPTY);
    }

    /**
     * Puts a person's things under legal hold: nothing of them is erased until it is lifted.
     *
     * @param now since when; a hold that stands keeps its beginning
     */
    public void hold(ClientCode client, Instant now) {
        Keeping old = of(client);
        if (old.heldSince().isEmpty()) {
            write(
                    client,
                    new Keeping(Optional.of(now), old.retainUntil(), old.sessions()),
                    AuditEvent.of(AuditEvent.Kind.HOLD_SET));
        }
    }

    /** Lifts a legal hold; without effect where there is none. */
    public void lift(ClientCode client) {
        Keeping old = of(client);
        if (old.heldSince().isPresent()) {
            write(
                    client,
                    new Keeping(Optional.empty(), old.retainUntil(), old.sessions()),
                    AuditEvent.of(AuditEvent.Kind.HOLD_LIFTED));
        }
    }

    /**
     * Agrees until when a person's things are kept.
     *
     * @param until empty to leave it to the rule of the practice
     */
    public void retain(ClientCode client, Optional<Instant> until) {
        retain(client, until, Optional.empty());
    }

    /**
     * The same, with why.
     *
     * @param why entered in the audit; empty where nobody was asked
     */
    public void retain(ClientCode client, Optional<Instant> until, Optional<KeepingReason> why) {
        Keeping old = of(client);
        if (!old.retainUntil().equals(until)) {
            Keeping kept = new Keeping(old.heldSince(), until, old.sessions());
            write(client, kept, retained(why));
        }
    }

    /** The same for one session. */
    public void retain(ClientCode client, SessionId session, Optional<Instant> until) {
        retain(client, session, until, Optional.empty());
    }

    /** The same for one session, with why. */
    public void retain(
            ClientCode client,
            SessionId session,
            Optional<Instant> until,
            Optional<KeepingReason> why) {
        Keeping old = of(client);
        Map<SessionId, Instant> sessions = new HashMap<>(old.sessions());
        until.ifPresentOrElse(end -> sessions.put(session, end), () -> sessions.remove(session));
        if (!old.sessions().equals(sessions)) {
            Keeping kept = new Keeping(old.heldSince(), old.retainUntil(), sessions);
            write(client, kept, retained(why).with("session", session.value()));
        }
    }

    private static AuditEvent retained(Optional<KeepingReason> why) {
        AuditEvent event = AuditEvent.of(AuditEvent.Kind.RETENTION_SET);
        return why.map(each -> event.with("reason", each.code())).orElse(event);
    }

    /**
     * Whether the law holds what there is of the client with that id.
     *
     * @throws VaultException when that cannot be read
     */
    boolean holds(String id) {
        if (keys.locked()) {
            return heldWhenLocked(id);
        }
        KeyRing.Snapshot snapshot = keys.snapshot();
        ClientDirectory.Entry entry =
                clients.rows().stream()
                        .filter(row -> row.id().equals(id))
                        .findFirst()
                        .flatMap(row -> clients.read(snapshot, row))
                        .orElseThrow(ClientDirectory::damaged);
        return read(id, entry.code()).heldSince().isPresent();
    }

    private boolean heldWhenLocked(String id) {
        Set<String> held = heldAtLock;
        if (held == null) {
            throw new VaultException("the vault is locked: unlock it with its passphrase");
        }
        return held.contains(id);
    }

    /**
     * The vault is about to be locked: remembers whom the law holds, by random id, so that somebody
     * recorded behind the lock can still withdraw. None can be held anew until it is unlocked.
     */
    void beforeLock() {
        heldAtLock = null;
        Set<String> held = new HashSet<>();
        try {
            for (ClientDirectory.Row row : clients.rows()) {
                if (holds(row.id())) {
                    held.add(row.id());
                }
            }
            heldAtLock = held;
        } catch (VaultException unknown) {
            LOG.log(Level.WARNING, "who is held is not known: a withdrawal waits for the unlock");
        }
    }

    /** Whether what is kept of a client can be read; the complaint if not. */
    Optional<String> check(String id, ClientCode client) {
        try {
            Keeping unused = read(id, client);
            return Optional.empty();
        } catch (VaultException e) {
            return Optional.of(e.line());
        }
    }

    private Keeping read(String id, ClientCode client) {
        KeyRing.Snapshot snapshot = keys.snapshot();
        long written = clients.entry(snapshot, id, client).keeping();
        Optional<Bytes> sealed = sealed(id);
        if (sealed.isPresent() != written > 0) {
            throw damaged();
        }
        if (sealed.isEmpty()) {
            return Keeping.EMPTY;
        }
        byte[] key = keys.clientKey(snapshot, id).orElseThrow(ClientDirectory::damaged);
        Optional<byte[]> plain = Seal.fromEnvelope(key, context(id, written), sealed.get().value());
        Arrays.fill(key, (byte) 0);
        return Keeping.fromBytes(plain.orElseThrow(KeepingStore::damaged));
    }

    private Optional<Bytes> sealed(String id) {
        return database
                .sealedOf(
                        "cannot read how long things are kept",
                        "SELECT sealed FROM keeping WHERE client_id = ?",
                        id)
                .stream()
                .findFirst();
    }

    private void write(ClientCode client, Keeping keeping, AuditEvent event) {
        String id = clients.ensure(client);
        KeyRing.Snapshot snapshot = keys.snapshot();
        ClientDirectory.Entry entry = clients.entry(snapshot, id, client);
        long number = entry.keeping() + 1;
        byte[] key = keys.clientKey(snapshot, id).orElseThrow(ClientDirectory::damaged);
        byte[] sealed = Seal.toEnvelope(key, context(id, number), keeping.toBytes());
        AuditLog.Prepared line = audit.prepare(event.about(client));
        int unused =
                database.write(
                        "cannot write how long things are kept",
                        connection -> {
                            clients.rewrite(connection, id, key, entry.withKeeping(number));
                            audit.tryWrite(connection, line);
                            return Database.update(
                                    connection,
                                    "INSERT OR REPLACE INTO keeping (client_id, sealed)"
                                            + " VALUES (?, ?)",
                                    id,
                                    sealed);
                        });
        Arrays.fill(key, (byte) 0);
    }

    private byte[] context(String id, long number) {
        return Context.ofClient(KEEPING, keys.vault(), id, number);
    }

    private static VaultException damaged() {
        return new VaultException(
                "how long a client's things are kept is damaged or not the newest: run 'attune"
                        + " vault verify' and restore a backup");
    }
}
