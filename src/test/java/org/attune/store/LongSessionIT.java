package org.attune.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import org.attune.pipeline.Moment;
import org.attune.session.LaneId;
import org.attune.session.SessionId;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What an hour of two people weighs, and how long it takes to write, list, read and check it. */
@Tag("long")
final class LongSessionIT {
    @TempDir Path temp;

    @Test
    void anHourOfTwoPeopleIsSmallAndSoonRead() throws IOException, InterruptedException {
        Path folder = temp.resolve("v");
        try (Vault vault = Desk.create(folder)) {
            AtomicLong seconds = new AtomicLong();
            Duration written =
                    timed(
                            () -> {
                                try (SessionRecorder recorder =
                                        vault.record(
                                                Desk.session("s"),
                                                Desk.SETTINGS,
                                                Desk.bothPermits(),
                                                change -> {})) {
                                    while (seconds.get() < 3_600) {
                                        record(recorder, seconds.getAndIncrement());
                                    }
                                }
                            });
            Duration listed = timed(() -> assertThat(vault.archive().sessions()).hasSize(1));
            Duration read =
                    timed(
                            () ->
                                    assertThat(
                                                    vault.archive()
                                                            .read(new SessionId("s"))
                                                            .orElseThrow()
                                                            .moments())
                                            .hasSize(3_600 * 6));
            Duration checked = timed(() -> assertThat(vault.verify().findings()).isEmpty());
            long bytes = Files.size(folder.resolve("vault.db"));

            System.out.printf(
                    "an hour of two people: %d kB; written in %d ms, listed in %d ms, read in"
                            + " %d ms, checked in %d ms%n",
                    bytes / 1_000,
                    written.toMillis(),
                    listed.toMillis(),
                    read.toMillis(),
                    checked.toMillis());
            assertThat(bytes).isLessThan(12_000_000);
            assertThat(read).isLessThan(Duration.ofSeconds(10));
            assertThat(checked).isLessThan(Duration.ofSeconds(10));
        }
    }

    private static void record(SessionRecorder recorder, long number) throws InterruptedException {
        for (LaneId lane : new LaneId[] {LaneId.CLIENT, LaneId.PARTNER}) {
            for (Moment moment : Desk.second(lane, number)) {
                recorder.awaitRoom();
                recorder.happened(moment);
            }
        }
    }

    /** Something timed. */
    @FunctionalInterface
    private interface Step {
        void run() throws InterruptedException;
    }

    private static Duration timed(Step step) throws InterruptedException {
        long began = System.nanoTime();
        step.run();
        return Duration.ofNanos(System.nanoTime() - began);
    }
}
