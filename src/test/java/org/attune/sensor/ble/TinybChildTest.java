package org.attune.sensor.ble;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.attune.sensor.ble.LinkException.Reason;
import org.attune.sensor.ble.TinybFrames.Frame;
import org.attune.testkit.Rigs;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The parent's side, with processes that are no good children. */
class TinybChildTest {
    private final List<Frame> events = new CopyOnWriteArrayList<>();
    private final CountDownLatch ended = new CountDownLatch(1);

    @TempDir Path folder;

    @BeforeEach
    void needAShell() {
        Rigs.need("sh", "cat", "sleep");
    }

    @Test
    void garbageOnBothStreamsHarmsNobody() throws Exception {
        Random random = new Random(5);
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        for (int i = 1; i <= 200; i++) {
            byte[] garbage = new byte[random.nextInt(2_000)];
            random.nextBytes(garbage);
            all.write(garbage);
            all.write(TinybFrames.encode(new Frame(i, 0, i == 1 ? "up" : "value", "" + i)));
        }

        try (TinybChild child = child(all, "cat \"$0\"; cat \"$0\" >&2")) {
            assertThat(ended.await(10, TimeUnit.SECONDS)).isTrue();
            assertThat(child.isUsable()).isFalse();
        }

        assertThat(events).hasSize(199);
    }

    @Test
    void aMissingFrameMayHaveBeenAHeartbeatSoTheChildIsEnded() throws Exception {
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        for (int i : new int[] {1, 2, 3, 5, 6}) {
            all.write(TinybFrames.encode(new Frame(i, 0, i == 1 ? "up" : "value")));
        }

        try (TinybChild child = child(all, "cat \"$0\"; exec sleep 60")) {
            assertThat(ended.await(10, TimeUnit.SECONDS)).isTrue();
            assertThat(child.isUsable()).isFalse();
        }

        assertThat(events).extracting(Frame::number).containsExactly(2L, 3L);
    }

    @Test
    void aChildThatDoesNotAnswerIsOfNoMoreUse() throws Exception {
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        all.write(TinybFrames.encode(new Frame(1, 0, "up")));

        try (TinybChild child = child(all, "cat \"$0\"; exec sleep 60")) {
            assertThat(child.isUsable()).isTrue();
            assertThatThrownBy(() -> child.ask(Duration.ofMillis(300), "ready"))
                    .isInstanceOfSatisfying(
                            LinkException.class,
                            e -> assertThat(e.reason()).isEqualTo(Reason.NO_ANSWER));
            assertThat(child.isUsable()).isFalse();
        }
        assertThat(ended.await(10, TimeUnit.SECONDS)).isTrue();
    }

    @Test
    void aChildThatNeverSpeaksAsOneIsAStoppedDriver() {
        assertThatThrownBy(() -> child(new ByteArrayOutputStream(), "echo hello"))
                .isInstanceOfSatisfying(
                        LinkException.class,
                        e -> assertThat(e.reason()).isEqualTo(Reason.DRIVER_STOPPED));
    }

    private TinybChild child(ByteArrayOutputStream output, String script)
            throws IOException, InterruptedException, LinkException {
        Path file = folder.resolve("said");
        Files.write(file, output.toByteArray());
        Process process = new ProcessBuilder("sh", "-c", script, file.toString()).start();
        return TinybChild.over(process, events::add, ended::countDown);
    }
}
