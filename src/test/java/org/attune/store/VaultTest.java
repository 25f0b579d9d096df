package org.attune.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Random;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class VaultTest {
    @TempDir Path temp;

    @Test
    void aNewVaultOpensAgainWithItsPassphrase() {
        Path folder = temp.resolve("vault");
        assertThat(Vault.exists(folder)).isFalse();
        try (Vault vault = Desk.create(folder)) {
            vault.clients().add(Desk.ANNA);
            vault.clients().add(Desk.ANNA);
        }

        assertThat(Vault.exists(folder)).isTrue();
        try (Vault vault = Desk.open(folder)) {
            assertThat(vault.clients().codes()).containsExactly(Desk.ANNA);
            assertThat(vault.clients().contains(Desk.BEN)).isFalse();
            assertThat(vault.verify().findings()).isEmpty();
        }
    }

    @Test
    void anyPathTheUserChoosesWillDo() {
        Path folder = temp.resolve("Praxis Dr. Müller #1?mode=ro&x=50%20").resolve("deep");
        try (Vault vault = Desk.create(folder)) {
            vault.clients().add(Desk.ANNA);
        }
        try (Vault vault = Desk.open(folder)) {
            assertThat(vault.clients().contains(Desk.ANNA)).isTrue();
        }
        assertThat(Desk.files(folder))
                .extracting(path -> path.getFileName().toString())
                .contains("vault.db", "keys.db");
    }

    @Test
    void thePassphraseIsOverwrittenWhateverHappens() {
        char[] first = Desk.passphrase();
        Vault.create(temp.resolve("v"), first, VaultSettings.MINIMUM, Desk.CLOCK).close();
        char[] wrong = "not the passphrase".toCharArray();
        assertThatThrownBy(() -> Vault.open(temp.resolve("v"), wrong, Desk.CLOCK))
                .isInstanceOf(VaultException.class);
        char[] nowhere = "some passphrase".toCharArray();
        assertThatThrownBy(() -> Vault.open(temp.resolve("none"), nowhere, Desk.CLOCK))
                .isInstanceOf(VaultException.class)
                .hasMessageContaining("there is no vault");

        assertThat(first).containsOnly('\0');
        assertThat(wrong).containsOnly('\0');
        assertThat(nowhere).containsOnly('\0');
    }

    @Test
    void aWrongPassphraseAndADamagedHeaderSoundTheSame() throws IOException {
        Path folder = temp.resolve("vault");
        Desk.create(folder).close();
        String wrong = messageOf(() -> Vault.open(folder, "x".toCharArray(), Desk.CLOCK));
        assertThat(wrong).startsWith("the passphrase is wrong, or").doesNotContain("\n");

        Path header = folder.resolve("vault.header");
        byte[] sound = Files.readAllBytes(header);
        Random random = new Random(7);
        for (int i = 0; i < 12; i++) {
            byte[] damaged = sound.clone();
            int place = random.nextInt(damaged.length);
            damaged[place] ^= (byte) (1 << random.nextInt(8));
            Files.write(header, damaged);
            assertThat(messageOf(() -> Desk.open(folder))).as("byte %d", place).isEqualTo(wrong);
        }
        Files.write(header, new byte[] {1, 2, 3});
        assertThat(messageOf(() -> Desk.open(folder))).isEqualTo(wrong);
        Files.write(header, new byte[10_000]);
        assertThat(messageOf(() -> Desk.open(folder))).isEqualTo(wrong);

        Files.write(header, sound);
        Desk.open(folder).close();
    }

    @Test
    void aHeaderThatAsksForALotOfMemoryIsRefusedBeforeItGetsIt() throws IOException {
        Path folder = temp.resolve("vault");
        Desk.create(folder).close();
        Path header = folder.resolve("vault.header");
        byte[] bomb = Files.readAllBytes(header);
        // The memory cost stands after 8 bytes of magic, 16 of id and 1 that counts, big-endian.
        bomb[25] = 0x7f;
        Files.write(header, bomb);

        assertThat(messageOf(() -> Desk.open(folder))).startsWith("the passphrase is wrong, or");
        assertThatThrownBy(() -> new VaultSettings(1 << 30, 3, 4))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new VaultSettings(19_455, 2, 1))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void anotherPassphraseOpensTheSameVaultAndTheOldOneNoLonger() {
        Path folder = temp.resolve("vault");
        VaultSettings dearer = new VaultSettings(20_000, 3, 2);
        try (Vault vault = Desk.create(folder)) {
            vault.clients().add(Desk.ANNA);
            assertThatThrownBy(
                            () ->
                                    vault.passphrases()
                                            .change(
                                                    "wrong".toCharArray(),
                                                    "eight grey geese".toCharArray(),
                                                    dearer))
                    .isInstanceOf(VaultException.class);
            vault.passphrases().change(Desk.passphrase(), "eight grey geese".toCharArray(), dearer);
        }
        assertThat(messageOf(() -> Desk.open(folder))).startsWith("the passphrase is wrong, or");
        try (Vault vault = Vault.open(folder, "eight grey geese".toCharArray(), Desk.CLOCK)) {
            assertThat(vault.clients().codes()).containsExactly(Desk.ANNA);
        }
    }

    @Test
    void aClosedVaultAnswersNothing() {
        Vault vault = Desk.create(temp.resolve("vault"));
        ClientDirectory clients = vault.clients();
        SessionArchive archive = vault.archive();
        vault.close();
        vault.close();
        assertThatThrownBy(clients::codes).isInstanceOf(IllegalStateException.class);
        assertThatThrownBy(archive::list).isInstanceOf(IllegalStateException.class);
        assertThatThrownBy(vault::verify).isInstanceOf(IllegalStateException.class);
    }

    @Test
    void aLinkToTheVaultWillDo() throws IOException {
        Desk.create(temp.resolve("vault")).close();
        Path link = Files.createSymbolicLink(temp.resolve("link"), temp.resolve("vault"));
        Desk.open(link).close();
    }

    @Test
    void aSecondInstanceIsRefused() {
        Path folder = temp.resolve("vault");
        try (Vault first = Desk.create(folder)) {
            assertThat(messageOf(() -> Desk.open(folder))).contains("open in another Attune");
            assertThat(first.clients().codes()).isEmpty();
        }
        Desk.open(folder).close();
    }

    @Test
    void folderAndFilesAreTheOwnersAlone() throws IOException {
        Path folder = temp.resolve("vault");
        try (Vault vault = Desk.create(folder)) {
            SessionRecorder recorder =
                    vault.record(
                            Desk.session("s-1"),
                            "",
                            Desk.bothPermits(),
                            change -> {},
                            Desk.FAST,
                            order -> {});
            Desk.seconds(0, 5).forEach(recorder::happened);
            Desk.await(() -> Files.exists(folder.resolve("vault.db-wal")));
            assertThat(permissions(folder)).isEqualTo("rwx------");
            for (Path file : Desk.files(folder)) {
                assertThat(permissions(file)).as(file.toString()).isEqualTo("rw-------");
            }
            recorder.close();
        }
    }

    @Test
    void aVaultThatOthersCanReachIsRefused() throws IOException {
        Path folder = temp.resolve("vault");
        Desk.create(folder).close();

        Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwxr-x---"));
        assertThat(messageOf(() -> Desk.open(folder))).contains("chmod -R go-rwx");
        Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwx------"));
        Files.setPosixFilePermissions(
                folder.resolve("keys.db"), PosixFilePermissions.fromString("rw----r--"));
        assertThat(messageOf(() -> Desk.open(folder))).contains("keys.db").contains("chmod");
        Files.setPosixFilePermissions(
                folder.resolve("keys.db"), PosixFilePermissions.fromString("rw-------"));
        Desk.open(folder).close();
    }

    @Test
    void aFolderInUseIsNotMadeAVault() throws IOException {
        Path folder = Files.createDirectory(temp.resolve("home"));
        Path letter = Files.writeString(folder.resolve("letter.txt"), "dear");
        String before = permissions(folder);
        assertThat(messageOf(() -> Desk.create(folder))).contains("not empty");
        assertThat(permissions(folder)).isEqualTo(before);
        Files.delete(letter);

        Desk.create(folder).close();
        assertThat(permissions(folder)).isEqualTo("rwx------");
        assertThat(messageOf(() -> Desk.create(folder))).contains("a vault already");
        Desk.open(folder).close();
    }

    @Test
    void aShortPassphraseIsRefused() {
        assertThat(
                        messageOf(
                                () ->
                                        Vault.create(
                                                temp.resolve("v"),
                                                "1234567".toCharArray(),
                                                VaultSettings.MINIMUM,
                                                Desk.CLOCK)))
                .contains("too short");
        assertThat(temp.resolve("v")).doesNotExist();
    }

    @Test
    void aVaultOfANewerFormIsRefusedAndLeftAsItIs() throws SQLException {
        Path folder = temp.resolve("vault");
        Desk.create(folder).close();
        try (Connection connection =
                        DriverManager.getConnection("jdbc:sqlite:" + folder.resolve("vault.db"));
                Statement statement = connection.createStatement()) {
            statement.execute("PRAGMA user_version=9");
        }
        assertThat(messageOf(() -> Desk.open(folder))).contains("newer Attune");
        // The refusal must have given the vault free.
        assertThat(messageOf(() -> Desk.open(folder))).contains("newer Attune");
    }

    private static String permissions(Path path) throws IOException {
        return PosixFilePermissions.toString(Files.getPosixFilePermissions(path));
    }

    private static String messageOf(Supplier<Vault> action) {
        return catchThrowableOfType(VaultException.class, () -> action.get().close()).line();
    }
}
