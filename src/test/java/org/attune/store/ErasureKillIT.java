package org.attune.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import org.attune.pipeline.Moment;
import org.attune.session.LaneId;
import org.attune.session.SessionId;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Kills the erasing program (SIGKILL) at random instants: a thing is whole or gone, never half. */
@Tag("long")
final class ErasureKillIT {
    private static final int KILLS = 8;
    private static final int SESSIONS = 60;
    @TempDir Path temp;

    @Test
    void whateverTheInstantWhatWasErasedStaysErasedAndTheRestIsWhole()
            throws IOException, InterruptedException {
        long seed = System.nanoTime();
        Random random = new Random(seed);
        Path folder = temp.resolve("v");
        record(folder);
        int next = 0;
        int interrupted = 0;
        for (int kill = 0; kill < KILLS && next < SESSIONS; kill++) {
            int said = eraseUntilKilled(folder, next, kill % 3, random);
            String where = "seed " + seed + ", kill " + kill + ", said " + said;
            try (Vault vault = Desk.open(folder)) {
                assertThat(vault.verify().sound()).as(where).isTrue();
                for (int number = next; number <= said; number++) {
                    assertThat(isErased(vault, number)).as("%s: %d", where, number).isTrue();
                }
                boolean another = said + 1 < SESSIONS && isErased(vault, said + 1);
                if (said + 2 < SESSIONS) {
                    assertThat(isErased(vault, said + 2)).as(where).isFalse();
                }
                interrupted += another ? 1 : 0;
                // Once more, from the beginning: what was begun is finished, what is done is done.
                if (said + 1 < SESSIONS) {
                    KilledEraser.erase(vault.erasures(), said + 1);
                    assertThat(isErased(vault, said + 1)).as(where).isTrue();
                }
                assertThat(vault.verify().sound()).as(where).isTrue();
            }
            next = said + 2;
        }
        System.out.printf(
                "%d kills of an erasing program (seed %d): %d things erased, %d in the act%n",
                KILLS, seed, next, interrupted);
        assertThat(next).as("it came to erase something").isGreaterThanOrEqualTo(KILLS + 7);
    }

    private static void record(Path folder) {
        try (Vault vault = Desk.create(folder)) {
            vault.consents().append(Desk.given(Desk.ANNA, null));
            vault.consents().append(Desk.given(Desk.BEN, null));
            for (int number = 0; number < SESSIONS; number++) {
                try (SessionRecorder recorder =
                        vault.record(
                                Desk.session("s-" + number),
                                "",
                                Desk.bothPermits(),
                                change -> {},
                                Desk.FAST,
                                order -> {})) {
                    Desk.seconds(0, 12).forEach(recorder::happened);
                }
            }
        }
    }

    /** Whether a session is as it was or as it must be after its step; anything else fails. */
    private static boolean isErased(Vault vault, int number) {
        Optional<StoredSession> stored = vault.archive().read(new SessionId("s-" + number));
        if (stored.isEmpty()) {
            assertThat(KilledEraser.Step.of(number)).isEqualTo(KilledEraser.Step.SESSION);
            return true;
        }
        if (stored.get().moments().equals(Desk.seconds(0, 12))) {
            return false;
        }
        Set<Double> annas = new HashSet<>();
        for (Moment moment : stored.get().moments()) {
            if (moment instanceof Moment.Heard heard && heard.lane().equals(LaneId.CLIENT)) {
                annas.add(heard.at().toSeconds());
            }
        }
        if (KilledEraser.Step.of(number) == KilledEraser.Step.LANE) {
            assertThat(annas).isEmpty();
        } else {
            assertThat(KilledEraser.Step.of(number)).isEqualTo(KilledEraser.Step.SPAN);
            assertThat(annas).containsExactlyInAnyOrder(0.0, 1.0, 2.0, 3.0, 11.0);
        }
        return true;
    }

    /**
     * Lets it erase so many things and then for some instant more. The number of the last thing it
     * said it had erased.
     */
    private static int eraseUntilKilled(Path folder, int from, int steps, Random random)
            throws IOException, InterruptedException {
        Process process =
                new ProcessBuilder(
                                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                                "-XX:+UseSerialGC",
                                "-XX:TieredStopAtLevel=1",
                                "-cp",
                                System.getProperty("java.class.path"),
                                KilledEraser.class.getName(),
                                folder.toString(),
                                String.valueOf(from),
                                String.valueOf(SESSIONS))
                        .redirectError(ProcessBuilder.Redirect.INHERIT)
                        .start();
        BufferedReader output =
                new BufferedReader(
                        new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
        String line = output.readLine();
        assertThat(line).isEqualTo("R");
        int last = from - 1;
        for (int step = 0; step < steps; step++) {
            assertThat(output.readLine()).isEqualTo("E " + (from + step));
            last = from + step;
        }
        Thread.sleep(random.nextInt(150));
        boolean asked = process.toHandle().destroyForcibly();
        assertThat(asked).isTrue();
        for (String each : output.lines().toList()) {
            if (each.startsWith("E ") && each.length() > 2) {
                last = Math.max(last, Integer.parseInt(each.substring(2)));
            }
        }
        int unused = process.waitFor();
        return last;
    }
}
