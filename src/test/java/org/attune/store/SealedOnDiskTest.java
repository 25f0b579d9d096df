package org.attune.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.AtomicLong;
import org.attune.pipeline.Moment;
import org.attune.sensor.RrInterval;
import org.attune.sensor.SensorDescription;
import org.attune.sensor.SensorEvent;
import org.attune.sensor.SourceClass;
import org.attune.session.LaneId;
import org.attune.session.MarkKind;
import org.attune.session.Marker;
import org.attune.time.SessionTime;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class SealedOnDiskTest {
    @TempDir Path temp;

    /** What must never be seen in the vault's files. */
    private static List<byte[]> canaries(List<Moment> moments) {
        List<byte[]> canaries = new ArrayList<>();
        for (String text :
                List.of(
                        Desk.ANNA.value(),
                        Desk.BEN.value(),
                        "canary-settings-5518",
                        "canary-method-6620",
                        "canary-strap-3107",
                        "canary-detail-8816",
                        "seven quiet herons",
                        "fingerprint-1",
                        "pipeline-1")) {
            canaries.add(text.getBytes(StandardCharsets.UTF_8));
            canaries.add(text.getBytes(StandardCharsets.UTF_16BE));
            canaries.add(text.getBytes(StandardCharsets.UTF_16LE));
        }
        for (Moment moment : moments) {
            ByteWriter out = new ByteWriter();
            MomentCodec.write(out, moment);
            byte[] bytes = out.toBytes();
            // Any twelve bytes in the middle: the interval, its time, its verdict.
            int middle = bytes.length / 2;
            canaries.add(Arrays.copyOfRange(bytes, Math.max(0, middle - 6), middle + 6));
            canaries.add(Arrays.copyOf(bytes, Math.min(bytes.length, 24)));
        }
        return canaries;
    }

    private static List<Moment> moments() {
        List<Moment> moments = new ArrayList<>();
        SensorDescription strap =
                new SensorDescription("canary-strap-3107", "ble:AA:BB", SourceClass.ECG, Set.of());
        moments.add(
                new Moment.Heard(LaneId.CLIENT, new SensorEvent.Linked(SessionTime.ZERO, strap)));
        List<RrInterval> pattern = new ArrayList<>();
        for (int i = 0; i < 8; i++) {
            pattern.add(new RrInterval(777_123_456L + 1_000L * i));
        }
        moments.add(
                new Moment.Heard(
                        LaneId.CLIENT, new SensorEvent.RrReceived(SessionTime.ZERO, pattern)));
        moments.addAll(Desk.seconds(1, 25));
        moments.add(
                new Moment.Marked(
                        new Marker(
                                SessionTime.ofSeconds(26), MarkKind.SUDS, "canary-detail-8816")));
        return moments;
    }

    @Test
    void nothingReadableIsOnTheDiskDuringOrAfterASession() {
        Path folder = temp.resolve("v");
        List<Moment> moments = moments();
        List<byte[]> canaries = canaries(moments);
        AtomicLong committed = new AtomicLong(-1);
        try (Vault vault = Desk.create(folder)) {
            vault.consents().append(Desk.given(Desk.ANNA, null));
            try (SessionRecorder recorder =
                    vault.record(
                            Desk.session("s-1"),
                            Desk.SETTINGS,
                            Desk.bothPermits(),
                            change -> {},
                            Desk.FAST,
                            committed::set)) {
                moments.forEach(recorder::happened);
                Desk.await(() -> committed.get() == moments.size() - 1);
                for (byte[] canary : canaries) {
                    assertThat(Desk.filesHolding(folder, canary)).isEmpty();
                }
            }
            assertThat(vault.archive().sessions()).hasSize(1);
        }
        for (byte[] canary : canaries) {
            assertThat(Desk.filesHolding(folder, canary)).isEmpty();
        }
    }

    @Test
    void theSearchFindsWhatIsNotSealed() throws IOException {
        List<Moment> moments = moments();
        ByteWriter plain = new ByteWriter();
        moments.forEach(moment -> MomentCodec.write(plain, moment));
        Files.write(temp.resolve("plain.db"), plain.toBytes());

        List<byte[]> canaries = canaries(moments);
        long found =
                canaries.stream()
                        .filter(canary -> !Desk.filesHolding(temp, canary).isEmpty())
                        .count();

        assertThat(found).isGreaterThanOrEqualTo(2L * moments.size());
    }
}
