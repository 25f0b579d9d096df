package org.attune.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/**
 * Promise 21: killed (SIGKILL) while it brings an old vault up to date, or while it closes what
 * broke off, the program leaves a vault that the next start finishes, with nothing lost.
 */
@Tag("long")
final class MigrationKillIT {
    private static final List<String> GOLDEN =
            List.of("vault-form-1", "vault-form-2-broken", "vault-form-3");
    private static final int VAULTS = 60;
    private static final int KILLS = 6;
    @TempDir Path temp;

    @Test
    @Timeout(value = 300, unit = TimeUnit.SECONDS)
    void killedAnywhereItIsFinishedByTheNextStart() throws IOException, InterruptedException {
        long seed = System.nanoTime();
        Random random = new Random(seed);
        List<byte[]> keys = new ArrayList<>();
        for (String golden : GOLDEN) {
            keys.add(Keyless.key(GoldenVault.copy(golden, temp.resolve(golden))));
        }
        int caught = 0;
        for (int kill = 0; kill < KILLS; kill++) {
            Path folder = Files.createDirectory(temp.resolve("k-" + kill));
            for (int number = 0; number < VAULTS; number++) {
                GoldenVault.copy(
                        GOLDEN.get(number % GOLDEN.size()), folder.resolve(String.valueOf(number)));
            }
            int begun = killed(folder, keys, random);
            caught += begun >= 0 ? 1 : 0;
            // The one it died in, and its neighbours.
            for (int number = Math.max(0, begun - 1);
                    number <= Math.min(VAULTS - 1, begun + 1);
                    number++) {
                isWhole(
                        folder.resolve(String.valueOf(number)),
                        keys.get(number % GOLDEN.size()),
                        number % GOLDEN.size() > 0,
                        "seed " + seed + ", kill " + kill + ", vault " + number);
            }
        }
        System.out.printf("%d of %d kills in the middle (seed %d)%n", caught, KILLS, seed);
        assertThat(caught).isGreaterThanOrEqualTo(KILLS / 2);
    }

    private static void isWhole(Path folder, byte[] key, boolean broken, String where) {
        for (int start = 0; start < 2; start++) {
            try (Keyless vault = Keyless.open(folder, key)) {
                VerifyReport report = new Verification(vault.parts(), "").run(List.of());
                assertThat(report.sound()).as(where + ": " + report.toLines()).isTrue();
                assertThat(report.sessions()).as(where).isEqualTo(broken ? 2 : 1);
                if (broken) {
                    assertThat(vault.moments("s-broken")).as(where).isEqualTo(Desk.seconds(0, 10));
                    assertThat(vault.moments("s-closed")).as(where).isEqualTo(Desk.seconds(0, 30));
                }
            }
        }
    }

    /** Runs the program and kills it; which vault it had begun and not finished, -1 if none. */
    private static int killed(Path folder, List<byte[]> keys, Random random)
            throws IOException, InterruptedException {
        List<String> command =
                new ArrayList<>(
                        List.of(
                                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                                "-Xmx128m",
                                "-XX:+UseSerialGC",
                                "-XX:TieredStopAtLevel=1",
                                "-cp",
                                System.getProperty("java.class.path"),
                                KilledOpener.class.getName(),
                                folder.toString(),
                                String.valueOf(VAULTS)));
        keys.forEach(key -> command.add(HexFormat.of().formatHex(key)));
        Process process =
                new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.INHERIT).start();
        BufferedReader output =
                new BufferedReader(
                        new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
        List<String> said = new ArrayList<>();
        String until = "M " + (2 + random.nextInt(VAULTS / 2));
        for (String line = output.readLine(); line != null; line = output.readLine()) {
            said.add(line);
            if (line.equals(until)) {
                break;
            }
        }
        TimeUnit.MICROSECONDS.sleep(random.nextInt(20_000));
        boolean asked = process.toHandle().destroyForcibly();
        assertThat(asked).isTrue();
        output.lines().forEach(said::add);
        assertThat(process.waitFor()).isEqualTo(137);
        String last = said.get(said.size() - 1);
        return last.startsWith("M ") ? Integer.parseInt(last.substring(2)) : -1;
    }
}
