package org.attune.app;

import java.io.Console;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.Arrays;

/**
 * Where the passphrase comes from: a file, the environment, or a prompt without echo. Never an
 * argument, which other users of the machine could read.
 */
final class Passphrases {
    static final String VARIABLE = "ATTUNE_PASSPHRASE";

    private Passphrases() {}

    /** The passphrase of an existing vault. */
    static char[] ask(CommonOptions common) {
        char[] given = given(common);
        return given.length > 0 ? given : prompt("Passphrase of the vault: ");
    }

    /** The passphrase of a vault to be made: at a prompt, typed twice. */
    static char[] askNew(CommonOptions common) {
        char[] given = given(common);
        if (given.length > 0) {
            return given;
        }
        char[] first = prompt("New passphrase (four or more words): ");
        char[] second = prompt("Once more: ");
        boolean same = Arrays.equals(first, second);
        Arrays.fill(second, '\0');
        if (!same) {
            throw new UsageException("the two passphrases differ; nothing was made, try again");
        }
        return first;
    }

    private static char[] given(CommonOptions common) {
        if (common.passphraseFile != null) {
            try {
                return firstLine(Files.readAllBytes(common.passphraseFile));
            } catch (IOException e) {
                throw new UsageException(
                        "the passphrase file cannot be read: " + common.passphraseFile);
            }
        }
        String variable = System.getenv(VARIABLE);
        return variable == null ? new char[0] : variable.toCharArray();
    }

    private static char[] firstLine(byte[] bytes) {
        CharBuffer chars = StandardCharsets.UTF_8.decode(ByteBuffer.wrap(bytes));
        Arrays.fill(bytes, (byte) 0);
        int end = 0;
        while (end < chars.length() && chars.charAt(end) != '\n' && chars.charAt(end) != '\r') {
            end++;
        }
        char[] line = new char[end];
        chars.get(line);
        if (chars.hasArray()) {
            Arrays.fill(chars.array(), '\0');
        }
        return line;
    }

    // Java 22 to 24 give a console even where there is no terminal; it then reads standard input,
    // which is as good.
    @SuppressWarnings("SystemConsoleNull")
    private static char[] prompt(String text) {
        Console console = System.console();
        if (console == null) {
            throw new UsageException(
                    "the vault needs its passphrase: use --passphrase-file or set " + VARIABLE);
        }
        char[] typed = console.readPassword("%s", text);
        if (typed == null) {
            throw new UsageException("no passphrase was given");
        }
        return typed;
    }
}
