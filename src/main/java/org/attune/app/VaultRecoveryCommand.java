package org.attune.app;

import java.nio.file.Path;
import java.util.Arrays;
import org.attune.store.KeyringOpening;
import org.attune.store.Vault;
import org.attune.store.VaultSettings;
import org.attune.time.WallClock;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** A printed code for the day the passphrase is forgotten. Off unless it is made. */
@Command(
        name = "recovery",
        description = "A printed code that opens the vault when the passphrase is forgotten.",
        subcommands = {
            VaultRecoveryCommand.Make.class,
            VaultRecoveryCommand.Use.class,
            VaultRecoveryCommand.Remove.class
        })
final class VaultRecoveryCommand extends Subcommand {
    @Override
    int run() {
        throw new UsageException("say what to do: vault recovery make, use or remove");
    }

    @Command(name = "make", description = "Makes a code to print; an earlier one ends.")
    static final class Make extends Subcommand {
        @Override
        int run() {
            Path folder = Vaults.existing(common);
            char[] passphrase = Passphrases.ask(common);
            try (Vault vault = Vault.open(folder, passphrase.clone(), WallClock.system())) {
                char[] code =
                        vault.passphrases().makeRecoveryCode(passphrase, VaultSettings.DEFAULT);
                out().println(code);
                Arrays.fill(code, '\0');
            } finally {
                Arrays.fill(passphrase, '\0');
            }
            out().println(
                            "Write it down or print it, and lock it away: it is kept nowhere else,"
                                    + " and whoever has it and the vault can read everything.");
            return ExitCode.DONE;
        }
    }

    @Command(name = "use", description = "Opens the vault by the code; sets a new passphrase.")
    static final class Use extends Subcommand {
        @Option(
                names = "--code-file",
                paramLabel = "FILE",
                description = "reads the code from the first line of FILE")
        @Nullable Path code;

        @Option(
                names = "--new-passphrase-file",
                paramLabel = "FILE",
                description = "reads the new passphrase from the first line of FILE")
        @Nullable Path fresh;

        @Override
        int run() {
            Path folder = Vaults.existing(common);
            boolean keyringOpened = KeyringOpening.state(folder) != KeyringOpening.State.OFF;
            Vault.recover(
                            folder,
                            Passphrases.askCode(code),
                            Passphrases.askReplacement(fresh),
                            VaultSettings.DEFAULT,
                            WallClock.system())
                    .close();
            if (keyringOpened) {
                VaultKeyring.forget(folder).ifPresent(line -> err().println("attune: " + line));
            }
            out().println("the vault has a new passphrase; the recovery code stays valid");
            return ExitCode.DONE;
        }
    }

    @Command(name = "remove", description = "Makes the code open nothing any more.")
    static final class Remove extends Subcommand {
        @Override
        int run() {
            Path folder = Vaults.existing(common);
            char[] passphrase = Passphrases.ask(common);
            try (Vault vault = Vault.open(folder, passphrase.clone(), WallClock.system())) {
                vault.passphrases().removeRecoveryCode(passphrase);
            } finally {
                Arrays.fill(passphrase, '\0');
            }
            out().println("there is no recovery code any more");
            return ExitCode.DONE;
        }
    }
}
