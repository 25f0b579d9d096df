package org.attune.app;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.logging.LogManager;

/**
 * What of the log reaches standard error: warnings, one line each, without stack traces. Under
 * {@code --debug} all of ours, with them.
 */
final class Logs {
    private static final String COMMON =
            "handlers=java.util.logging.ConsoleHandler\n"
                    + "java.util.logging.ConsoleHandler.level=ALL\n"
                    + "java.util.logging.ConsoleHandler.formatter="
                    + "java.util.logging.SimpleFormatter\n";

    // The D-Bus library reports every lost connection as an error; we report it ourselves.
    private static final String QUIET =
            COMMON
                    + "java.util.logging.SimpleFormatter.format=%4$s: %5$s%n\n"
                    + ".level=WARNING\n"
                    + "org.freedesktop.dbus.level=OFF\n";

    private static final String DEBUG =
            COMMON
                    + "java.util.logging.SimpleFormatter.format=%1$tT.%1$tL %4$s %3$s: %5$s%6$s%n\n"
                    + ".level=INFO\n"
                    + "org.attune.level=ALL\n"
                    + "org.freedesktop.dbus.level=WARNING\n";

    private Logs() {}

    static void quiet() {
        set(QUIET);
    }

    static void debug() {
        set(DEBUG);
    }

    private static void set(String configuration) {
        try {
            LogManager.getLogManager()
                    .readConfiguration(
                            new ByteArrayInputStream(
                                    configuration.getBytes(StandardCharsets.ISO_8859_1)));
        } catch (IOException e) {
            throw new IllegalStateException("bytes in memory can be read", e);
        }
    }
}
