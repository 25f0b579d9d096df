package org.attune.store;

import java.util.Arrays;

/**
 * A code to be printed and locked away: 160 random bits in Crockford's base 32, in eight groups of
 * four. Read back, case, spaces and dashes do not matter, and the look-alikes O, I and L count as
 * 0, 1 and 1. Stateless; any thread.
 */
final class RecoveryCode {
    private static final String ALPHABET = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";
    private static final int SYMBOLS = 32;
    private static final int GROUP = 4;

    private RecoveryCode() {}

    /** A new code in its printed form; the caller's to wipe. */
    static char[] make() {
        byte[] random = Seal.randomBytes(SYMBOLS);
        char[] code = new char[SYMBOLS + SYMBOLS / GROUP - 1];
        int at = 0;
        for (int i = 0; i < SYMBOLS; i++) {
            if (i > 0 && i % GROUP == 0) {
                code[at++] = '-';
            }
            code[at++] = ALPHABET.charAt(random[i] & 31);
        }
        Arrays.fill(random, (byte) 0);
        return code;
    }

    /** What enters the derivation, however it was typed; the caller's to wipe. */
    static char[] normal(char[] typed) {
        char[] room = new char[typed.length];
        int length = 0;
        for (char each : typed) {
            char c = Character.toUpperCase(each);
            if (Character.isWhitespace(c) || c == '-') {
                continue;
            }
            room[length++] = c == 'O' ? '0' : c == 'I' || c == 'L' ? '1' : c;
        }
        char[] normal = Arrays.copyOf(room, length);
        Arrays.fill(room, '\0');
        return normal;
    }
}
