package org.attune.store;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharsetEncoder;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HexFormat;
import org.bouncycastle.crypto.generators.Argon2BytesGenerator;
import org.bouncycastle.crypto.params.Argon2Parameters;

/**
 * The small file that lets a passphrase open the vault: what the derivation costs, its salt, and
 * the vault key wrapped under the derived key. All other fields are authenticated with the wrapped
 * key, and they enter the derivation: a header made cheaper does not open.
 *
 * <p>Immutable; any thread.
 */
final class VaultHeader {
    private static final byte[] MAGIC = "ATTUNEV1".getBytes(StandardCharsets.US_ASCII);
    private static final int SALT_BYTES = 16;
    private static final int ID_BYTES = 16;
    private static final int WRAPPED_BYTES = 32 + Seal.KEY_BYTES + 16;
    private static final int BYTES = 8 + ID_BYTES + 12 + SALT_BYTES + WRAPPED_BYTES;

    private final byte[] vaultId;
    private final VaultSettings cost;
    private final byte[] salt;
    private final byte[] wrapped;

    private VaultHeader(byte[] vaultId, VaultSettings cost, byte[] salt, byte[] wrapped) {
        this.vaultId = vaultId;
        this.cost = cost;
        this.salt = salt;
        this.wrapped = wrapped;
    }

    /** A header for {@code vaultKey}; a new salt each time. */
    static VaultHeader seal(
            byte[] vaultId, byte[] vaultKey, char[] passphrase, VaultSettings cost) {
        byte[] salt = Seal.randomBytes(SALT_BYTES);
        byte[] context = fields(vaultId, cost, salt).toBytes();
        byte[] key = derive(passphrase, cost, salt);
        byte[] wrapped = Seal.toEnvelope(key, context, vaultKey);
        Arrays.fill(key, (byte) 0);
        return new VaultHeader(vaultId, cost, salt, wrapped);
    }

    /**
     * Reads a header.
     *
     * @throws VaultException when it is none; in the same words as for a wrong passphrase
     */
    static VaultHeader parse(byte[] bytes) {
        if (bytes.length != BYTES) {
            throw refused();
        }
        ByteReader in = new ByteReader(bytes);
        if (!Arrays.equals(in.raw(MAGIC.length), MAGIC)) {
            throw refused();
        }
        byte[] id = in.raw(ID_BYTES);
        VaultSettings cost;
        try {
            cost = new VaultSettings(in.i32(), in.i32(), in.i32());
        } catch (IllegalArgumentException beyondTheLimits) {
            throw refused();
        }
        return new VaultHeader(id, cost, in.raw(SALT_BYTES), in.raw(WRAPPED_BYTES));
    }

    byte[] toBytes() {
        return fields(vaultId, cost, salt).raw(wrapped).toBytes();
    }

    String id() {
        return HexFormat.of().formatHex(vaultId);
    }

    /**
     * The vault key.
     *
     * @throws VaultException when the passphrase is wrong or the header damaged: not told apart
     */
    byte[] unlock(char[] passphrase) {
        byte[] key = derive(passphrase, cost, salt);
        byte[] context = fields(vaultId, cost, salt).toBytes();
        byte[] vaultKey = Seal.fromEnvelope(key, context, wrapped).orElse(null);
        Arrays.fill(key, (byte) 0);
        if (vaultKey == null) {
            throw refused();
        }
        return vaultKey;
    }

    /** A header that opens the same vault with another passphrase. */
    VaultHeader withPassphrase(char[] old, char[] fresh, VaultSettings newCost) {
        byte[] vaultKey = unlock(old);
        VaultHeader header = seal(vaultId, vaultKey, fresh, newCost);
        Arrays.fill(vaultKey, (byte) 0);
        return header;
    }

    private static ByteWriter fields(byte[] vaultId, VaultSettings cost, byte[] salt) {
        return new ByteWriter()
                .raw(MAGIC)
                .raw(vaultId)
                .i32(cost.memoryKiB())
                .i32(cost.iterations())
                .i32(cost.parallelism())
                .raw(salt);
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

    private static VaultException refused() {
        return new VaultException(
                "the passphrase is wrong, or the vault's header is damaged: try again, or restore"
                        + " the vault from a backup");
    }
}
