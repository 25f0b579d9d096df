package org.attune.app;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Reads the secret key of the program age from its file. Stateless; any thread. */
final class AgeIdentity {
    private AgeIdentity() {}

    /**
     * The first identity in a file, as {@code age-keygen} writes it.
     *
     * @throws UsageException when there is none
     */
    static char[] read(Path file) {
        try {
            for (String line : Files.readAllLines(file)) {
                if (line.startsWith("AGE-SECRET-KEY-1")) {
                    return line.strip().toCharArray();
                }
            }
        } catch (IOException e) {
            throw new UsageException("the identity file cannot be read: " + file);
        }
        throw new UsageException("there is no age identity (AGE-SECRET-KEY-1…) in " + file);
    }
}
