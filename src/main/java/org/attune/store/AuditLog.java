package org.attune.store;

import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Savepoint;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReference;
import org.attune.time.WallClock;
import org.jspecify.annotations.Nullable;

/**
 * What was done with the vault and with whose leave: entries that are only ever added, each chained
 * to the one before ({@link AuditChain}) and sealed. It names people by their random ids.
 *
 * <p>An entry that cannot be written never keeps anybody from recording, withdrawing or erasing: it
 * is counted, {@link #trouble} says so, and the next entry that can be written tells how many were
 * missed. As long as there is trouble, nothing may be exported.
 *
 * <p>Any thread; takes as long as a commit, so not for the pipeline's.
 */
public final class AuditLog {
    private static final Logger LOG = System.getLogger(AuditLog.class.getName());
    private static final String CANNOT_READ = "cannot read the audit";
    private static final String CANNOT_WRITE = "cannot write the audit";
    private final Database database;
    private final ClientDirectory clients;
    private final WallClock clock;
    private final AuditChain chain;
    private final AuditSigner signer;
    private final AuditClock kept;
    private final AtomicLong missed = new AtomicLong();
    private final AtomicReference<@Nullable Instant> latest = new AtomicReference<>();
    private volatile String trouble = "";

    AuditLog(Database database, KeyRing keys, ClientDirectory clients, WallClock clock) {
        this.database = database;
        this.clients = clients;
        this.clock = clock;
        this.chain = new AuditChain(keys);
        this.signer = new AuditSigner(keys);
        this.kept = new AuditClock(keys);
    }

    /**
     * Adds an entry.
     *
     * @throws VaultException when it cannot be written; what it stands for must then not be done
     */
    public void append(AuditEvent event) {
        try {
            Prepared prepared = prepare(event);
            database.write(CANNOT_WRITE, connection -> write(connection, prepared));
        } catch (VaultException e) {
            fail(event.kind(), e);
            throw e;
        }
    }

    /**
     * Adds an entry on what is done whether it can be written or not.
     *
     * @return whether it was written; if not, {@link #trouble} says why
     */
    public boolean note(AuditEvent event) {
        try {
            append(event);
            return true;
        } catch (VaultException counted) {
            return false;
        }
    }

    /** Why the newest entry could not be written, and what to do; empty while all is well. */
    public Optional<String> trouble() {
        return trouble.isEmpty() ? Optional.empty() : Optional.of(trouble);
    }

    /** Where the audit stands now, signed. */
    public AuditHead head() {
        return database.read(CANNOT_READ, this::head);
    }

    /**
     * The latest instant at which anything was entered since the clock was last confirmed: a clock
     * that shows less was put back. Not that of the newest entry, which such a clock gave its time.
     */
    public Optional<Instant> newestAt() {
        Instant known = latest.get();
        if (known == null) {
            Instant read =
                    database.read(CANNOT_READ, this::keptInstant).orElseGet(this::instantOfAll);
            known = latest.updateAndGet(since -> since == null ? read : since);
        }
        return Optional.ofNullable(known);
    }

    private Optional<Instant> keptInstant(Connection connection) throws SQLException {
        return kept.read(connection, hashUpTo(AuditTable.newest(connection)));
    }

    private @Nullable Instant instantOfAll() {
        Instant known = null;
        for (AuditEntry entry : entries()) {
            known = later(known, entry.kind(), entry.at());
        }
        return known;
    }

    private static Instant later(@Nullable Instant known, AuditEvent.Kind kind, Instant at) {
        boolean confirmed = kind == AuditEvent.Kind.CLOCK_ACKNOWLEDGED;
        return known == null || confirmed || known.isBefore(at) ? at : known;
    }

    /** The latest instant known, if the clock now shows less: it was put back. */
    public Optional<Instant> clockPutBackFrom() {
        Instant now = clock.now();
        return newestAt().filter(now::isBefore);
    }

    /**
     * Enters that a person has found the clock right though it was put back: from now on it is
     * believed again. What was taken away at a later time stays taken away.
     *
     * @return whether there was anything to confirm
     */
    public boolean acknowledgeClock() {
        Optional<Instant> before = clockPutBackFrom();
        before.ifPresent(
                was ->
                        append(
                                AuditEvent.of(AuditEvent.Kind.CLOCK_ACKNOWLEDGED)
                                        .with("known", was.toString())));
        return before.isPresent();
    }

    /** All entries that can be read, oldest first. */
    public List<AuditEntry> entries() {
        List<AuditEntry> entries = new ArrayList<>();
        for (AuditTable.Row row : database.read(CANNOT_READ, AuditTable::rows)) {
            chain.open(row.seq(), row.sealed().value())
                    .ifPresent(link -> entries.add(link.entry()));
        }
        return entries;
    }

    /** An event whose person has been looked up. */
    record Prepared(AuditEvent.Kind kind, SortedMap<String, String> facts) {
        /** The same with what else is known of it by now. */
        Prepared with(AuditEvent more) {
            SortedMap<String, String> all = new TreeMap<>(facts);
            all.putAll(more.facts());
            return new Prepared(kind, all);
        }
    }

    /** Looks up who it is about: before a transaction, never within one. */
    Prepared prepare(AuditEvent event) {
        SortedMap<String, String> facts = new TreeMap<>(event.facts());
        event.client().ifPresent(who -> facts.put("client", clients.idOf(who).orElse("unknown")));
        return new Prepared(event.kind(), facts);
    }

    /** Adds an entry within a transaction, whole or not at all with the rest of it. */
    long write(Connection connection, Prepared event) throws SQLException {
        Optional<AuditTable.Row> newest = AuditTable.newest(connection);
        long seq = newest.map(AuditTable.Row::seq).orElse(0L);
        byte[] hash = hashUpTo(newest);
        long owed = missed.get();
        if (owed > 0) {
            SortedMap<String, String> count = new TreeMap<>();
            count.put("entries", String.valueOf(owed));
            hash = write(connection, hash, ++seq, new Prepared(AuditEvent.Kind.MISSED, count));
        }
        byte[] unused = write(connection, hash, ++seq, event);
        missed.addAndGet(-owed);
        trouble = "";
        return seq;
    }

    /**
     * Adds an entry within a transaction that must succeed without it, too: an entry that cannot be
     * written is counted, and the rest of the transaction stands.
     */
    void tryWrite(Connection connection, Prepared event) throws SQLException {
        Savepoint before = connection.setSavepoint();
        try {
            long unused = write(connection, event);
            connection.releaseSavepoint(before);
        } catch (SQLException e) {
            connection.rollback(before);
            fail(event.kind(), VaultException.of(CANNOT_WRITE, e));
        }
    }

    private void fail(AuditEvent.Kind kind, VaultException why) {
        missed.incrementAndGet();
        trouble = why.line();
        LOG.log(Level.WARNING, "audit: an entry of kind " + kind + " is missing");
    }

    private byte[] write(Connection connection, byte[] previous, long seq, Prepared event)
            throws SQLException {
        Instant now = clock.now();
        byte[] entry = chain.toBytes(previous, seq, now, event.kind(), event.facts());
        Instant before = latest.get();
        Optional<Instant> known =
                before != null ? Optional.of(before) : kept.read(connection, previous);
        int unused = AuditTable.insert(connection, seq, chain.seal(seq, entry));
        byte[] hash = chain.hash(entry);
        if (known.isPresent() || seq == 1) { // else all must be read, once
            kept.write(connection, hash, later(known.orElse(null), event.kind(), now));
        }
        if (before != null) { // else it is read when it is asked for
            Instant ignored = latest.updateAndGet(since -> later(since, event.kind(), now));
        }
        return hash;
    }

    private byte[] hashUpTo(Optional<AuditTable.Row> newest) {
        return newest.map(row -> chain.hashOf(row.seq(), row.sealed().value()))
                .orElseGet(chain::origin);
    }

    private AuditHead head(Connection connection) throws SQLException {
        Optional<AuditTable.Row> newest = AuditTable.newest(connection);
        return signer.head(newest.map(AuditTable.Row::seq).orElse(0L), hashUpTo(newest));
    }

    /** The vault was made or opened: says so, and whether the audit is as it was left. */
    void begin(AuditEvent.Kind because) {
        try {
            boolean asLeft = database.read(CANNOT_READ, this::isAsSigned);
            if (!asLeft) {
                boolean unused = note(AuditEvent.of(AuditEvent.Kind.SHORTENED));
            }
            boolean unused = note(AuditEvent.of(because));
        } catch (VaultException e) {
            fail(because, e);
        }
    }

    private boolean isAsSigned(Connection connection) throws SQLException {
        Optional<AuditTable.Signed> signed = AuditTable.signed(connection);
        if (signed.isEmpty()) {
            // A vault that was never closed, or one from before there was an audit.
            return chain.closedAt(AuditTable.rows(connection)).isEmpty();
        }
        Optional<AuditTable.Row> row = AuditTable.row(connection, signed.get().seq());
        return row.isPresent() && new Bytes(hashUpTo(row)).equals(signed.get().hash());
    }

    /** The vault is being closed: says so and signs where the audit stands. Never throws. */
    void end() {
        try {
            Prepared closed = prepare(AuditEvent.of(AuditEvent.Kind.VAULT_CLOSED));
            // Both or none: a head that is missing though the vault was closed was taken away.
            int unused =
                    database.write(
                            CANNOT_WRITE,
                            connection -> {
                                long ignored = write(connection, closed);
                                AuditHead head = head(connection);
                                return AuditTable.sign(
                                        connection,
                                        head.seq(),
                                        HexFormat.of().parseHex(head.hash()),
                                        Base64.getDecoder().decode(head.signature()));
                            });
        } catch (VaultException e) {
            fail(AuditEvent.Kind.VAULT_CLOSED, e);
        }
    }
}
