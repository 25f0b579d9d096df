package org.attune.store;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The wrapped keys: the vault key wraps a key for each client, which wraps a key for each of that
 * client's streams. Nothing else can open them, so destroying a wrapped key erases what is under
 * it, in this file and in every copy of the data.
 *
 * <p>Any thread. Keys handed out are the caller's to wipe.
 */
final class KeyRing {
    private static final String CLIENT_KEY = "client key";
    private static final String STREAM_KEY = "stream key";
    private static final String CANNOT_READ = "cannot read the vault's keys";
    private static final String CANNOT_WRITE = "cannot write the vault's keys";

    private final Database database;
    private final String vault;
    // Guarded by this: a key being wiped must never seal anything.
    private byte[] vaultKey;
    private byte[] wrappingKey;
    private State state = State.OPEN;

    private enum State {
        OPEN,
        LOCKED,
        CLOSED
    }

    /** Takes over {@code vaultKey}; {@link #lock} and {@link #close} end it. */
    KeyRing(Database database, String vault, byte[] vaultKey) {
        this.database = database;
        this.vault = vault;
        this.vaultKey = vaultKey;
        this.wrappingKey = wrappingKeyOf(vaultKey);
    }

    private static byte[] wrappingKeyOf(byte[] vaultKey) {
        return Seal.derive(vaultKey, new ByteWriter().text("wrap client keys").toBytes());
    }

    String vault() {
        return vault;
    }

    /** A key for one purpose of the vault as a whole. */
    synchronized byte[] deriveFor(String purpose) {
        refuseUnlessOpen();
        return Seal.derive(vaultKey, new ByteWriter().text(purpose).toBytes());
    }

    /** The same keys for a copy of the key file; its {@link #close} ends them. */
    synchronized KeyRing over(Database copy) {
        refuseUnlessOpen();
        return new KeyRing(copy, vault, vaultKey.clone());
    }

    private synchronized void refuseUnlessOpen() {
        if (state == State.CLOSED) {
            throw new IllegalStateException("the vault is closed");
        }
        if (state == State.LOCKED) {
            throw new VaultException("the vault is locked: unlock it with its passphrase");
        }
    }

    synchronized boolean locked() {
        return state == State.LOCKED;
    }

    /** Forgets the keys until {@link #unlock}. */
    synchronized void lock() {
        if (state == State.OPEN) {
            wipe();
            state = State.LOCKED;
        }
    }

    /** Takes over {@code key}, which must be the vault's; whether it was locked. */
    synchronized boolean unlock(byte[] key) {
        if (state != State.LOCKED) {
            Arrays.fill(key, (byte) 0);
            return false;
        }
        vaultKey = key;
        wrappingKey = wrappingKeyOf(key);
        state = State.OPEN;
        return true;
    }

    /** Forgets the keys for good. */
    synchronized void close() {
        wipe();
        state = State.CLOSED;
    }

    private synchronized void wipe() {
        Arrays.fill(vaultKey, (byte) 0);
        Arrays.fill(wrappingKey, (byte) 0);
    }

    private synchronized byte[] wrap(byte[] context, byte[] key) {
        refuseUnlessOpen();
        return Seal.toEnvelope(wrappingKey, context, key);
    }

    private synchronized Optional<byte[]> unwrap(byte[] context, byte[] wrapped) {
        refuseUnlessOpen();
        return Seal.fromEnvelope(wrappingKey, context, wrapped);
    }

    /** All wrapped keys at one instant. */
    record Snapshot(Map<String, byte[]> clients, Map<StreamRef, byte[]> streams) {}

    Snapshot snapshot() {
        refuseUnlessOpen();
        return database.read(
                CANNOT_READ,
                connection -> {
                    Map<String, byte[]> clients = new LinkedHashMap<>();
                    Map<StreamRef, byte[]> streams = new LinkedHashMap<>();
                    try (PreparedStatement query =
                                    connection.prepareStatement(
                                            "SELECT client_id, wrapped FROM client_key");
                            ResultSet rows = query.executeQuery()) {
                        while (rows.next()) {
                            clients.put(rows.getString(1), rows.getBytes(2));
                        }
                    }
                    try (PreparedStatement query =
                                    connection.prepareStatement(
                                            "SELECT session_id, lane, client_id, wrapped"
                                                    + " FROM stream_key");
                            ResultSet rows = query.executeQuery()) {
                        while (rows.next()) {
                            streams.put(
                                    new StreamRef(
                                            rows.getString(1), rows.getInt(2), rows.getString(3)),
                                    rows.getBytes(4));
                        }
                    }
                    return new Snapshot(clients, streams);
                });
    }

    /** The key of a client; empty when there is none or it is damaged. */
    Optional<byte[]> clientKey(Snapshot keys, String client) {
        byte[] wrapped = keys.clients().get(client);
        return wrapped == null
                ? Optional.empty()
                : unwrap(Context.ofClient(CLIENT_KEY, vault, client, 0), wrapped);
    }

    /** The key of a stream; empty when it or its client's key is gone or damaged. */
    Optional<byte[]> streamKey(Snapshot keys, StreamRef stream) {
        byte[] wrapped = keys.streams().get(stream);
        return wrapped == null ? Optional.empty() : unwrap(keys, stream, new Bytes(wrapped));
    }

    /** A stream's key that stands elsewhere than in its place. */
    Optional<byte[]> unwrap(Snapshot keys, StreamRef stream, Bytes wrapped) {
        byte[] clientKey = clientKey(keys, stream.client()).orElse(null);
        if (clientKey == null) {
            return Optional.empty();
        }
        Optional<byte[]> key =
                Seal.fromEnvelope(clientKey, stream.context(STREAM_KEY, vault, 0), wrapped.value());
        Arrays.fill(clientKey, (byte) 0);
        return key;
    }

    /** A key for a stream, sealed under its client's. */
    Bytes wrap(StreamRef stream, byte[] key) {
        byte[] clientKey =
                clientKey(snapshot(), stream.client())
                        .orElseThrow(
                                () ->
                                        new VaultException(
                                                "a client's key is missing or damaged: restore the"
                                                        + " vault from a backup"));
        byte[] wrapped = Seal.toEnvelope(clientKey, stream.context(STREAM_KEY, vault, 0), key);
        Arrays.fill(clientKey, (byte) 0);
        return new Bytes(wrapped);
    }

    void createClientKey(String client) {
        byte[] key = Seal.randomBytes(Seal.KEY_BYTES);
        byte[] wrapped = wrap(Context.ofClient(CLIENT_KEY, vault, client, 0), key);
        Arrays.fill(key, (byte) 0);
        database.write(
                CANNOT_WRITE,
                connection ->
                        Database.update(
                                connection,
                                "INSERT INTO client_key (client_id, wrapped) VALUES (?, ?)",
                                client,
                                wrapped));
        database.purge();
    }

    /** A new key for a new stream, on the disk before anything is sealed under it. */
    byte[] createStreamKey(StreamRef stream) {
        byte[] key = Seal.randomBytes(Seal.KEY_BYTES);
        byte[] wrapped = wrap(stream, key).value();
        database.write(
                CANNOT_WRITE,
                connection ->
                        Database.update(
                                connection,
                                "INSERT INTO stream_key (session_id, lane, client_id, wrapped)"
                                        + " VALUES (?, ?, ?, ?)",
                                stream.session(),
                                stream.lane(),
                                stream.client(),
                                wrapped));
        database.purge();
        return key;
    }

    /** Destroys the key of a stream and writes into the ledger that it was destroyed. */
    void destroyStream(StreamRef stream) {
        destroyStreams(Set.of(stream));
    }

    /** The same of several streams, all at once or none: a session goes whole. */
    void destroyStreams(Set<StreamRef> streams) {
        database.write(
                CANNOT_WRITE,
                connection -> {
                    int rows = 0;
                    for (StreamRef stream : streams) {
                        rows += destroy(connection, stream);
                    }
                    return rows;
                });
        database.purge();
    }

    private static int destroy(Connection connection, StreamRef stream) throws SQLException {
        Database.update(
                connection,
                "INSERT OR IGNORE INTO erased_stream (session_id, lane) VALUES (?, ?)",
                stream.session(),
                stream.lane());
        int rows = 0;
        for (String table : List.of("stream_key", "next_stream_key")) {
            rows +=
                    Database.update(
                            connection,
                            "DELETE FROM " + table + " WHERE session_id = ? AND lane = ?",
                            stream.session(),
                            stream.lane());
        }
        return rows;
    }

    /** Destroys all keys of a client and writes into the ledger that they were destroyed. */
    void destroyClient(String client) {
        database.write(
                CANNOT_WRITE,
                connection -> {
                    Database.update(
                            connection,
                            "INSERT OR IGNORE INTO erased_client (client_id) VALUES (?)",
                            client);
                    for (String table : List.of("stream_key", "next_stream_key", "note_key")) {
                        Database.update(
                                connection,
                                "DELETE FROM " + table + " WHERE client_id = ?",
                                client);
                    }
                    return Database.update(
                            connection, "DELETE FROM client_key WHERE client_id = ?", client);
                });
        database.purge();
    }

    /** What was erased. */
    ErasureLedger ledger() {
        return database.read(CANNOT_READ, ErasureLedger::read);
    }
}
