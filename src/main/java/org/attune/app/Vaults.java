package org.attune.app;

import java.nio.file.Path;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import org.attune.session.SessionId;
import org.attune.store.StoredSession;
import org.attune.store.Vault;
import org.attune.time.WallClock;

/** Where the vault lies, and its opening. */
final class Vaults {
    private Vaults() {}

    /** The folder of the vault: as said, or the platform's place for a program's data. */
    static Path folder(CommonOptions common) {
        return common.vault != null ? common.vault : usual();
    }

    /** The folder of the vault where nothing else is said. */
    static Path usual() {
        return Folders.data().resolve("vault");
    }

    /** The folder of the vault, where there is one. */
    static Path existing(CommonOptions common) {
        Path folder = folder(common);
        if (!Vault.exists(folder)) {
            throw new NoVaultException(
                    "there is no vault in " + folder + ": make one with 'attune vault init'");
        }
        return folder;
    }

    /** Opens the vault, asking for its passphrase; says so when the clock was put back. */
    static Vault open(Subcommand command) {
        Vault vault = open(command.common);
        clockWarning(vault).ifPresent(line -> command.err().println("attune: " + line));
        return vault;
    }

    /** Opens the vault, asking for its passphrase. */
    static Vault open(CommonOptions common) {
        return open(existing(common), common);
    }

    /**
     * Opens the vault in a folder: by the passphrase that was given, by the desktop's keyring where
     * that was switched on, else asking for the passphrase.
     */
    static Vault open(Path folder, CommonOptions common) {
        VaultKeyring.Attempt attempt =
                Passphrases.isGiven(common)
                        ? VaultKeyring.Attempt.failed("")
                        : VaultKeyring.open(folder);
        return attempt.vault()
                .orElseGet(
                        () ->
                                Vault.open(
                                        folder,
                                        Passphrases.ask(common, attempt.why()),
                                        WallClock.system()));
    }

    /**
     * A recorded session with all its moments.
     *
     * @throws UsageException when the vault holds none of that name
     */
    static StoredSession session(Vault vault, SessionId id) {
        return vault.archive()
                .read(id)
                .orElseThrow(
                        () ->
                                new UsageException(
                                        "the vault holds no session of that name;"
                                                + " 'attune sessions' lists them"));
    }

    /** What is to be said of a clock that was put back. */
    static Optional<String> clockWarning(Vault vault) {
        return vault.audit()
                .clockPutBackFrom()
                .map(
                        known ->
                                "the clock stands before "
                                        + known.truncatedTo(ChronoUnit.SECONDS)
                                        + ", when the vault was last used: nothing is recorded or"
                                        + " exported until it is set right, or confirmed by 'attune"
                                        + " vault clock --acknowledge'");
    }
}
