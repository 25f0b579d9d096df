package org.attune.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A key that something else keeps as a second way into the vault. */
final class KeyringOpeningTest {
    private static final VaultSettings CHEAP = VaultSettings.MINIMUM;
    @TempDir Path temp;

    private Path aVault() {
        Path folder = temp.resolve("v");
        try (Vault vault = Desk.create(folder)) {
            vault.clients().add(Desk.ANNA);
        }
        return folder;
    }

    private static byte[] switchedOn(Path folder) {
        byte[] key = KeyringOpening.newKey();
        try (Vault vault = Desk.open(folder)) {
            vault.passphrases().letKeyringOpen(Desk.passphrase(), key.clone());
            assertThat(vault.passphrases().keyringOpens()).isTrue();
        }
        return key;
    }

    private static Optional<Vault> open(Path folder, byte[] key) {
        return KeyringOpening.open(folder, key.clone(), Desk.CLOCK);
    }

    private static void assertOpens(Path folder, byte[] key) {
        try (Vault vault = open(folder, key).orElseThrow()) {
            assertThat(vault.clients().codes()).containsExactly(Desk.ANNA);
        }
    }

    @Test
    void itIsOffUntilThePassphraseSwitchesItOn() {
        Path folder = aVault();
        byte[] key = KeyringOpening.newKey();
        assertThat(KeyringOpening.state(folder)).isEqualTo(KeyringOpening.State.OFF);
        assertThat(open(folder, key)).isEmpty();
        try (Vault vault = Desk.open(folder)) {
            assertThatThrownBy(
                            () ->
                                    vault.passphrases()
                                            .letKeyringOpen(
                                                    "not this one".toCharArray(), key.clone()))
                    .isInstanceOf(VaultException.class);
        }
        assertThat(open(folder, key)).isEmpty();

        assertOpens(folder, switchedOn(folder));
        Desk.open(folder).close();
    }

    @Test
    void onlyItsNewestKeyOpens() {
        Path folder = aVault();
        byte[] first = switchedOn(folder);
        byte[] second = switchedOn(folder);
        assertThat(open(folder, first)).isEmpty();
        assertThat(open(folder, new byte[0])).isEmpty();
        assertOpens(folder, second);
    }

    @Test
    void switchedOffItOpensNothingAndLeavesAHeaderAsBefore() throws IOException {
        Path folder = aVault();
        long before = Files.size(folder.resolve("vault.header"));
        byte[] key = switchedOn(folder);
        byte[] open = Files.readAllBytes(folder.resolve("vault.header"));
        try (Vault vault = open(folder, key).orElseThrow()) {
            vault.passphrases().letNoKeyringOpen();
            assertThat(vault.passphrases().keyringOpens()).isFalse();
            vault.passphrases().letNoKeyringOpen();
        }
        assertThat(Files.size(folder.resolve("vault.header"))).isEqualTo(before);
        assertThat(open(folder, key)).isEmpty();
        assertThat(open.length).isGreaterThan((int) before);
        Desk.open(folder).close();
    }

    @Test
    void aNewPassphraseEndsItAndSoDoesTheRecoveryCode() {
        Path folder = aVault();
        byte[] key = switchedOn(folder);
        char[] code;
        try (Vault vault = Desk.open(folder)) {
            code = vault.passphrases().makeRecoveryCode(Desk.passphrase(), CHEAP);
        }
        assertOpens(folder, key); // making a code does not
        try (Vault vault = Desk.open(folder)) {
            vault.passphrases().change(Desk.passphrase(), Desk.passphrase(), CHEAP);
        }
        assertThat(open(folder, key)).isEmpty();

        byte[] again = switchedOn(folder);
        Vault.recover(folder, code, Desk.passphrase(), CHEAP, Desk.CLOCK).close();
        assertThat(open(folder, again)).isEmpty();
        assertThat(KeyringOpening.state(folder)).isEqualTo(KeyringOpening.State.OFF);
    }

    @Test
    void afterALockThePassphraseIsNeededAlsoByAProgramStartedAnew() {
        Path folder = aVault();
        byte[] key = switchedOn(folder);
        Vault vault = open(folder, key).orElseThrow();
        vault.door().lock();
        assertThat(KeyringOpening.state(folder)).isEqualTo(KeyringOpening.State.LOCKED);
        vault.close();
        assertThat(open(folder, key)).as("started anew").isEmpty();
        assertThatThrownBy(() -> Vault.open(folder, "not this one".toCharArray(), Desk.CLOCK))
                .isInstanceOf(VaultException.class);
        assertThat(open(folder, key)).as("after a wrong guess").isEmpty();

        Desk.open(folder).close();
        assertOpens(folder, key);
        try (Vault again = open(folder, key).orElseThrow()) {
            again.door().lock();
            again.door().unlock(Desk.passphrase());
        }
        assertOpens(folder, key);
    }

    @Test
    void aBackupOpensByNoKeyring() {
        Path folder = aVault();
        byte[] key = switchedOn(folder);
        Path backup = temp.resolve("b.attune");
        try (Vault vault = Desk.open(folder)) {
            vault.backups().make(backup, Optional.empty(), 1);
        }
        Path restored = temp.resolve("restored");
        Restoring.restore(
                backup, restored, Desk.passphrase(), new char[0], Optional.empty(), Desk.CLOCK);
        assertThat(KeyringOpening.state(restored)).isEqualTo(KeyringOpening.State.OFF);
        assertThat(open(restored, key)).isEmpty();
        assertOpens(folder, key);
    }

    @Test
    void theAuditSaysWhenItWasSwitchedAndUsed() {
        Path folder = aVault();
        byte[] key = switchedOn(folder);
        try (Vault vault = open(folder, key).orElseThrow()) {
            vault.passphrases().letNoKeyringOpen();
            assertThat(vault.audit().entries())
                    .extracting(AuditEntry::kind)
                    .containsSubsequence(
                            AuditEvent.Kind.KEYRING_ON,
                            AuditEvent.Kind.KEYRING_USED,
                            AuditEvent.Kind.KEYRING_OFF);
            assertThat(vault.verify().findings()).isEmpty();
        }
        byte[] again = switchedOn(folder);
        try (Vault vault = open(folder, again).orElseThrow()) {
            vault.passphrases().change(Desk.passphrase(), Desk.passphrase(), CHEAP);
            assertThat(vault.audit().entries())
                    .last()
                    .extracting(AuditEntry::kind)
                    .isEqualTo(AuditEvent.Kind.KEYRING_OFF);
        }
    }

    /** Nothing of it can be changed, cut out or moved to another vault unnoticed. */
    @Test
    void everyByteOfTheHeaderCounts() throws IOException {
        Path folder = aVault();
        byte[] key = switchedOn(folder);
        byte[] header = Files.readAllBytes(folder.resolve("vault.header"));
        for (int at = 0; at < header.length; at++) {
            byte[] flipped = header.clone();
            flipped[at] ^= 1;
            Files.write(folder.resolve("vault.header"), flipped);
            try {
                assertThat(open(folder, key)).as("byte %d", at).isEmpty();
            } catch (VaultException refused) {
                assertThat(refused.line()).startsWith("the passphrase is wrong, or");
            }
        }
        byte[] without = new byte[header.length - KeyringSlot.BYTES];
        System.arraycopy(header, 0, without, 0, without.length - 32);
        System.arraycopy(header, header.length - 32, without, without.length - 32, 32);
        without[7] = '2';
        Files.write(folder.resolve("vault.header"), without);
        assertThatThrownBy(() -> Desk.open(folder))
                .isInstanceOf(VaultException.class)
                .hasMessageStartingWith("the passphrase is wrong, or");

        Path other = temp.resolve("other");
        Desk.create(other).close();
        byte[] ofOther = Files.readAllBytes(other.resolve("vault.header"));
        System.arraycopy(ofOther, 8, header, 8, 16); // the id
        Files.write(folder.resolve("vault.header"), header);
        assertThat(open(folder, key)).isEmpty();
    }
}
