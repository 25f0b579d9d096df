package org.attune.keyring;

import java.math.BigInteger;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.SecureRandom;
import java.util.Arrays;
import javax.crypto.Cipher;
import javax.crypto.KeyAgreement;
import javax.crypto.Mac;
import javax.crypto.interfaces.DHPublicKey;
import javax.crypto.spec.DHParameterSpec;
import javax.crypto.spec.DHPublicKeySpec;
import javax.crypto.spec.IvParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/**
 * The encrypted session of the Secret Service, {@code dh-ietf1024-sha256-aes128-cbc-pkcs7}: a key
 * is agreed on over the second Oakley group (RFC 2409, 6.2), HKDF-SHA-256 (RFC 5869) without salt
 * makes 128 bits of it, and secrets travel under AES-CBC. It keeps a secret from being read out of
 * what the bus writes down or passes on; it does not say who the other side is.
 *
 * <p>Confined to one thread.
 */
final class SessionCipher {
    static final String ALGORITHM = "dh-ietf1024-sha256-aes128-cbc-pkcs7";
    private static final int KEY_BYTES = 16;
    private static final int IV_BYTES = 16;
    private static final int SHA256_BYTES = 32;
    private static final BigInteger PRIME =
            new BigInteger(
                    "FFFFFFFFFFFFFFFFC90FDAA22168C234C4C6628B80DC1CD1"
                            + "29024E088A67CC74020BBEA63B139B22514A08798E3404DD"
                            + "EF9519B3CD3A431B302B0A6DF25F14374FE1356D6D51C245"
                            + "E485B576625E7EC6F44C42E9A637ED6B0BFF5CB6F406B7ED"
                            + "EE386BFB5A899FA5AE9F24117C4B1FE649286651ECE65381"
                            + "FFFFFFFFFFFFFFFF",
                    16);
    private static final SecureRandom RANDOM = new SecureRandom();

    private final KeyPair mine;
    private byte[] key = new byte[0];

    SessionCipher() {
        try {
            KeyPairGenerator generator = KeyPairGenerator.getInstance("DH");
            generator.initialize(new DHParameterSpec(PRIME, BigInteger.TWO));
            mine = generator.generateKeyPair();
        } catch (GeneralSecurityException e) {
            throw unusable(e);
        }
    }

    /** This side's part of the agreement, big-endian. */
    byte[] publicKey() {
        return ((DHPublicKey) mine.getPublic()).getY().toByteArray();
    }

    /** Agrees with the other side, whose part is {@code theirs}. */
    void agree(byte[] theirs) {
        try {
            KeyAgreement agreement = KeyAgreement.getInstance("DH");
            agreement.init(mine.getPrivate());
            DHPublicKeySpec other =
                    new DHPublicKeySpec(new BigInteger(1, theirs), PRIME, BigInteger.TWO);
            agreement.doPhase(KeyFactory.getInstance("DH").generatePublic(other), true);
            byte[] shared = agreement.generateSecret();
            byte[] extracted = hmac(new byte[SHA256_BYTES], shared);
            byte[] expanded = hmac(extracted, new byte[] {1});
            key = Arrays.copyOf(expanded, KEY_BYTES);
            for (byte[] secret : new byte[][] {shared, extracted, expanded}) {
                Arrays.fill(secret, (byte) 0);
            }
        } catch (GeneralSecurityException e) {
            throw unusable(e);
        }
    }

    private static byte[] hmac(byte[] key, byte[] message) throws GeneralSecurityException {
        Mac mac = Mac.getInstance("HmacSHA256");
        mac.init(new SecretKeySpec(key, "HmacSHA256"));
        return mac.doFinal(message);
    }

    /** A new initial vector. */
    static byte[] newVector() {
        byte[] iv = new byte[IV_BYTES];
        RANDOM.nextBytes(iv);
        return iv;
    }

    byte[] seal(byte[] iv, byte[] plain) {
        return run(Cipher.ENCRYPT_MODE, iv, plain);
    }

    byte[] open(byte[] iv, byte[] sealed) {
        return run(Cipher.DECRYPT_MODE, iv, sealed);
    }

    private byte[] run(int mode, byte[] iv, byte[] bytes) {
        try {
            Cipher cipher = Cipher.getInstance("AES/CBC/PKCS5Padding");
            cipher.init(mode, new SecretKeySpec(key, "AES"), new IvParameterSpec(iv));
            return cipher.doFinal(bytes);
        } catch (GeneralSecurityException e) {
            throw unusable(e);
        }
    }

    /** Forgets the key. */
    void wipe() {
        Arrays.fill(key, (byte) 0);
    }

    private static KeyringException unusable(GeneralSecurityException cause) {
        return new KeyringException(
                "the system's keyring does not keep to its protocol",
                "use the passphrase, and update the desktop's keyring",
                cause);
    }
}
