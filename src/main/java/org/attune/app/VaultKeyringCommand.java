package org.attune.app;

import java.nio.file.Path;
import java.util.Arrays;
import org.attune.keyring.KeyringException;
import org.attune.store.KeyringOpening;
import org.attune.store.Vault;
import org.attune.time.WallClock;
import picocli.CommandLine.Command;

/** The keyring of the desktop as a second way into the vault. Off unless it is switched on. */
@Command(
        name = "keyring",
        description = "Lets the desktop's keyring open the vault, without its passphrase.",
        subcommands = {
            VaultKeyringCommand.On.class,
            VaultKeyringCommand.Off.class,
            VaultKeyringCommand.Status.class
        })
final class VaultKeyringCommand extends Subcommand {
    @Override
    int run() {
        throw new UsageException("say what to do: vault keyring on, off or status");
    }

    @Command(name = "on", description = "From now on the keyring opens the vault, too.")
    static final class On extends Subcommand {
        @Override
        int run() {
            Path folder = Vaults.existing(common);
            char[] passphrase = Passphrases.ask(common);
            try (Vault vault = Vault.open(folder, passphrase.clone(), WallClock.system())) {
                VaultKeyring.switchOn(vault, folder, passphrase);
            } finally {
                Arrays.fill(passphrase, '\0');
            }
            out().println(
                            "the keyring opens the vault; after a lock the passphrase is asked for"
                                    + " all the same");
            out().println(
                            "While the keyring is unlocked, every program of your account, and"
                                    + " whoever sits at this desktop, can open the vault.");
            return ExitCode.DONE;
        }
    }

    @Command(name = "off", description = "Makes the keyring open the vault no more.")
    static final class Off extends Subcommand {
        @Override
        int run() {
            Path folder = Vaults.existing(common);
            try (Vault vault = Vaults.open(this)) {
                vault.passphrases().letNoKeyringOpen();
            }
            VaultKeyring.forget(folder).ifPresent(line -> err().println("attune: " + line));
            out().println("the keyring does not open the vault");
            return ExitCode.DONE;
        }
    }

    @Command(name = "status", description = "Says whether it does, and whether it could.")
    static final class Status extends Subcommand {
        @Override
        int run() {
            Path folder = Vaults.existing(common);
            KeyringOpening.State state = KeyringOpening.state(folder);
            out().println(
                            switch (state) {
                                case OFF -> "off: the passphrase opens the vault";
                                case ON -> "on: the keyring opens the vault";
                                case LOCKED ->
                                        "on, but the vault was locked: the passphrase is asked for"
                                                + " once";
                            });
            out().println("keyring: " + finding(folder, state));
            return ExitCode.DONE;
        }

        private static String finding(Path folder, KeyringOpening.State state) {
            try {
                byte[] kept =
                        VaultKeyring.system().find(KeyringOpening.idOf(folder)).orElse(new byte[0]);
                boolean there = kept.length > 0;
                Arrays.fill(kept, (byte) 0);
                return there == (state != KeyringOpening.State.OFF)
                        ? "unlocked"
                        : there
                                ? "unlocked; it holds an old key, which opens nothing"
                                : "unlocked, but it holds no key of this vault: switch it on again";
            } catch (KeyringException e) {
                return String.valueOf(e.getMessage());
            }
        }
    }
}
