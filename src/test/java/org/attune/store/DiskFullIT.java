package org.attune.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.attune.pipeline.Moment;
import org.attune.session.SessionId;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/**
 * Promise 6, on a real disk of a few megabytes: one in memory, mounted for the test. Where nothing
 * may be mounted it is skipped with a line; there, {@code SessionRecorderTest} holds the same with
 * a disk that takes nothing because another program holds the vault.
 */
@Tag("long")
final class DiskFullIT {
    private static final int TEN_MINUTES = 600;
    @TempDir Path temp;
    private Path disk;

    @BeforeEach
    void aSmallDisk() throws IOException, InterruptedException {
        disk = Files.createDirectory(temp.resolve("disk"));
        assumeTrue(
                run("mount", "-t", "tmpfs", "-o", "size=6m,mode=0700", "tmpfs", disk.toString()),
                "skipped: a disk cannot be mounted here (needs root)");
    }

    @AfterEach
    void unmount() throws IOException, InterruptedException {
        boolean unused = run("umount", disk.toString());
    }

    private static boolean run(String... command) throws IOException, InterruptedException {
        try {
            Process process =
                    new ProcessBuilder(command)
                            .redirectErrorStream(true)
                            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                            .start();
            return process.waitFor() == 0;
        } catch (IOException noSuchProgram) {
            return false;
        }
    }

    private void fill() throws IOException {
        byte[] block = new byte[4_096];
        try (OutputStream out = Files.newOutputStream(disk.resolve("filler"))) {
            while (Files.getFileStore(disk).getUsableSpace() > 0) {
                out.write(block);
            }
        } catch (IOException full) {
            assertThat(Files.getFileStore(disk).getUsableSpace()).isZero();
        }
    }

    @Test
    @Timeout(value = 240, unit = TimeUnit.SECONDS)
    void aFullDiskIsSaidWithinTwoSecondsTenMinutesAreHeldAndRecordingResumes()
            throws IOException, InterruptedException {
        AtomicLong alarm = new AtomicLong();
        AtomicLong committed = new AtomicLong(-1);
        try (Vault vault = Desk.create(disk.resolve("v"))) {
            SessionRecorder recorder =
                    vault.record(
                            Desk.session("s-1"),
                            Desk.SETTINGS,
                            Desk.bothPermits(),
                            change -> {
                                if (change.kind() == RecorderStatus.Kind.DELAYED) {
                                    alarm.compareAndSet(0, System.nanoTime());
                                }
                            },
                            RecorderPace.NORMAL,
                            committed::set);
            Desk.seconds(0, 5).forEach(recorder::happened);
            Desk.await(() -> committed.get() >= 29);
            fill();

            long full = System.nanoTime();
            for (int second = 5; second < TEN_MINUTES; second++) {
                for (Moment moment : Desk.seconds(second, second + 1L)) {
                    recorder.happened(moment);
                }
                recorder.awaitRoom();
            }
            Desk.await(() -> alarm.get() != 0);
            Duration took = Duration.ofNanos(alarm.get() - full);
            System.out.printf("full disk said after %d ms%n", took.toMillis());
            // A busy machine may take its time for one more commit.
            assertThat(took).isLessThan(Duration.ofSeconds(4));
            assertThat(recorder.status().words()).contains("not written yet");
            assertThat(recorder.status().lost()).isZero();

            Files.delete(disk.resolve("filler"));
            Desk.await(() -> recorder.status().kind() == RecorderStatus.Kind.RECORDING);
            recorder.close();
            assertThat(recorder.status().kind()).isEqualTo(RecorderStatus.Kind.CLOSED);
            assertThat(recorder.status().lost()).isZero();
            List<Moment> stored =
                    vault.archive().read(new SessionId("s-1")).orElseThrow().moments();
            assertThat(stored).isEqualTo(Desk.seconds(0, TEN_MINUTES));
            assertThat(vault.verify().sound()).isTrue();
        }
    }

    @Test
    void aDiskThatMayOnlyBeReadIsRefusedInOneLine() throws IOException, InterruptedException {
        Path folder = disk.resolve("v");
        Desk.create(folder).close();
        assumeTrue(
                run("mount", "-o", "remount,ro", disk.toString()),
                "skipped: the disk cannot be made read-only");

        assertThatThrownBy(() -> Desk.open(folder))
                .isInstanceOf(VaultException.class)
                .message()
                .startsWith("cannot open the vault in")
                .doesNotContain("\n");

        assertThat(run("mount", "-o", "remount,rw", disk.toString())).isTrue();
        Desk.open(folder).close();
    }
}
