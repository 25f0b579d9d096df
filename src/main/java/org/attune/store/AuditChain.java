package org.attune.store;

import java.time.Instant;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * The form of an audit entry and its link to the one before: {@code hash(n) = HMAC-SHA-256(key,
 * entry(n))}, where each entry begins with {@code hash(n-1)}. Keyed, so that a hash on a receipt
 * tells its holder nothing about entries it could guess. Each entry is sealed besides. Any thread.
 */
final class AuditChain {
    static final int HASH_BYTES = 32;
    private static final int NONCE_BYTES = 16;
    private static final String ENTRY = "audit";
    private final KeyRing keys;

    AuditChain(KeyRing keys) {
        this.keys = keys;
    }

    /**
     * A link of the chain as it was read.
     *
     * @param previous the hash the entry says it follows
     * @param entry what it says, with the hash up to it
     */
    record Link(Bytes previous, AuditEntry entry) {}

    /** What entry 1 follows. */
    byte[] origin() {
        return hash(new ByteWriter().text("origin").text(keys.vault()).toBytes());
    }

    /** The bytes of an entry, not sealed. */
    byte[] toBytes(
            byte[] previous,
            long seq,
            Instant at,
            AuditEvent.Kind kind,
            SortedMap<String, String> facts) {
        // Random, so that an entry cut off and entered again word for word is another.
        byte[] nonce = Seal.randomBytes(NONCE_BYTES);
        ByteWriter out =
                new ByteWriter().u8(Context.FORMAT).raw(previous).raw(nonce).i64(seq).instant(at);
        out.name(kind);
        out.varint(facts.size());
        facts.forEach((name, value) -> out.text(name).text(value));
        return out.toBytes();
    }

    byte[] seal(long seq, byte[] entry) {
        byte[] key = keys.deriveFor("seal the audit");
        byte[] sealed = Seal.toEnvelope(key, context(seq), entry);
        Arrays.fill(key, (byte) 0);
        return sealed;
    }

    /** The hash of the chain up to an entry. */
    byte[] hash(byte[] entry) {
        byte[] key = keys.deriveFor("chain the audit");
        byte[] hash = Seal.hmac(key, entry);
        Arrays.fill(key, (byte) 0);
        return hash;
    }

    /** Opens an entry; empty when it is damaged, of another place or of an unknown form. */
    Optional<Link> open(long seq, byte[] sealed) {
        byte[] key = keys.deriveFor("seal the audit");
        byte[] plain = Seal.fromEnvelope(key, context(seq), sealed).orElse(null);
        Arrays.fill(key, (byte) 0);
        if (plain == null) {
            return Optional.empty();
        }
        try {
            return Optional.of(read(plain));
        } catch (VaultException unknownForm) {
            return Optional.empty();
        }
    }

    /** What the next entry follows, also where this one cannot be opened: the chain goes on. */
    byte[] hashOf(long seq, byte[] sealed) {
        return open(seq, sealed)
                .map(link -> HexFormat.of().parseHex(link.entry().hash()))
                .orElseGet(
                        () ->
                                hash(
                                        new ByteWriter()
                                                .text("damaged")
                                                .i64(seq)
                                                .raw(sealed)
                                                .toBytes()));
    }

    /** The first entry that says the vault was closed; empty where none does. */
    Optional<AuditEntry> closedAt(List<AuditTable.Row> rows) {
        return rows.stream()
                .flatMap(row -> open(row.seq(), row.sealed().value()).stream())
                .map(Link::entry)
                .filter(entry -> entry.kind() == AuditEvent.Kind.VAULT_CLOSED)
                .findFirst();
    }

    private Link read(byte[] plain) {
        ByteReader in = new ByteReader(plain);
        if (in.u8() != Context.FORMAT) {
            throw ByteReader.malformed("unknown form of an audit entry");
        }
        byte[] previous = in.raw(HASH_BYTES);
        byte[] unused = in.raw(NONCE_BYTES);
        long seq = in.i64();
        Instant at = in.instant();
        AuditEvent.Kind kind = in.name(AuditEvent.Kind.class);
        SortedMap<String, String> facts = new TreeMap<>();
        for (int left = in.count(2); left > 0; left--) {
            facts.put(in.text(), in.text());
        }
        String hash = HexFormat.of().formatHex(hash(plain));
        return new Link(new Bytes(previous), new AuditEntry(seq, at, kind, facts, hash));
    }

    private byte[] context(long seq) {
        return Context.ofClient(ENTRY, keys.vault(), "", seq);
    }
}
