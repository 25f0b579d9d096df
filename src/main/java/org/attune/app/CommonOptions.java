package org.attune.app;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** What every command takes. */
final class CommonOptions {
    @Option(
            names = "--config",
            paramLabel = "FILE",
            description = "settings that differ from the defaults")
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
}
