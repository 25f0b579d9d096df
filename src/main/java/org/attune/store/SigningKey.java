package org.attune.store;

import java.util.Arrays;
import org.bouncycastle.crypto.params.Ed25519PrivateKeyParameters;
import org.bouncycastle.crypto.params.Ed25519PublicKeyParameters;
import org.bouncycastle.crypto.signers.Ed25519Signer;

/**
 * The vault's own key for signing (Ed25519, RFC 8032). It is derived from the vault key, so it is
 * nowhere written down, outlives a change of the passphrase, and is gone with the vault. Any
 * thread, while the vault is open.
 */
public final class SigningKey {
    private static final String PURPOSE = "sign consents and receipts";
    private final KeyRing keys;

    SigningKey(KeyRing keys) {
        this.keys = keys;
    }

    /** The signature of {@code message}, 64 bytes. */
    public byte[] sign(byte[] message) {
        Ed25519Signer signer = new Ed25519Signer();
        signer.init(true, secret());
        signer.update(message, 0, message.length);
        return signer.generateSignature();
    }

    /** The public half, 32 bytes. */
    public byte[] publicKey() {
        return secret().generatePublicKey().getEncoded();
    }

    /** Whether {@code signature} is this key's for {@code message}. */
    public boolean verifies(byte[] message, byte[] signature) {
        Ed25519PublicKeyParameters key = secret().generatePublicKey();
        Ed25519Signer signer = new Ed25519Signer();
        signer.init(false, key);
        signer.update(message, 0, message.length);
        return signer.verifySignature(signature);
    }

    private Ed25519PrivateKeyParameters secret() {
        byte[] seed = keys.deriveFor(PURPOSE);
        try {
            return new Ed25519PrivateKeyParameters(seed, 0);
        } finally {
            Arrays.fill(seed, (byte) 0);
        }
    }
}
