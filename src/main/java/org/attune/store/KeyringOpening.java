package org.attune.store;

import java.nio.file.Path;
import java.util.Optional;
import org.attune.time.WallClock;

/**
 * Opening a vault by what the keyring of the system keeps for it, where that was switched on with
 * the passphrase ({@link Passphrases#letKeyringOpen}). Once the vault was locked, the passphrase is
 * asked for until it has been given, also by a program started anew. Stateless; any thread.
 */
public final class KeyringOpening {
    private KeyringOpening() {}

    /** How it stands with a vault and the keyring, as far as its files say without being opened. */
    public enum State {
        OFF,
        ON,
        /** On, but the vault was locked: the passphrase is needed first. */
        LOCKED
    }

    public static State state(Path folder) {
        VaultFolder place = new VaultFolder(folder);
        if (!VaultHeader.parse(place.readHeader()).hasKeyring()) {
            return State.OFF;
        }
        return place.wasLocked() ? State.LOCKED : State.ON;
    }

    /** The vault's random id, by which the keyring finds what it keeps for it. */
    public static String idOf(Path folder) {
        return VaultHeader.parse(new VaultFolder(folder).readHeader()).id();
    }

    /** A new key for the keyring to keep; the caller's to overwrite. */
    public static byte[] newKey() {
        return Seal.randomBytes(Seal.KEY_BYTES);
    }

    /**
     * Opens the vault by what the keyring kept.
     *
     * @return empty when it does not open the vault, or the passphrase is needed first
     * @throws VaultException as for {@link Vault#open}
     */
    public static Optional<Vault> open(Path folder, byte[] fromKeyring, WallClock clock) {
        if (state(folder) != State.ON) {
            return Optional.empty();
        }
        VaultFolder place = new VaultFolder(folder);
        VaultHeader header = VaultHeader.parse(place.readHeader());
        return header.unlockByKeyring(fromKeyring)
                .map(
                        vaultKey ->
                                VaultOpening.entered(
                                        place,
                                        place::enter,
                                        () -> {},
                                        () ->
                                                VaultOpening.opened(
                                                        place,
                                                        header.id(),
                                                        vaultKey,
                                                        clock,
                                                        AuditEvent.Kind.KEYRING_USED)));
    }
}
