package org.attune.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Locale;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Promise 18, and the recovery code. */
final class PassphrasesTest {
    private static final VaultSettings CHEAP = VaultSettings.MINIMUM;
    @TempDir Path temp;

    private static char[] fresh() {
        return "nine brown bears".toCharArray();
    }

    private Path aVault() {
        Path folder = temp.resolve("v");
        try (Vault vault = Desk.create(folder)) {
            vault.clients().add(Desk.ANNA);
            assertThat(vault.passphrases().hasRecoveryCode()).isFalse();
        }
        return folder;
    }

    private char[] code(Path folder) {
        try (Vault vault = Desk.open(folder)) {
            return vault.passphrases().makeRecoveryCode(Desk.passphrase(), CHEAP);
        }
    }

    private static Vault recover(Path folder, char[] code) {
        return Vault.recover(folder, code.clone(), fresh(), CHEAP, Desk.CLOCK);
    }

    private static String refusal(Supplier<Vault> opening) {
        return catchThrowableOfType(VaultException.class, () -> opening.get().close()).line();
    }

    @Test
    void theRecoveryCodeOpensTheVaultAndGivesItANewPassphrase() {
        Path folder = aVault();
        char[] code = code(folder);
        assertThat(new String(code)).matches("([0-9A-HJKMNP-TV-Z]{4}-){7}[0-9A-HJKMNP-TV-Z]{4}");

        try (Vault vault = recover(folder, code)) {
            assertThat(vault.clients().codes()).containsExactly(Desk.ANNA);
        }

        assertThat(refusal(() -> Desk.open(folder))).startsWith("the passphrase is wrong, or");
        Vault.open(folder, fresh(), Desk.CLOCK).close();
        recover(folder, code).close();
    }

    @Test
    void howTheCodeIsTypedDoesNotMatter() {
        Path folder = aVault();
        String printed = new String(code(folder));
        String typed =
                printed.toLowerCase(Locale.ROOT)
                        .replace("-", "  ")
                        .replace('0', 'o')
                        .replace('1', 'l');
        recover(folder, typed.toCharArray()).close();
    }

    @Test
    void aWrongCodeAndNoCodeAtAllSoundTheSame() {
        Path folder = aVault();
        char[] guess = RecoveryCode.make();
        String without = refusal(() -> recover(folder, guess));
        char[] code = code(folder);
        String with = refusal(() -> recover(folder, guess));
        char[] almost = code.clone();
        almost[0] = almost[0] == 'A' ? 'B' : 'A';

        assertThat(with).isEqualTo(without).startsWith("the recovery code is wrong, or");
        assertThat(refusal(() -> recover(folder, almost))).isEqualTo(with);
        assertThat(refusal(() -> recover(folder, Desk.passphrase()))).isEqualTo(with);
        assertThat(refusal(() -> Vault.open(folder, code, Desk.CLOCK)))
                .startsWith("the passphrase is wrong, or");
        Desk.open(folder).close();
    }

    @Test
    void aNewCodeEndsTheOldOneAndARemovedOneOpensNothing() {
        Path folder = aVault();
        char[] first = code(folder);
        char[] second = code(folder);
        assertThat(refusal(() -> recover(folder, first))).startsWith("the recovery code is wrong");
        try (Vault vault = Desk.open(folder)) {
            assertThat(vault.passphrases().hasRecoveryCode()).isTrue();
            assertThatThrownBy(() -> vault.passphrases().removeRecoveryCode(fresh()))
                    .isInstanceOf(VaultException.class);
            vault.passphrases().removeRecoveryCode(Desk.passphrase());
            assertThat(vault.passphrases().hasRecoveryCode()).isFalse();
        }
        assertThat(refusal(() -> recover(folder, second))).startsWith("the recovery code is wrong");
    }

    @Test
    void aChangedPassphraseLeavesTheCodeValid() {
        Path folder = aVault();
        char[] code = code(folder);
        try (Vault vault = Desk.open(folder)) {
            vault.passphrases().change(Desk.passphrase(), fresh(), CHEAP);
        }
        recover(folder, code).close();
    }

    @Test
    void secretsAreOverwrittenWhateverHappens() {
        Path folder = aVault();
        char[] code = RecoveryCode.make();
        char[] next = fresh();
        assertThatThrownBy(() -> Vault.recover(folder, code, next, CHEAP, Desk.CLOCK))
                .isInstanceOf(VaultException.class);
        assertThat(code).containsOnly('\0');
        assertThat(next).containsOnly('\0');
        try (Vault vault = Desk.open(folder)) {
            char[] wrong = fresh();
            assertThatThrownBy(() -> vault.passphrases().makeRecoveryCode(wrong, CHEAP))
                    .isInstanceOf(VaultException.class);
            assertThat(wrong).containsOnly('\0');
        }
    }

    @Test
    void aHeaderIsRefusedInTheSameWordsWhateverWasDoneToIt() throws IOException {
        Path folder = aVault();
        Path file = folder.resolve("vault.header");
        byte[] without = Files.readAllBytes(file);
        code(folder);
        byte[] sound = Files.readAllBytes(file);
        String wrong = refusal(() -> Vault.open(folder, fresh(), Desk.CLOCK));

        // Cheaper derivation, though allowed by itself.
        byte[] cheaper = sound.clone();
        cheaper[8 + 16 + 1 + 3] ^= 1;
        // The recovery code taken out by hand.
        byte[] cut = Arrays.copyOf(sound, without.length);
        cut[8 + 16] = 1;
        // Another vault's code put in.
        byte[] foreign = sound.clone();
        System.arraycopy(sound, 8 + 16 + 1, foreign, 8 + 16 + 1 + KeySlot.BYTES, KeySlot.BYTES);
        // Made to look like the first form.
        byte[] older = Arrays.copyOf(sound, 8 + 16 + KeySlot.BYTES);
        older[7] = '1';
        System.arraycopy(sound, 8 + 16 + 1, older, 8 + 16, KeySlot.BYTES);
        byte[] newer = sound.clone();
        newer[7] = '3';
        for (byte[] bad : new byte[][] {cheaper, cut, foreign, older, newer}) {
            Files.write(file, bad);
            assertThat(refusal(() -> Desk.open(folder))).isEqualTo(wrong);
        }
        Files.write(file, sound);
        Desk.open(folder).close();
    }

    @Test
    void aHeaderOfTheFirstFormOpensAndGetsTheSecondWhenItChanges() throws IOException {
        Path folder = temp.resolve("old");
        GoldenVault.copy(1, folder);
        Path file = folder.resolve("vault.header");
        byte[] before = Files.readAllBytes(file);
        Desk.open(folder).close();
        assertThat(Files.readAllBytes(file)).isEqualTo(before);
        assertThat(VaultHeader.parse(before).form()).isEqualTo(1);

        char[] code = code(folder);

        assertThat(VaultHeader.parse(Files.readAllBytes(file)).form()).isEqualTo(2);
        Desk.open(folder).close();
        recover(folder, code).close();
    }
}
