package org.attune.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.attune.pipeline.Moment;
import org.attune.session.SessionId;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Promise 3: tears at a running vault's files as a power cut or a bad disk might. */
@Tag("long")
final class TornLogIT {
    private static final int TEARS = 400;
    @TempDir Path temp;
    private Path running;
    private final List<Moment> happened = Desk.seconds(0, 80);

    @BeforeEach
    void aCopyOfAVaultInTheMiddleOfASession() {
        running = temp.resolve("running");
        AtomicLong committed = new AtomicLong(-1);
        try (Vault vault = Desk.create(temp.resolve("v"));
                SessionRecorder recorder =
                        vault.record(
                                Desk.session("s-1"),
                                Desk.SETTINGS,
                                Desk.bothPermits(),
                                change -> {},
                                Desk.FAST,
                                committed::set)) {
            for (int i = 0; i < happened.size(); i += 6) {
                happened.subList(i, i + 6).forEach(recorder::happened);
                long last = i + 5L;
                Desk.await(() -> committed.get() >= last);
            }
            Desk.copy(temp.resolve("v"), running);
        }
    }

    @Test
    @Timeout(value = 600, unit = TimeUnit.SECONDS)
    void aTornLogGivesACleanBeginningOfTheSessionAndNeverAWrongValue() throws IOException {
        long seed = System.nanoTime();
        Random random = new Random(seed);
        byte[] log = Files.readAllBytes(running.resolve("vault.db-wal"));
        byte[] key = Keyless.key(running);
        assertThat(log.length).isGreaterThan(100_000);
        int shortened = 0;
        int whole = 0;
        for (int tear = 0; tear < TEARS; tear++) {
            String where = "seed " + seed + ", tear " + tear;
            Path copy = Desk.copy(running, temp.resolve("torn-" + tear));
            Files.write(copy.resolve("vault.db-wal"), torn(random, log, tear % 4));

            try (Keyless vault = Keyless.open(copy, key)) {
                assertThat(new Verification(vault.parts(), "").run(List.of()).sound())
                        .as(where)
                        .isTrue();
                List<Moment> moments = vault.moments("s-1");
                assertThat(moments).as(where).isEqualTo(happened.subList(0, moments.size()));
                shortened += moments.size() < happened.size() ? 1 : 0;
                whole += moments.size() == happened.size() ? 1 : 0;
            }
        }
        System.out.printf(
                "%d torn logs (seed %d): %d shortened, %d whole, 0 wrong%n",
                TEARS, seed, shortened, whole);
        assertThat(shortened).isGreaterThan(130);
        assertThat(whole).isGreaterThan(30);
    }

    private static byte[] torn(Random random, byte[] log, int way) {
        return switch (way) {
            case 0 -> Arrays.copyOf(log, random.nextInt(log.length));
            case 1 -> {
                byte[] flipped = log.clone();
                flipped[random.nextInt(log.length)] ^= (byte) (1 << random.nextInt(8));
                yield flipped;
            }
            case 2 -> {
                byte[] longer = Arrays.copyOf(log, log.length + 4_096);
                byte[] junk = new byte[4_096];
                random.nextBytes(junk);
                System.arraycopy(junk, 0, longer, log.length, junk.length);
                yield longer;
            }
            default -> {
                byte[] holed = log.clone();
                int from = random.nextInt(log.length);
                Arrays.fill(holed, from, Math.min(log.length, from + 4_096), (byte) 0);
                yield holed;
            }
        };
    }

    @Test
    @Timeout(value = 600, unit = TimeUnit.SECONDS)
    void damageAnywhereInTheFilesNeverYieldsAWrongValue() throws IOException {
        long seed = System.nanoTime();
        Random random = new Random(seed);
        int refused = 0;
        int read = 0;
        for (int hit = 0; hit < 60; hit++) {
            Path copy = Desk.copy(running, temp.resolve("hit-" + hit));
            Path file = copy.resolve(hit % 3 == 0 ? "keys.db" : "vault.db");
            byte[] bytes = Files.readAllBytes(file);
            for (int i = 0; i < 40; i++) {
                bytes[random.nextInt(bytes.length)] ^= (byte) (1 << random.nextInt(8));
            }
            Files.write(file, bytes);
            try (Vault vault = Desk.open(copy)) {
                VerifyReport report = vault.verify();
                assertThat(report.toLines()).noneMatch(line -> line.contains("\n"));
                List<Moment> moments =
                        vault.archive()
                                .read(new SessionId("s-1"))
                                .map(StoredSession::moments)
                                .orElse(List.of());
                if (!moments.isEmpty()) {
                    assertThat(happened)
                            .as("seed %d, hit %d", seed, hit)
                            .containsSubsequence(moments);
                }
                read++;
            } catch (VaultException e) {
                assertThat(e.line()).as("seed %d, hit %d", seed, hit).doesNotContain("\n");
                refused++;
            }
        }
        System.out.printf(
                "60 damaged files (seed %d): %d read in part or whole, %d refused, 0 wrong%n",
                seed, read, refused);
    }
}
