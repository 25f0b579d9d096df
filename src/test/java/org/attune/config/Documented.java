package org.attune.config;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;

/** The comments of {@code config/attune.toml}: what the file says of each key, as plain text. */
final class Documented {
    static final Path FILE = Path.of("config/attune.toml");

    private Documented() {}

    /** The comment directly above each key, its lines joined by spaces. */
    static Map<String, String> comments() {
        Map<String, String> comments = new LinkedHashMap<>();
        String section = "";
        StringBuilder comment = new StringBuilder();
        for (String line : text().lines().toList()) {
            if (line.startsWith("#")) {
                comment.append(line.substring(1).strip()).append(' ');
                continue;
            }
            if (line.startsWith("[")) {
                section = line.substring(1, line.indexOf(']'));
            } else if (line.contains("=")) {
                String key = line.substring(0, line.indexOf('=')).strip();
                comments.put(section + "." + key, comment.toString().strip());
            }
            comment.setLength(0);
        }
        return comments;
    }

    static String text() {
        try {
            return Files.readString(FILE);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
