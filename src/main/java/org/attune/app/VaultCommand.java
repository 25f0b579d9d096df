package org.attune.app;

import java.nio.file.Path;
import java.util.List;
import org.attune.store.Vault;
import org.attune.store.VaultSettings;
import org.attune.store.VerifyReport;
import org.attune.time.WallClock;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** The sealed store itself. */
@Command(
        name = "vault",
        description = "Makes, checks, backs up and restores the sealed vault.",
        subcommands = {
            VaultCommand.Init.class,
            VaultCommand.Verify.class,
            VaultBackupCommand.class,
            VaultRestoreCommand.class,
            VaultPassphraseCommand.class,
            VaultRecoveryCommand.class,
            VaultKeyringCommand.class,
            VaultDueCommand.class,
            VaultEraseCommand.class,
            VaultAuditCommand.class,
            VaultClockCommand.class
        })
final class VaultCommand extends Subcommand {
    @Override
    int run() {
        throw new UsageException(
                "say what to do: vault init, verify, due, erase, audit, backup, restore, passphrase,"
                        + " recovery, keyring or clock");
    }

    @Command(name = "init", description = "Makes an empty vault.")
    static final class Init extends Subcommand {
        @Override
        int run() {
            Path folder = Vaults.folder(common);
            Vault.create(
                            folder,
                            Passphrases.askNew(common),
                            VaultSettings.DEFAULT,
                            WallClock.system())
                    .close();
            out().println("vault made in " + folder);
            out().println(
                            "Keep the passphrase: without it nobody, we included, can read what"
                                    + " will be recorded.");
            return ExitCode.DONE;
        }
    }

    @Command(name = "verify", description = "Checks every part of the vault.")
    static final class Verify extends Subcommand {
        @Option(
                names = "--against",
                paramLabel = "RECEIPT",
                description =
                        "a consent receipt, an export's manifest or an earlier 'vault audit"
                                + " --json': entries cut off since are found; may be repeated")
        List<Path> receipts = List.of();

        @Override
        int run() {
            try (Vault vault = Vaults.open(this)) {
                VerifyReport report =
                        vault.verify(receipts.stream().map(AuditReceipts::read).toList());
                report.toLines().forEach(out()::println);
                return report.sound() ? ExitCode.DONE : ExitCode.CHECK_FAILED;
            }
        }
    }
}
