package org.attune.store;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import org.bouncycastle.crypto.params.Ed25519PrivateKeyParameters;
import org.bouncycastle.crypto.params.Ed25519PublicKeyParameters;
import org.bouncycastle.crypto.signers.Ed25519Signer;

/**
 * Signs heads of the audit with Ed25519 (RFC 8032). The key is derived from the vault key, so every
 * head of one vault proves itself by the same public key. Any thread.
 */
final class AuditSigner {
    /** What X.509 (RFC 8410) puts before the 32 bytes of an Ed25519 public key. */
    private static final byte[] X509 = HexFormat.of().parseHex("302a300506032b6570032100");

    private static final int PUBLIC_BYTES = 32;
    private final KeyRing keys;

    AuditSigner(KeyRing keys) {
        this.keys = keys;
    }

    AuditHead head(long seq, byte[] hash) {
        byte[] seed = keys.deriveFor("sign the audit");
        Ed25519PrivateKeyParameters key = new Ed25519PrivateKeyParameters(seed, 0);
        Arrays.fill(seed, (byte) 0);
        String hex = HexFormat.of().formatHex(hash);
        byte[] publicKey = new ByteWriter().raw(X509).raw(publicOf(key)).toBytes();
        String proof = Base64.getEncoder().encodeToString(publicKey);
        Ed25519Signer signer = new Ed25519Signer();
        signer.init(true, key);
        byte[] text =
                new AuditHead(seq, hex, "", proof).signedText().getBytes(StandardCharsets.UTF_8);
        signer.update(text, 0, text.length);
        return new AuditHead(
                seq, hex, Base64.getEncoder().encodeToString(signer.generateSignature()), proof);
    }

    private static byte[] publicOf(Ed25519PrivateKeyParameters key) {
        return key.generatePublicKey().getEncoded();
    }

    static boolean isSigned(byte[] publicKey, String text, byte[] signature) {
        boolean isEd25519 =
                publicKey.length == X509.length + PUBLIC_BYTES
                        && Arrays.equals(Arrays.copyOf(publicKey, X509.length), X509);
        if (!isEd25519) {
            return false;
        }
        Ed25519Signer verifier = new Ed25519Signer();
        verifier.init(false, new Ed25519PublicKeyParameters(publicKey, X509.length));
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        verifier.update(bytes, 0, bytes.length);
        return verifier.verifySignature(signature);
    }
}
