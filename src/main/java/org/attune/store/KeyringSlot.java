package org.attune.store;

import java.util.Optional;

/**
 * The vault key wrapped under a random key that the keyring of the system keeps. Nothing is derived
 * from anything a person chose: no guess leads from here to the passphrase, nor to the vault key.
 * Immutable; any thread.
 *
 * @param wrapped the vault key in its envelope
 */
record KeyringSlot(Bytes wrapped) {
    /** Size of {@link #write}'s result. */
    static final int BYTES = 32 + Seal.KEY_BYTES + 16;

    /** A slot for {@code vaultKey}; {@code place} says of which header it is. */
    static KeyringSlot seal(byte[] place, byte[] vaultKey, byte[] fromKeyring) {
        return new KeyringSlot(new Bytes(Seal.toEnvelope(fromKeyring, place, vaultKey)));
    }

    static KeyringSlot read(ByteReader in) {
        return new KeyringSlot(new Bytes(in.raw(BYTES)));
    }

    ByteWriter write(ByteWriter out) {
        return out.raw(wrapped.value());
    }

    /** The vault key; empty when the key is another or the slot damaged. */
    Optional<byte[]> open(byte[] place, byte[] fromKeyring) {
        return fromKeyring.length == Seal.KEY_BYTES
                ? Seal.fromEnvelope(fromKeyring, place, wrapped.value())
                : Optional.empty();
    }
}
