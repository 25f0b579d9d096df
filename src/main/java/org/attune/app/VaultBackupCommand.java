package org.attune.app;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.attune.store.Backup;
import org.attune.store.Vault;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** A backup that is proven when it is made. */
@Command(name = "backup", description = "Makes a sealed backup and proves that it restores.")
final class VaultBackupCommand extends Subcommand {
    @Option(
            names = "--to",
            required = true,
            paramLabel = "FILE|DIR",
            description = "a new file, or a folder where each backup gets a name by its date")
    Path to = Path.of("");

    @Option(
            names = "--keep",
            paramLabel = "N",
            description = "how many backups stay in a folder (default: ${DEFAULT-VALUE})")
    int keep = 7;

    @Option(
            names = "--encrypt-to",
            paramLabel = "KEY",
            description = "seals it to this age recipient (age1…) besides")
    @Nullable String recipient;

    @Override
    int run() {
        refuseUnlessNew(to);
        try (Vault vault = Vaults.open(this)) {
            Backup backup = vault.backups().make(to, Optional.ofNullable(recipient), keep);
            out().println(
                            "backup made and proven: "
                                    + backup.file()
                                    + " ("
                                    + backup.bytes()
                                    + " bytes, "
                                    + backup.rows()
                                    + " rows compared)");
            backup.removed().forEach(old -> out().println("removed the old backup " + old));
            if (!backup.report().sound()) {
                backup.report().toLines().forEach(out()::println);
                out().println(
                                "The vault itself is damaged and was backed up as it is; no older"
                                        + " backup was removed.");
                return ExitCode.CHECK_FAILED;
            }
            return ExitCode.DONE;
        }
    }

    private static void refuseUnlessNew(Path to) {
        if (Files.exists(to) && !Files.isDirectory(to)) {
            throw new UsageException("there is a file already: " + to + ": choose another name");
        }
        Path folder = to.toAbsolutePath().getParent();
        if (folder == null || !Files.isDirectory(folder)) {
            throw new UsageException("there is no folder for " + to + ": make it");
        }
    }
}
