package org.attune.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.OutputStream;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReference;
import org.attune.pipeline.Moment;
import org.attune.session.SessionId;
import org.attune.testkit.OwnTime;
import org.attune.testkit.Rigs;
import org.jspecify.annotations.Nullable;
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
        Rigs.needThat(
                run("mount", "-t", "tmpfs", "-o", "size=6m,mode=0700", "tmpfs", disk.toString()),
                "a disk to mount for the test: needs root");
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
        try (OwnTime time = OwnTime.start();
                Vault vault = Desk.create(disk.resolve("v"))) {
            Watched watched = new Watched(time);
            SessionRecorder recorder = watched.record(vault);
            Desk.seconds(0, 5).forEach(recorder::happened);
            Desk.await(() -> watched.committed.get() >= 29);
            fill();

            Duration full = time.now();
            for (int second = 5; second < TEN_MINUTES; second++) {
                for (Moment moment : Desk.seconds(second, second + 1L)) {
                    recorder.happened(moment);
                }
                recorder.awaitRoom();
            }
            watched.assertSaidInTwoSecondsAndOneLine(full, "full disk");
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

    /** A recording, when it told that it is delayed, and what was acknowledged. */
    private static final class Watched {
        private final OwnTime time;
        private final AtomicReference<@Nullable Duration> said = new AtomicReference<>();
        private final AtomicReference<String> words = new AtomicReference<>("");
        private final AtomicLong committed = new AtomicLong(-1);

        Watched(OwnTime time) {
            this.time = time;
        }

        SessionRecorder record(Vault vault) {
            return vault.record(
                    Desk.session("s-1"),
                    Desk.SETTINGS,
                    Desk.bothPermits(),
                    change -> {
                        if (change.kind() == RecorderStatus.Kind.DELAYED
                                && said.compareAndSet(null, time.now())) {
                            words.set(change.words());
                        }
                    },
                    RecorderPace.NORMAL,
                    committed::set);
        }

        private String words() {
            return Objects.requireNonNull(words.get());
        }

        void assertSaidInTwoSecondsAndOneLine(Duration since, String what) {
            Desk.await(() -> !words().isEmpty());
            Duration took = Objects.requireNonNull(said.get()).minus(since);
            System.out.printf("%s said after %d ms%n", what, took.toMillis());
            assertThat(took).isLessThan(Duration.ofSeconds(2));
            assertThat(words()).contains("not written yet").doesNotContain("\n");
        }
    }

    /**
     * As the kernel does it when a disk fails under it: ext4 is told to abort, and from then on may
     * only be read, files that are open for writing included. (A remount is refused as long as the
     * recording has its files open.)
     */
    @Test
    @Timeout(value = 120, unit = TimeUnit.SECONDS)
    void aDiskThatTurnsReadOnlyInTheMidstIsSaidAndNothingAcknowledgedIsLost()
            throws IOException, InterruptedException {
        Path image = temp.resolve("image");
        try (RandomAccessFile file = new RandomAccessFile(image.toFile(), "rw")) {
            file.setLength(24 << 20);
        }
        Path failing = Files.createDirectory(temp.resolve("failing"));
        Rigs.needThat(
                run("mkfs.ext4", "-q", image.toString())
                        && run("mount", "-o", "loop", image.toString(), failing.toString()),
                "a disk of its own for the test: needs root, mkfs.ext4 (e2fsprogs), loop devices");
        long acknowledged;
        try {
            acknowledged = recordUntilTheDiskFails(failing);
        } finally {
            assertThat(run("umount", failing.toString())).isTrue();
        }
        assertThat(run("mount", "-o", "loop", image.toString(), failing.toString())).isTrue();
        try (Vault vault = Desk.open(failing.resolve("v"))) {
            List<Moment> stored =
                    vault.archive().read(new SessionId("s-1")).orElseThrow().moments();
            assertThat((long) stored.size()).isGreaterThan(acknowledged);
            assertThat(stored).isEqualTo(Desk.seconds(0, 60).subList(0, stored.size()));
            assertThat(vault.verify().sound()).isTrue();
        } finally {
            assertThat(run("umount", failing.toString())).isTrue();
        }
    }

    /** The order of the last moment that was acknowledged. */
    private static long recordUntilTheDiskFails(Path disk)
            throws IOException, InterruptedException {
        try (OwnTime time = OwnTime.start();
                Vault vault = Desk.create(disk.resolve("v"))) {
            Watched watched = new Watched(time);
            SessionRecorder recorder = watched.record(vault);
            Desk.seconds(0, 5).forEach(recorder::happened);
            Desk.await(() -> watched.committed.get() >= 29);
            assertThat(run("mount", "-o", "remount,abort", disk.toString())).isTrue();

            Duration failed = time.now();
            // The live session goes on: it hands over, and is never kept waiting nor thrown at.
            Desk.seconds(5, 60).forEach(recorder::happened);
            watched.assertSaidInTwoSecondsAndOneLine(failed, "read-only disk");
            assertThat(recorder.status().lost()).isZero();
            recorder.close();
            assertThat(recorder.status().kind()).isEqualTo(RecorderStatus.Kind.FAILED);
            assertThat(recorder.status().words()).doesNotContain("\n");
            return watched.committed.get();
        }
    }

    @Test
    void aDiskThatMayOnlyBeReadIsRefusedInOneLine() throws IOException, InterruptedException {
        Path folder = disk.resolve("v");
        Desk.create(folder).close();
        Rigs.needThat(
                run("mount", "-o", "remount,ro", disk.toString()),
                "a disk that can be made read-only: needs root");

        assertThatThrownBy(() -> Desk.open(folder))
                .isInstanceOf(VaultException.class)
                .message()
                .startsWith("cannot open the vault in")
                .doesNotContain("\n");

        assertThat(run("mount", "-o", "remount,rw", disk.toString())).isTrue();
        Desk.open(folder).close();
    }
}
