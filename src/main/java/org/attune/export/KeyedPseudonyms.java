package org.attune.export;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.attune.consent.Purpose;
import org.attune.consent.Recipient;

/**
 * Pseudonyms by HMAC-SHA-256 under a key of the vault, over recipient, purpose, kind and value,
 * each ended by a zero byte; the first 80 bits in base 32. The same recipient gets the same
 * pseudonym for the same purpose every time. Two recipients who compare theirs learn nothing, and
 * neither does one recipient who was given data for two purposes: without the key nobody can tell
 * which belong together, nor try all codes.
 */
public final class KeyedPseudonyms implements Pseudonyms {
    private static final String SIGNS = "abcdefghijklmnopqrstuvwxyz234567";
    private static final int LENGTH = 16;
    private static final String ALGORITHM = "HmacSHA256";

    private final SecretKeySpec key;
    private final String recipient;
    private final String purpose;

    /**
     * @param key of the vault, at least 32 bytes; copied
     * @param recipient who will see them
     * @param purpose to what end
     */
    public KeyedPseudonyms(byte[] key, Recipient recipient, Purpose purpose) {
        if (key.length < 32) {
            throw new IllegalArgumentException("must be >= 32 bytes: key.length=" + key.length);
        }
        this.key = new SecretKeySpec(key, ALGORITHM);
        this.recipient = recipient.code();
        this.purpose = purpose.code();
    }

    @Override
    public String of(Kind kind, String value) {
        byte[] hash = hash(recipient + '\0' + purpose + '\0' + kind.name() + '\0' + value + '\0');
        StringBuilder text = new StringBuilder(LENGTH);
        for (int sign = 0; sign < LENGTH; sign++) {
            int five = 0;
            for (int bit = sign * 5; bit < sign * 5 + 5; bit++) {
                five = five << 1 | (hash[bit >> 3] >> (7 - (bit & 7)) & 1);
            }
            text.append(SIGNS.charAt(five));
        }
        return text.toString();
    }

    private byte[] hash(String text) {
        try {
            Mac mac = Mac.getInstance(ALGORITHM);
            mac.init(key);
            return mac.doFinal(text.getBytes(StandardCharsets.UTF_8));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java platform has HMAC-SHA-256", e);
        }
    }
}
