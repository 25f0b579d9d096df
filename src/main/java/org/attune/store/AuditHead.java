package org.attune.store;

import java.util.Base64;
import java.util.regex.Pattern;

/**
 * Where the audit stands: given out with receipts and exports, so that whoever holds one can tell
 * later whether entries up to it were changed or cut off.
 *
 * @param seq number of the newest entry, 0 when there is none
 * @param hash of the chain up to it (HMAC-SHA-256 under a key of the vault), in hexadecimal
 * @param signature of the two (Ed25519, RFC 8032), in Base64
 * @param publicKey that proves it, in Base64 of its X.509 form
 */
public record AuditHead(long seq, String hash, String signature, String publicKey) {
    private static final Pattern HEX = Pattern.compile("[0-9a-f]{64}");

    public AuditHead {
        if (seq < 0) {
            throw new IllegalArgumentException("must be >= 0: seq=" + seq);
        }
        if (!HEX.matcher(hash).matches()) {
            throw new IllegalArgumentException("must be 64 hexadecimal digits: hash=" + hash);
        }
        Base64.getDecoder().decode(signature);
        Base64.getDecoder().decode(publicKey);
    }

    /** What is signed, so that others can check it too. */
    String signedText() {
        return "attune-audit-head/1\n" + seq + "\n" + hash + "\n";
    }

    /** Whether the signature is of this head and key; not, whether the key is of any vault. */
    public boolean isSigned() {
        return AuditSigner.isSigned(
                Base64.getDecoder().decode(publicKey),
                signedText(),
                Base64.getDecoder().decode(signature));
    }
}
