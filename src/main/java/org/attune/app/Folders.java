package org.attune.app;

import java.nio.file.Path;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Where the platform wants a program's files to lie. */
final class Folders {
    private Folders() {}

    /** For what is kept: the vault. */
    static Path data() {
        return folder("XDG_DATA_HOME", Path.of(".local", "share"));
    }

    /** For how the program is set up; nothing about a person ever lies here. */
    static Path config() {
        return folder("XDG_CONFIG_HOME", Path.of(".config"));
    }

    private static Path folder(String variable, Path otherwise) {
        String home = System.getProperty("user.home", ".");
        String os = System.getProperty("os.name", "").toLowerCase(Locale.ROOT);
        if (os.contains("win")) {
            return under(System.getenv("APPDATA"), Path.of(home, "AppData", "Roaming"))
                    .resolve("Attune");
        }
        if (os.contains("mac")) {
            return Path.of(home, "Library", "Application Support", "Attune");
        }
        return under(System.getenv(variable), Path.of(home).resolve(otherwise)).resolve("attune");
    }

    private static Path under(@Nullable String variable, Path otherwise) {
        return variable == null || variable.isBlank() ? otherwise : Path.of(variable);
    }
}
