package org.attune.app;

import java.nio.file.Path;
import java.util.Arrays;
import org.attune.store.Vault;
import org.attune.store.VaultSettings;
import org.attune.time.WallClock;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Another passphrase for the same vault. */
@Command(name = "passphrase", description = "Changes the vault's passphrase.")
final class VaultPassphraseCommand extends Subcommand {
    @Option(
            names = "--new-passphrase-file",
            paramLabel = "FILE",
            description = "reads the new passphrase from the first line of FILE")
    @Nullable Path fresh;

    @Override
    int run() {
        Path folder = Vaults.existing(common);
        char[] old = Passphrases.ask(common);
        boolean keyringOpened;
        try (Vault vault = Vault.open(folder, old.clone(), WallClock.system())) {
            keyringOpened = vault.passphrases().keyringOpens();
            vault.passphrases()
                    .change(old, Passphrases.askReplacement(fresh), VaultSettings.DEFAULT);
        } finally {
            Arrays.fill(old, '\0');
        }
        out().println("the passphrase is changed; what is stored stays as it is");
        out().println(
                        "Backups made before open with the old passphrase only: make a new one, and"
                                + " remove the old ones if the old passphrase is known to others.");
        if (keyringOpened) {
            VaultKeyring.forget(folder).ifPresent(line -> err().println("attune: " + line));
            out().println(
                            "The keyring opens the vault no more: 'attune vault keyring on' lets it.");
        }
        return ExitCode.DONE;
    }
}
