package org.attune.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import org.attune.pipeline.Moment;
import org.attune.session.SessionId;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/**
 * Promises 1 and 2: kills the recording program (SIGKILL) at random instants and looks at what is
 * left.
 */
@Tag("long")
final class VaultKillIT {
    /** Asked for with {@code -Dattune.vault.kills=200}; fewer by default, for the time's sake. */
    private static final int KILLS = Integer.getInteger("attune.vault.kills", 25);

    private static final int PER_STEP = 6;
    @TempDir Path temp;

    /** What a killed program had said. */
    private record Said(long acknowledged, long handedOver) {}

    @Test
    @Timeout(value = 600, unit = TimeUnit.SECONDS)
    void whateverTheInstantTheVaultOpensAndEveryAcknowledgedMomentIsThere()
            throws IOException, InterruptedException {
        long seed = System.nanoTime();
        Random random = new Random(seed);
        Path folder = temp.resolve("v");
        Desk.create(folder).close();
        long acknowledged = 0;
        long stored = 0;
        int begun = 0;
        for (int kill = 0; kill < KILLS; kill++) {
            String id = "s-" + kill;
            Process process = start(folder, id, "fast");
            BufferedReader output = output(process);
            List<String> lines = new ArrayList<>();
            // One in five dies while it is still opening the vault or beginning.
            if (kill % 5 == 0) {
                Thread.sleep(200 + random.nextInt(800));
            } else {
                readUntil(output, lines, "A");
                Thread.sleep(random.nextInt(250));
            }
            Said said = kill(process, output, lines);

            String where = "seed " + seed + ", kill " + kill + ", said " + said;
            try (Vault vault = Desk.open(folder)) {
                VerifyReport report = vault.verify();
                assertThat(report.findings())
                        .as(where)
                        .allMatch(finding -> finding.kind() == VerifyReport.Kind.NOTE);
                List<Moment> moments = moments(vault, id);
                assertThat((long) moments.size()).as(where).isGreaterThan(said.acknowledged());
                assertThat(moments).as(where).isEqualTo(expected(moments.size()));
                acknowledged += said.acknowledged() + 1;
                stored += moments.size();
                begun += moments.isEmpty() ? 0 : 1;
            }
        }
        System.out.printf(
                "%d kills (seed %d): %d recordings begun, %d moments acknowledged, %d stored,"
                        + " 0 lost%n",
                KILLS, seed, begun, acknowledged, stored);
        assertThat(begun).isGreaterThanOrEqualTo(KILLS * 4 / 5);
    }

    @Test
    @Timeout(value = 300, unit = TimeUnit.SECONDS)
    void atTheRealPaceAtMostAboutASecondIsMissing() throws IOException, InterruptedException {
        long seed = System.nanoTime();
        Random random = new Random(seed);
        for (int kill = 0; kill < 3; kill++) {
            Path folder = temp.resolve("v" + kill);
            Desk.create(folder).close();
            Process process = start(folder, "s", "real");
            BufferedReader output = output(process);
            List<String> lines = new ArrayList<>();
            readUntil(output, lines, "R");
            Thread.sleep(1_500 + random.nextInt(2_500));
            Said said = kill(process, output, lines);

            try (Vault vault = Desk.open(folder)) {
                assertThat(vault.verify().sound()).isTrue();
                int stored = moments(vault, "s").size();
                long missing = (said.handedOver() + 1 - stored) / PER_STEP;
                long missingMillis = missing * KilledRecorder.STEP.toMillis();
                System.out.printf(
                        "real pace, kill %d (seed %d): %d ms missing%n", kill, seed, missingMillis);
                assertThat((long) stored).as("seed %d", seed).isGreaterThan(said.acknowledged());
                // A second between commits, and what a busy disk takes for one.
                assertThat(missingMillis).as("seed %d", seed).isLessThanOrEqualTo(1_500);
            }
        }
    }

    private static List<Moment> moments(Vault vault, String id) {
        Optional<StoredSession> stored = vault.archive().read(new SessionId(id));
        stored.ifPresent(
                found -> {
                    assertThat(found.entry().state()).isEqualTo(SessionEntry.State.RECOVERED);
                    assertThat(found.entry().incomplete()).isFalse();
                    assertThat(found.settingsText()).isEqualTo(Desk.SETTINGS);
                });
        return stored.map(StoredSession::moments).orElse(List.of());
    }

    private static List<Moment> expected(int count) {
        return Desk.seconds(0, count / PER_STEP + 1).subList(0, count);
    }

    private static Process start(Path folder, String session, String pace) throws IOException {
        return new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xmx256m",
                        "-XX:+UseSerialGC",
                        "-XX:TieredStopAtLevel=1",
                        "-cp",
                        System.getProperty("java.class.path"),
                        KilledRecorder.class.getName(),
                        folder.toString(),
                        session,
                        pace)
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
    }

    private static BufferedReader output(Process process) {
        return new BufferedReader(
                new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
    }

    private static void readUntil(BufferedReader output, List<String> lines, String prefix)
            throws IOException {
        String line = output.readLine();
        while (line != null) {
            lines.add(line);
            if (line.startsWith(prefix)) {
                return;
            }
            line = output.readLine();
        }
        throw new AssertionError("the program ended by itself: " + lines);
    }

    private static Said kill(Process process, BufferedReader output, List<String> lines)
            throws IOException, InterruptedException {
        // Through its handle: Process.destroyForcibly would close the pipe as well.
        boolean asked = process.toHandle().destroyForcibly();
        assertThat(asked).isTrue();
        // What it wrote before it died still lies in the pipe.
        output.lines().forEach(lines::add);
        int status = process.waitFor();
        assertThat(status).as("killed by SIGKILL, not ended by itself").isEqualTo(137);
        assertThat(lines).noneMatch(line -> line.startsWith("!"));
        return new Said(last(lines, "A "), last(lines, "S "));
    }

    private static long last(List<String> lines, String prefix) {
        long last = -1;
        for (String line : lines) {
            // The very last line may be torn as well; a torn number would only be smaller.
            if (line.startsWith(prefix) && line.length() > prefix.length()) {
                last = Math.max(last, Long.parseLong(line.substring(prefix.length())));
            }
        }
        return last;
    }
}
