package org.attune.store;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Arrays;
import java.util.Optional;

/**
 * The latest instant the audit knows, kept with the hash of the entry it was known at, so that the
 * first question of the day need not read every entry. Believed only as long as that is the newest
 * entry: a row that was altered, taken away or left over from an old copy is passed over, and all
 * is read as before. Any thread.
 */
final class AuditClock {
    private static final String KIND = "audit clock";
    private final KeyRing keys;

    AuditClock(KeyRing keys) {
        this.keys = keys;
    }

    /**
     * The latest instant known.
     *
     * @param hash of the chain up to the newest entry
     */
    Optional<Instant> read(Connection connection, byte[] hash) throws SQLException {
        Optional<Bytes> sealed = AuditTable.clock(connection);
        if (sealed.isEmpty()) {
            return Optional.empty();
        }
        byte[] key = key();
        Optional<byte[]> plain = Seal.fromEnvelope(key, context(hash), sealed.get().value());
        Arrays.fill(key, (byte) 0);
        return plain.map(bytes -> new ByteReader(bytes).instant());
    }

    /** Keeps the latest instant known, within the transaction that adds the entry. */
    void write(Connection connection, byte[] hash, Instant latest) throws SQLException {
        byte[] key = key();
        byte[] plain = new ByteWriter().instant(latest).toBytes();
        int unused = AuditTable.keepClock(connection, Seal.toEnvelope(key, context(hash), plain));
        Arrays.fill(key, (byte) 0);
    }

    private byte[] key() {
        return keys.deriveFor("clock of the audit");
    }

    private byte[] context(byte[] hash) {
        return new ByteWriter()
                .raw(Context.ofClient(KIND, keys.vault(), "", 0))
                .raw(hash)
                .toBytes();
    }
}
