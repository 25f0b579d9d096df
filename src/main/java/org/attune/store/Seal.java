package org.attune.store;

import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Optional;
import javax.crypto.AEADBadTagException;
import javax.crypto.Cipher;
import javax.crypto.Mac;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/**
 * The vault's few uses of cryptography: AES-256-GCM by the JDK, HMAC-SHA-256, SHA-256.
 *
 * <p>Two ways of sealing. A <em>stream</em> key is new for each recording and numbers its nonces
 * itself (96 bit: 32 zero, 64 counter), so none is ever used twice. An <em>envelope</em> is for the
 * few things sealed under a long-lived key: each has a random 256-bit salt from which a key of its
 * own is derived (HKDF-Expand, RFC 5869), so that not even a vault restored from an old copy can
 * use a nonce twice.
 *
 * <p>Stateless; any thread.
 */
final class Seal {
    static final int KEY_BYTES = 32;
    private static final int SALT_BYTES = 32;
    private static final int TAG_BITS = 128;
    private static final SecureRandom RANDOM = new SecureRandom();

    private Seal() {}

    static byte[] randomBytes(int count) {
        byte[] bytes = new byte[count];
        RANDOM.nextBytes(bytes);
        return bytes;
    }

    /** A random name of 128 bits, in hexadecimal. */
    static String randomId() {
        return HexFormat.of().formatHex(randomBytes(16));
    }

    static byte[] seal(byte[] key, long counter, byte[] context, byte[] plain) {
        try {
            return cipher(Cipher.ENCRYPT_MODE, key, counter, context).doFinal(plain);
        } catch (GeneralSecurityException e) {
            throw unusable(e);
        }
    }

    /** What was sealed; empty when it was not sealed so, under this key and context. */
    static Optional<byte[]> open(byte[] key, long counter, byte[] context, byte[] sealed) {
        if (sealed.length < TAG_BITS / 8) {
            return Optional.empty(); // too short to hold its tag: some Java runtimes fail on it
        }
        try {
            return Optional.of(cipher(Cipher.DECRYPT_MODE, key, counter, context).doFinal(sealed));
        } catch (AEADBadTagException e) {
            return Optional.empty();
        } catch (GeneralSecurityException e) {
            throw unusable(e);
        }
    }

    static byte[] toEnvelope(byte[] key, byte[] context, byte[] plain) {
        byte[] salt = randomBytes(SALT_BYTES);
        byte[] own = derive(key, salt);
        byte[] sealed = seal(own, 0, context, plain);
        Arrays.fill(own, (byte) 0);
        return new ByteWriter().raw(salt).raw(sealed).toBytes();
    }

    /** The contents of an envelope; empty when it is not one of this key and context. */
    static Optional<byte[]> fromEnvelope(byte[] key, byte[] context, byte[] envelope) {
        if (envelope.length < SALT_BYTES + TAG_BITS / 8) {
            return Optional.empty();
        }
        byte[] own = derive(key, Arrays.copyOf(envelope, SALT_BYTES));
        byte[] sealed = Arrays.copyOfRange(envelope, SALT_BYTES, envelope.length);
        Optional<byte[]> plain = open(own, 0, context, sealed);
        Arrays.fill(own, (byte) 0);
        return plain;
    }

    /** One block of HKDF-Expand: a key for one purpose from a key for several. */
    static byte[] derive(byte[] key, byte[] purpose) {
        return hmac(key, new ByteWriter().raw(purpose).u8(1).toBytes());
    }

    static byte[] hmac(byte[] key, byte[] message) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(key, "HmacSHA256"));
            return mac.doFinal(message);
        } catch (GeneralSecurityException e) {
            throw unusable(e);
        }
    }

    static byte[] sha256(byte[]... pieces) {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            for (byte[] piece : pieces) {
                digest.update(piece);
            }
            return digest.digest();
        } catch (NoSuchAlgorithmException e) {
            throw unusable(e);
        }
    }

    private static Cipher cipher(int mode, byte[] key, long counter, byte[] context)
            throws GeneralSecurityException {
        byte[] nonce = new ByteWriter().i32(0).i64(counter).toBytes();
        Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding");
        cipher.init(mode, new SecretKeySpec(key, "AES"), new GCMParameterSpec(TAG_BITS, nonce));
        cipher.updateAAD(context);
        return cipher;
    }

    private static VaultException unusable(GeneralSecurityException cause) {
        return new VaultException(
                "this Java runtime lacks the vault's ciphers: use a complete Java 17 or newer",
                cause);
    }
}
