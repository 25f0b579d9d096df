package org.attune.app;

import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** What every command takes. */
final class CommonOptions {
    @Option(
            names = "--config",
            paramLabel = "FILE",
            description =
                    "settings that differ from the defaults (default: attune.toml in the"
                            + " program's settings folder, where there is one)")
    @Nullable Path config;

    @Option(
            names = "--vault",
            paramLabel = "DIR",
            description = "folder of the sealed vault (default: the platform's data folder)")
    @Nullable Path vault;

    @Option(
            names = "--passphrase-file",
            paramLabel = "FILE",
            description = "reads the vault's passphrase from the first line of FILE")
    @Nullable Path passphraseFile;

    @Option(names = "--debug", description = "logs more, and shows the traces of failures")
    boolean debug;

    @Option(names = "--help", usageHelp = true, description = "shows this help and exits")
    boolean help;

    /**
     * The settings file: the one that was named, else the one in the program's own folder, where
     * there is one; null for none.
     */
    @Nullable Path settingsFile() {
        Path usual = usualFile();
        return config == null && Files.isRegularFile(usual) ? usual : config;
    }

    /** Where a settings file that nobody named is looked for, and written by the window. */
    static Path usualFile() {
        return Folders.config().resolve("attune.toml");
    }
}
