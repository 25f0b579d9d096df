package org.attune.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Whatever opens, locks, copies or brings back a vault stands in its audit, once each. */
final class AuditedAccessTest {
    private static final VaultSettings CHEAP = VaultSettings.MINIMUM;

    /** Said of every opening and closing. */
    private static final Set<AuditEvent.Kind> EVERY_TIME =
            EnumSet.of(
                    AuditEvent.Kind.VAULT_MADE,
                    AuditEvent.Kind.VAULT_OPENED,
                    AuditEvent.Kind.VAULT_CLOSED);

    @TempDir Path temp;

    private Path folder() {
        return temp.resolve("v");
    }

    private static char[] fresh() {
        return "nine brown bears".toCharArray();
    }

    @BeforeEach
    void aVault() {
        Desk.create(folder()).close();
    }

    private static List<AuditEvent.Kind> entered(Vault vault) {
        return vault.audit().entries().stream()
                .map(AuditEntry::kind)
                .filter(kind -> !EVERY_TIME.contains(kind))
                .toList();
    }

    @Test
    void aNewPassphraseIsEntered() {
        try (Vault vault = Desk.open(folder())) {
            vault.passphrases().change(Desk.passphrase(), fresh(), CHEAP);
            assertThat(entered(vault)).containsExactly(AuditEvent.Kind.PASSPHRASE_CHANGED);
        }
    }

    @Test
    void aRecoveryCodeIsEnteredWhenMadeUsedAndRemoved() {
        char[] code;
        try (Vault vault = Desk.open(folder())) {
            code = vault.passphrases().makeRecoveryCode(Desk.passphrase(), CHEAP);
        }
        try (Vault vault = Vault.recover(folder(), code, fresh(), CHEAP, Desk.CLOCK)) {
            vault.passphrases().removeRecoveryCode(fresh());
            assertThat(entered(vault))
                    .containsExactly(
                            AuditEvent.Kind.RECOVERY_CODE_MADE,
                            AuditEvent.Kind.RECOVERY_CODE_USED,
                            AuditEvent.Kind.RECOVERY_CODE_REMOVED);
        }
    }

    @Test
    void lockingAndUnlockingAreEnteredAndAWrongPassphraseUnlocksNothing() {
        try (Vault vault = Desk.open(folder())) {
            vault.door().lock();
            vault.door().lock();
            vault.door().unlock(Desk.passphrase());
            assertThat(entered(vault))
                    .containsExactly(AuditEvent.Kind.VAULT_LOCKED, AuditEvent.Kind.VAULT_UNLOCKED);
        }
    }

    @Test
    void aBackupIsEnteredInTheVaultAndTheRestoringInWhatWasRestored() throws IOException {
        Path file = Files.createDirectories(temp.resolve("b")).resolve("one");
        try (Vault vault = Desk.open(folder())) {
            Backup unused = vault.backups().make(file, Optional.empty(), 1);
            assertThat(entered(vault)).containsExactly(AuditEvent.Kind.BACKED_UP);
        }
        Path back = temp.resolve("back");
        Restored unused =
                Restoring.restore(
                        file,
                        back,
                        Desk.passphrase(),
                        new char[0],
                        Optional.of(folder()),
                        Desk.CLOCK);
        try (Vault vault = Desk.open(back)) {
            assertThat(entered(vault)).contains(AuditEvent.Kind.RESTORED);
        }
    }
}
