package org.attune.store;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharsetEncoder;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Optional;
import org.bouncycastle.crypto.generators.Argon2BytesGenerator;
import org.bouncycastle.crypto.params.Argon2Parameters;

/**
 * One way to the vault key: what the derivation from a secret costs, its salt, and the vault key
 * wrapped under what is derived. Cost and salt enter the derivation and are authenticated with the
 * wrapped key: a slot made cheaper does not open. Immutable; any thread.
 *
 * @param cost what a guess costs
 * @param salt new for each slot
 * @param wrapped the vault key in its envelope
 */
record KeySlot(VaultSettings cost, Bytes salt, Bytes wrapped) {
    private static final int SALT_BYTES = 16;
    private static final int WRAPPED_BYTES = 32 + Seal.KEY_BYTES + 16;

    /** Size of {@link #write}'s result. */
    static final int BYTES = 12 + SALT_BYTES + WRAPPED_BYTES;

    /** A slot for {@code vaultKey}; {@code place} says of which header and what kind it is. */
    static KeySlot seal(byte[] place, byte[] vaultKey, char[] secret, VaultSettings cost) {
        byte[] salt = Seal.randomBytes(SALT_BYTES);
        byte[] key = derive(secret, cost, salt);
        byte[] wrapped = Seal.toEnvelope(key, context(place, cost, salt), vaultKey);
        Arrays.fill(key, (byte) 0);
        return new KeySlot(cost, new Bytes(salt), new Bytes(wrapped));
    }

    /**
     * @throws IllegalArgumentException when the cost lies beyond its limits
     */
    static KeySlot read(ByteReader in) {
        VaultSettings cost = new VaultSettings(in.i32(), in.i32(), in.i32());
        return new KeySlot(cost, new Bytes(in.raw(SALT_BYTES)), new Bytes(in.raw(WRAPPED_BYTES)));
    }

    ByteWriter write(ByteWriter out) {
        return writeFields(out, cost, salt.value()).raw(wrapped.value());
    }

    /** The vault key; empty when the secret is wrong or the slot damaged: not told apart. */
    Optional<byte[]> open(byte[] place, char[] secret) {
        byte[] key = derive(secret, cost, salt.value());
        Optional<byte[]> vaultKey =
                Seal.fromEnvelope(key, context(place, cost, salt.value()), wrapped.value());
        Arrays.fill(key, (byte) 0);
        return vaultKey;
    }

    private static byte[] context(byte[] place, VaultSettings cost, byte[] salt) {
        return writeFields(new ByteWriter().raw(place), cost, salt).toBytes();
    }

    private static ByteWriter writeFields(ByteWriter out, VaultSettings cost, byte[] salt) {
        return out.i32(cost.memoryKiB()).i32(cost.iterations()).i32(cost.parallelism()).raw(salt);
    }

    private static byte[] derive(char[] passphrase, VaultSettings cost, byte[] salt) {
        byte[] secret = utf8(passphrase);
        Argon2BytesGenerator argon2 = new Argon2BytesGenerator();
        argon2.init(
                new Argon2Parameters.Builder(Argon2Parameters.ARGON2_id)
                        .withVersion(Argon2Parameters.ARGON2_VERSION_13)
                        .withMemoryAsKB(cost.memoryKiB())
                        .withIterations(cost.iterations())
                        .withParallelism(cost.parallelism())
                        .withSalt(salt)
                        .build());
        byte[] key = new byte[Seal.KEY_BYTES];
        argon2.generateBytes(secret, key);
        Arrays.fill(secret, (byte) 0);
        return key;
    }

    /** Without a detour through a String, which nothing can overwrite. */
    private static byte[] utf8(char[] passphrase) {
        byte[] room = new byte[passphrase.length * 3];
        ByteBuffer out = ByteBuffer.wrap(room);
        CharsetEncoder encoder =
                StandardCharsets.UTF_8.newEncoder().onMalformedInput(CodingErrorAction.REPLACE);
        encoder.encode(CharBuffer.wrap(passphrase), out, true);
        byte[] secret = Arrays.copyOf(room, out.position());
        Arrays.fill(room, (byte) 0);
        return secret;
    }
}
