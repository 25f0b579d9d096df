package org.attune.store;

import java.security.MessageDigest;
import org.jspecify.annotations.Nullable;

/** A hash over sealed pieces in their order (SHA-256). Immutable; any thread. */
final class Chain {
    static final int BYTES = 32;
    private final byte[] hash;

    private Chain(byte[] hash) {
        this.hash = hash;
    }

    static Chain of(byte[] hash) {
        return new Chain(hash.clone());
    }

    static Chain startingWith(byte[] opening) {
        return new Chain(Seal.sha256(opening));
    }

    Chain then(long seq, byte[] sealed) {
        return new Chain(Seal.sha256(hash, new ByteWriter().i64(seq).toBytes(), sealed));
    }

    byte[] toBytes() {
        return hash.clone();
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof Chain chain && MessageDigest.isEqual(hash, chain.hash);
    }

    @Override
    public int hashCode() {
        return hash[0] << 8 | (hash[1] & 0xff);
    }
}
