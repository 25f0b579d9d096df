package org.attune.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.attune.pipeline.Moment;
import org.attune.session.LaneId;
import org.attune.session.SessionId;
import org.attune.time.SessionTime;
import org.attune.time.WallClock;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Promises 20 and, where backups are concerned, 17. */
final class BackupTest {
    private static final Optional<String> NOBODY = Optional.empty();
    @TempDir Path temp;
    private Path folder;
    private Path backups;
    private Instant now = Desk.TEN_O_CLOCK;

    @BeforeEach
    void aVaultWithASessionOfTwo() throws IOException {
        folder = temp.resolve("v");
        backups = Files.createDirectory(temp.resolve("backups"));
        try (Vault vault = Desk.create(folder)) {
            vault.consents().append(Desk.given(Desk.ANNA, null));
            vault.consents().append(Desk.given(Desk.BEN, null));
            record(vault, "s-1");
        }
    }

    private static void record(Vault vault, String id) {
        Desk.recordCouple(vault, id, Desk.SETTINGS, 20);
    }

    private Vault open() {
        WallClock clock = () -> now;
        return Vault.open(folder, Desk.passphrase(), clock);
    }

    private Path backUp() {
        try (Vault vault = open()) {
            return vault.backups().make(backups, NOBODY, 7).file();
        }
    }

    private static Restored restore(Path file, Path to, Optional<Path> present) {
        return Restoring.restore(file, to, Desk.passphrase(), new char[0], present, Desk.CLOCK);
    }

    @Test
    void aBackupRestoredHoldsCountsHashesAndChainsAsTheyWere() throws IOException {
        Backup backup;
        Tally data;
        Tally keys;
        try (Vault vault = open()) {
            backup = vault.backups().make(backups, NOBODY, 7);
        }
        data = butAudit(folder);
        keys = Tally.of(VaultParts.keys(folder.resolve("keys.db")));
        assertThat(backup.report().sound()).isTrue();
        assertThat(backup.rows()).isGreaterThan(data.rows() + keys.rows());
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(backup.file())))
                .isEqualTo("rw-------");
        assertThat(Desk.files(backups)).containsExactly(backup.file());
        assertThat(Desk.files(folder))
                .noneMatch(path -> path.getFileName().toString().startsWith("passing"));

        Path fresh = temp.resolve("restored");
        Restored restored = restore(backup.file(), fresh, NOBODY.map(Path::of));

        assertThat(restored.madeAt()).isEqualTo(Desk.TEN_O_CLOCK);
        assertThat(restored.report().sound()).isTrue();
        assertThat(restored.ledgers()).isEmpty();
        assertThat(butAudit(fresh)).isEqualTo(data);
        assertThat(data.rows()).isGreaterThanOrEqualTo(8);
        assertThat(Tally.of(VaultParts.keys(fresh.resolve("keys.db")))).isEqualTo(keys);
        try (Vault vault = Desk.open(fresh)) {
            assertThat(vault.archive().read(new SessionId("s-1")).orElseThrow().moments())
                    .isEqualTo(Desk.seconds(0, 20));
            assertThat(vault.verify().findings()).isEmpty();
        }
    }

    /** The audit goes on, so that it differs. */
    private static Tally butAudit(Path vault) {
        return new Tally(
                Tally.of(VaultParts.data(vault.resolve("vault.db"))).tables().stream()
                        .filter(table -> !table.name().startsWith("audit"))
                        .toList());
    }

    @Test
    void aDamagedBackupIsRefusedWhereverItWasHitAndLeavesNoVault() throws IOException {
        Path backup = backUp();
        byte[] sound = Files.readAllBytes(backup);
        long seed = 20261126;
        Random random = new Random(seed);
        for (int hit = 0; hit < 40; hit++) {
            byte[] damaged = sound.clone();
            int place = hit < 12 ? hit : random.nextInt(sound.length);
            if (hit % 4 == 3) {
                damaged = Arrays.copyOf(sound, place);
            } else {
                damaged[place] ^= (byte) (1 << random.nextInt(8));
            }
            Path file = Files.write(temp.resolve("damaged"), damaged);
            Path to = temp.resolve("r-" + hit);
            assertThatThrownBy(() -> restore(file, to, Optional.empty()))
                    .as("place %d, seed %d", place, seed)
                    .isInstanceOf(VaultException.class)
                    .message()
                    .doesNotContain("\n");
            assertThat(Vault.exists(to)).isFalse();
        }
    }

    @Test
    void chunksOfABackupCannotBeSwappedOrTakenOut() throws IOException {
        byte[] key = Seal.randomBytes(32);
        java.io.ByteArrayOutputStream out = new java.io.ByteArrayOutputStream();
        byte[] plain = new byte[3 * BackupStream.CHUNK];
        new Random(3).nextBytes(plain);
        try (BackupStream.Out body = new BackupStream.Out(out, key.clone(), "v")) {
            body.write(plain);
        }
        byte[] sealed = out.toByteArray();
        int piece = 4 + BackupStream.CHUNK + 16;
        assertThat(read(sealed, key)).isEqualTo(plain);

        byte[] swapped = sealed.clone();
        System.arraycopy(sealed, piece, swapped, 0, piece);
        System.arraycopy(sealed, 0, swapped, piece, piece);
        byte[] shorter = Arrays.copyOf(sealed, 2 * piece);
        byte[] longer = Arrays.copyOf(sealed, sealed.length + 1);
        for (byte[] bad : List.of(swapped, shorter, longer)) {
            assertThatThrownBy(() -> read(bad, key))
                    .isInstanceOf(VaultException.class)
                    .hasMessageContaining("damaged or incomplete");
        }
    }

    private static byte[] read(byte[] sealed, byte[] key) throws IOException {
        try (InputStream in =
                new BackupStream.In(new ByteArrayInputStream(sealed), key.clone(), "v")) {
            return in.readAllBytes();
        }
    }

    @Test
    void aWrongPassphraseOpensNoBackup() {
        Path backup = backUp();
        assertThatThrownBy(
                        () ->
                                Restoring.restore(
                                        backup,
                                        temp.resolve("r"),
                                        "not the passphrase".toCharArray(),
                                        new char[0],
                                        Optional.empty(),
                                        Desk.CLOCK))
                .isInstanceOf(VaultException.class)
                .hasMessageStartingWith("the passphrase is wrong, or");
        assertThat(temp.resolve("r")).doesNotExist();
    }

    @Test
    void whoWasErasedAfterTheBackupStaysErasedInWhatIsRestored() throws IOException {
        Path backup = backUp();
        try (Vault vault = open()) {
            assertThat(vault.erasures().client(Desk.ANNA)).isTrue();
        }
        Path fresh = temp.resolve("restored");

        Restored restored = restore(backup, fresh, Optional.of(folder));

        assertThat(restored.ledgers()).containsExactly(folder.toString());
        assertThat(restored.erased()).isEqualTo(1);
        try (Vault vault = Desk.open(fresh)) {
            assertThat(vault.clients().codes()).containsExactly(Desk.BEN);
            assertThat(vault.archive().read(new SessionId("s-1")).orElseThrow().moments())
                    .hasSize(60);
            assertThat(vault.verify().findings()).isEmpty();
            assertThat(vault.erasures().client(Desk.ANNA)).isFalse();
        }
    }

    @Test
    void aSpanErasedAfterTheBackupStaysErasedInWhatIsRestored() {
        Path backup = backUp();
        SessionId id = new SessionId("s-1");
        Span span = new Span(SessionTime.ofSeconds(5), SessionTime.ofSeconds(9));
        List<Moment> left;
        try (Vault vault = open()) {
            assertThat(vault.erasures().span(id, LaneId.CLIENT, span)).isPositive();
            left = vault.archive().read(id).orElseThrow().moments();
        }
        now = Desk.TEN_O_CLOCK.plusSeconds(60);
        Path newer = backUp();

        for (Optional<Path> there : List.of(Optional.of(folder), Optional.<Path>empty())) {
            Path fresh = temp.resolve("restored-" + there.isPresent());
            Restored restored = restore(backup, fresh, there);
            assertThat(restored.erased()).isEqualTo(1);
            assertThat(restored.ledgers()).contains(newer.toString());
            try (Vault vault = Desk.open(fresh)) {
                assertThat(vault.archive().read(id).orElseThrow().moments())
                        .isEqualTo(left)
                        .hasSizeLessThan(120);
                assertThat(vault.verify().sound()).isTrue();
            }
        }
    }

    @Test
    void aNewerBackupBesideItKnowsWhatWasErasedSince() {
        Path backup = backUp();
        try (Vault vault = open()) {
            assertThat(vault.erasures().session(new SessionId("s-1"))).isTrue();
        }
        now = Desk.TEN_O_CLOCK.plusSeconds(60);
        Path newer = backUp();

        Restored restored = restore(backup, temp.resolve("restored"), Optional.empty());

        assertThat(restored.ledgers()).containsExactly(newer.toString());
        assertThat(restored.erased()).isEqualTo(2);
        try (Vault vault = Desk.open(temp.resolve("restored"))) {
            assertThat(vault.archive().sessions()).isEmpty();
            assertThat(vault.verify().findings()).isEmpty();
        }
    }

    @Test
    void withTheBackupAloneNobodyKnowsWhatWasErasedAndItSaysSo() throws IOException {
        Path backup = backUp();
        Path alone = Files.createDirectory(temp.resolve("stick")).resolve("b");
        Files.copy(backup, alone);
        try (Vault vault = open()) {
            assertThat(vault.erasures().client(Desk.ANNA)).isTrue();
        }

        Restored restored = restore(alone, temp.resolve("restored"), Optional.empty());

        assertThat(restored.ledgers()).isEmpty();
        try (Vault vault = Desk.open(temp.resolve("restored"))) {
            assertThat(vault.clients().codes()).contains(Desk.ANNA);
        }
    }

    @Test
    void theLedgerOfAnotherVaultIsRefused() {
        Path backup = backUp();
        Desk.create(temp.resolve("other")).close();
        assertThatThrownBy(
                        () ->
                                restore(
                                        backup,
                                        temp.resolve("r"),
                                        Optional.of(temp.resolve("other"))))
                .isInstanceOf(VaultException.class)
                .hasMessageContaining("not of the vault in");
        assertThat(Vault.exists(temp.resolve("r"))).isFalse();
    }

    @Test
    void soManyGenerationsAreKeptAndAStrangersFileStays() throws IOException {
        Path stranger = Files.writeString(backups.resolve("attune-letter.txt"), "dear");
        for (int day = 0; day < 4; day++) {
            now = Desk.TEN_O_CLOCK.plusSeconds(86_400L * day);
            try (Vault vault = open()) {
                Backup made = vault.backups().make(backups, NOBODY, 2);
                assertThat(made.removed()).hasSize(day < 2 ? 0 : 1);
            }
        }
        assertThat(Desk.files(backups)).hasSize(3).contains(stranger);
    }

    @Test
    void aBackupSealedToAnAgeKeyOpensWithItsIdentityOnly() {
        AgeSeal.Identity practice = new AgeSeal.Identity();
        Path file = backups.resolve("sealed.age");
        try (Vault vault = open()) {
            vault.backups().make(file, Optional.of(practice.recipient()), 7);
        }
        assertThat(Desk.filesHolding(backups, "ATTUNEB1".getBytes(StandardCharsets.US_ASCII)))
                .isEmpty();

        assertThatThrownBy(() -> restore(file, temp.resolve("r"), Optional.empty()))
                .isInstanceOf(VaultException.class)
                .hasMessageContaining("--identity");
        assertThatThrownBy(
                        () ->
                                Restoring.restore(
                                        file,
                                        temp.resolve("r"),
                                        Desk.passphrase(),
                                        new AgeSeal.Identity().secret(),
                                        Optional.empty(),
                                        Desk.CLOCK))
                .isInstanceOf(VaultException.class)
                .hasMessageContaining("does not open this backup");
        Restored restored =
                Restoring.restore(
                        file,
                        temp.resolve("r"),
                        Desk.passphrase(),
                        practice.secret(),
                        Optional.empty(),
                        Desk.CLOCK);
        assertThat(restored.report().sound()).isTrue();
        assertThat(restored.report().sessions()).isEqualTo(1);
    }

    @Test
    void noBackupIsMadeUnderneathARecordingNorOverAnotherFile() throws IOException {
        Path taken = Files.writeString(temp.resolve("letter"), "dear");
        try (Vault vault = open()) {
            assertThatThrownBy(() -> vault.backups().make(taken, NOBODY, 7))
                    .hasMessageContaining("a file already");
            assertThatThrownBy(
                            () -> vault.backups().make(temp.resolve("b"), Optional.of("age1x"), 7))
                    .isInstanceOf(VaultException.class)
                    .hasMessageContaining("not an age recipient");
            try (SessionRecorder recorder =
                    vault.record(Desk.session("s-2"), "", Desk.annasPermit(), change -> {})) {
                assertThat(recorder.session().value()).isEqualTo("s-2");
                assertThatThrownBy(() -> vault.backups().make(backups, NOBODY, 7))
                        .isInstanceOf(VaultException.class)
                        .hasMessageContaining("end it, then back up");
            }
        }
        assertThat(Files.readString(taken)).isEqualTo("dear");
        assertThat(Desk.files(backups)).isEmpty();
    }

    @Test
    void theBackupOfADamagedVaultSaysSoAndRemovesNoOlderOne() throws Exception {
        backUp();
        Intruder.run(
                folder,
                "UPDATE part SET sealed = zeroblob(100) WHERE lane = 0 AND seq = (SELECT MIN(seq)"
                        + " FROM part WHERE lane = 0)");
        now = Desk.TEN_O_CLOCK.plusSeconds(60);
        try (Vault vault = open()) {
            Backup backup = vault.backups().make(backups, NOBODY, 1);
            assertThat(backup.report().sound()).isFalse();
            assertThat(backup.removed()).isEmpty();
        }
        assertThat(Desk.files(backups)).hasSize(2);
    }
}
