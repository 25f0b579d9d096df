package org.attune.app;

import java.io.Console;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * Where the passphrase comes from: a file, the environment, or a prompt without echo. Never an
 * argument, which other users of the machine could read.
 */
final class Passphrases {
    static final String VARIABLE = "ATTUNE_PASSPHRASE";
    private static final String NEW_VARIABLE = "ATTUNE_NEW_PASSPHRASE";

    private Passphrases() {}

    /** The passphrase of an existing vault. */
    static char[] ask(CommonOptions common) {
        return ask(common, "");
    }

    /**
     * @param because what kept the keyring from opening it; empty where it was not meant to
     */
    static char[] ask(CommonOptions common, String because) {
        char[] given = given(common);
        String why = because.isEmpty() ? "" : " (" + because + ")";
        return given.length > 0 ? given : prompt("Passphrase of the vault" + why + ": ", why);
    }

    /** Whether it comes from a file or the environment, so that nobody is asked. */
    static boolean isGiven(CommonOptions common) {
        return common.passphraseFile != null
                || !System.getenv().getOrDefault(VARIABLE, "").isEmpty();
    }

    /** The passphrase of a vault to be made: at a prompt, typed twice. */
    static char[] askNew(CommonOptions common) {
        char[] given = given(common);
        if (given.length > 0) {
            return given;
        }
        return promptTwice();
    }

    /** The passphrase that takes the place of another. */
    static char[] askReplacement(@Nullable Path file) {
        char[] given = given(file, NEW_VARIABLE);
        return given.length > 0 ? given : promptTwice();
    }

    /** The recovery code as it was printed. */
    static char[] askCode(@Nullable Path file) {
        return file != null ? read(file) : prompt("Recovery code: ", "");
    }

    private static char[] promptTwice() {
        char[] first = prompt("New passphrase (four or more words): ", "");
        char[] second = prompt("Once more: ", "");
        boolean same = Arrays.equals(first, second);
        Arrays.fill(second, '\0');
        if (!same) {
            throw new UsageException("the two passphrases differ; nothing was made, try again");
        }
        return first;
    }

    private static char[] given(CommonOptions common) {
        return given(common.passphraseFile, VARIABLE);
    }

    private static char[] given(@Nullable Path file, String variable) {
        if (file != null) {
            return read(file);
        }
        String value = System.getenv(variable);
        return value == null ? new char[0] : value.toCharArray();
    }

    private static char[] read(Path file) {
        try {
            return firstLine(Files.readAllBytes(file));
        } catch (IOException e) {
            throw new UsageException("the passphrase file cannot be read: " + file);
        }
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
    private static char[] prompt(String text, String why) {
        Console console = System.console();
        if (console == null) {
            throw new UsageException(
                    "the vault needs its passphrase"
                            + why
                            + ": use --passphrase-file or set "
                            + VARIABLE);
        }
        char[] typed = console.readPassword("%s", text);
        if (typed == null) {
            throw new UsageException("no passphrase was given");
        }
        return typed;
    }
}
