package org.attune.app;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.attune.store.Restored;
import org.attune.store.Restoring;
import org.attune.store.Vault;
import org.attune.time.WallClock;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** A backup made a vault again, without what was erased since. */
@Command(
        name = "restore",
        description =
                "Restores a backup into the new folder of --vault; what was erased since stays"
                        + " erased.")
final class VaultRestoreCommand extends Subcommand {
    @Parameters(paramLabel = "FILE", description = "the backup")
    Path file = Path.of("");

    @Option(
            names = "--ledger",
            paramLabel = "DIR",
            description =
                    "the vault that is still there and knows what was erased since (default: the"
                            + " usual one, if it is the same)")
    @Nullable Path ledger;

    @Option(
            names = "--identity",
            paramLabel = "FILE",
            description = "the age identity of the key the backup was sealed to")
    @Nullable Path identity;

    @Override
    int run() {
        Path folder = common.vault;
        if (folder == null) {
            throw new UsageException("say where to: --vault NEW, a folder that is not there yet");
        }
        if (!Files.isRegularFile(file)) {
            throw new UsageException("there is no backup " + file + ": check the name");
        }
        char[] key = identity == null ? new char[0] : AgeIdentity.read(identity);
        Restored restored =
                Restoring.restore(
                        file,
                        folder,
                        Passphrases.ask(common),
                        key,
                        present(folder, key.clone()),
                        WallClock.system());
        out().println("restored in " + folder + ": the backup of " + restored.madeAt());
        restored.report().toLines().forEach(out()::println);
        if (restored.ledgers().isEmpty()) {
            out().println(
                            "Nothing newer than this backup was found that knows of erasures:"
                                    + " whatever was erased after "
                                    + restored.madeAt()
                                    + " is back. Erase it again.");
        } else {
            out().println(
                            "What was erased since is erased here too ("
                                    + restored.erased()
                                    + " clients, recordings, spans and notes; known"
                                    + " from "
                                    + String.join(", ", restored.ledgers())
                                    + ").");
        }
        return restored.report().sound() ? ExitCode.DONE : ExitCode.CHECK_FAILED;
    }

    private Optional<Path> present(Path folder, char[] key) {
        if (ledger != null) {
            return Optional.of(ledger);
        }
        Path usual = Vaults.usual();
        boolean other = !usual.toAbsolutePath().equals(folder.toAbsolutePath().normalize());
        return other && Vault.exists(usual) && Restoring.isOf(file, key, usual)
                ? Optional.of(usual)
                : Optional.empty();
    }
}
