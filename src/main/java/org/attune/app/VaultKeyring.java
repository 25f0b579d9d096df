package org.attune.app;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Optional;
import org.attune.keyring.KeyringException;
import org.attune.keyring.SystemKeyring;
import org.attune.store.KeyringOpening;
import org.attune.store.Vault;
import org.attune.time.WallClock;

/** A vault and what the keyring of the desktop keeps for it. */
final class VaultKeyring {
    private VaultKeyring() {}

    /**
     * What came of trying to open a vault by the keyring.
     *
     * @param vault open, or empty: the passphrase is to be asked for
     * @param why what kept the keyring from opening it, where it was meant to; else empty
     */
    record Attempt(Optional<Vault> vault, String why) {
        static Attempt failed(String why) {
            return new Attempt(Optional.empty(), why);
        }
    }

    /** Opens a vault by the keyring, where that was switched on and can be. */
    static Attempt open(Path folder) {
        switch (KeyringOpening.state(folder)) {
            case OFF -> {
                return Attempt.failed("");
            }
            case LOCKED -> {
                return Attempt.failed("it was locked");
            }
            case ON -> {}
        }
        try {
            byte[] kept = system().find(KeyringOpening.idOf(folder)).orElse(new byte[0]);
            Optional<Vault> vault = KeyringOpening.open(folder, kept, WallClock.system());
            Arrays.fill(kept, (byte) 0);
            return new Attempt(vault, vault.isPresent() ? "" : "the system's keyring has no key");
        } catch (KeyringException e) {
            return Attempt.failed(e.why());
        }
    }

    /** The keyring of this desktop. */
    static SystemKeyring system() {
        return new SystemKeyring(busAddress());
    }

    private static String busAddress() {
        String said = System.getenv("DBUS_SESSION_BUS_ADDRESS");
        if (said != null && !said.isBlank()) {
            return said;
        }
        // Where systemd puts it, also for a terminal that was not told.
        String runtime = System.getenv("XDG_RUNTIME_DIR");
        Path usual = Path.of(runtime == null ? "" : runtime, "bus");
        return runtime != null && Files.exists(usual) ? "unix:path=" + usual : "";
    }

    /**
     * Lets the keyring open an open vault.
     *
     * @param passphrase in force; overwritten before this returns
     */
    static void switchOn(Vault vault, Path folder, char[] passphrase) {
        byte[] key = KeyringOpening.newKey();
        try {
            // First: a key that opens nothing does no harm, a header without its key misleads.
            system().put(KeyringOpening.idOf(folder), key);
            vault.passphrases().letKeyringOpen(passphrase, key);
        } finally {
            Arrays.fill(key, (byte) 0);
            Arrays.fill(passphrase, '\0');
        }
    }

    /**
     * Takes out of the keyring what opens nothing any more.
     *
     * @return what is to be said if it could not be; nothing depends on it
     */
    static Optional<String> forget(Path folder) {
        try {
            boolean unused = system().remove(KeyringOpening.idOf(folder));
            return Optional.empty();
        } catch (KeyringException e) {
            return Optional.of(
                    "what the keyring kept could not be removed ("
                            + e.why()
                            + "); it opens nothing");
        }
    }
}
