package org.attune.store;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.function.Supplier;
import org.attune.time.WallClock;

/**
 * The ways into a vault that a person knows something for: making it, its passphrase, its recovery
 * code. What was given is overwritten, whatever happens. Stateless; any thread.
 */
final class VaultOpening {
    private VaultOpening() {}

    static Vault create(Path folder, char[] passphrase, VaultSettings settings, WallClock clock) {
        try {
            Passphrases.refuseIfTooShort(passphrase);
            VaultFolder place = new VaultFolder(folder);
            return entered(
                    place,
                    place::prepare,
                    place::discard,
                    () -> {
                        byte[] id = Seal.randomBytes(16);
                        byte[] vaultKey = Seal.randomBytes(Seal.KEY_BYTES);
                        VaultHeader header = VaultHeader.seal(id, vaultKey, passphrase, settings);
                        Vault vault =
                                opened(
                                        place,
                                        HexFormat.of().formatHex(id),
                                        vaultKey,
                                        clock,
                                        AuditEvent.Kind.VAULT_MADE);
                        // Last: a folder with a header holds a whole vault.
                        place.writeHeader(header.toBytes());
                        return vault;
                    });
        } finally {
            Arrays.fill(passphrase, '\0');
        }
    }

    static Vault open(Path folder, char[] passphrase, WallClock clock) {
        try {
            VaultFolder place = new VaultFolder(folder);
            return entered(
                    place,
                    place::enter,
                    () -> {},
                    () -> {
                        VaultHeader header = VaultHeader.parse(place.readHeader());
                        byte[] vaultKey = header.unlock(VaultHeader.Secret.PASSPHRASE, passphrase);
                        place.tellLocked(false);
                        return opened(
                                place, header.id(), vaultKey, clock, AuditEvent.Kind.VAULT_OPENED);
                    });
        } finally {
            Arrays.fill(passphrase, '\0');
        }
    }

    static Vault recover(
            Path folder, char[] code, char[] fresh, VaultSettings settings, WallClock clock) {
        char[] normal = RecoveryCode.normal(code);
        try {
            Passphrases.refuseIfTooShort(fresh);
            VaultFolder place = new VaultFolder(folder);
            return entered(
                    place,
                    place::enter,
                    () -> {},
                    () -> {
                        VaultHeader header = VaultHeader.parse(place.readHeader());
                        VaultHeader.Secret by = VaultHeader.Secret.RECOVERY_CODE;
                        byte[] vaultKey = header.unlock(by, normal);
                        place.writeHeader(
                                header.withPassphrase(by, normal, fresh, settings).toBytes());
                        return opened(
                                place,
                                header.id(),
                                vaultKey,
                                clock,
                                AuditEvent.Kind.RECOVERY_CODE_USED);
                    });
        } finally {
            Arrays.fill(code, '\0');
            Arrays.fill(normal, '\0');
            Arrays.fill(fresh, '\0');
        }
    }

    static Vault opened(
            VaultFolder place,
            String id,
            byte[] vaultKey,
            WallClock clock,
            AuditEvent.Kind because) {
        VaultParts parts = VaultParts.of(place, id, vaultKey, clock);
        parts.makeReady(because);
        return new Vault(place, parts, clock);
    }

    /** Makes the vault of a folder once that is entered; gives the folder free if that fails. */
    static Vault entered(VaultFolder place, Runnable enter, Runnable undo, Supplier<Vault> make) {
        enter.run();
        boolean done = false;
        try {
            Vault vault = make.get();
            done = true;
            return vault;
        } finally {
            if (!done) {
                undo.run();
                place.leave();
            }
        }
    }
}
