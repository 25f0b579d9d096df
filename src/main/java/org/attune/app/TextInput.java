package org.attune.app;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/** Text given to a command in a file or by standard input, never more of it than is asked for. */
final class TextInput {
    private TextInput() {}

    /**
     * Reads UTF-8 text.
     *
     * @param file its name; - is standard input
     * @param what it is called where it cannot be read
     * @return empty where it is longer than {@code mostBytes}
     * @throws UsageException when it cannot be read
     */
    static Optional<String> read(String file, int mostBytes, String what) {
        try {
            byte[] bytes = file.equals("-") ? most(System.in, mostBytes) : most(file, mostBytes);
            return bytes.length > mostBytes
                    ? Optional.empty()
                    : Optional.of(new String(bytes, StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UsageException(what + " cannot be read: " + file);
        }
    }

    private static byte[] most(String file, int mostBytes) throws IOException {
        try (InputStream in = Files.newInputStream(Path.of(file))) {
            return most(in, mostBytes);
        }
    }

    private static byte[] most(InputStream in, int mostBytes) throws IOException {
        return in.readNBytes(mostBytes + 1);
    }
}
