package org.attune.sensor.ble;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.attune.sensor.ble.TinybFrames.Frame;
import org.junit.jupiter.api.Test;

/** What passes between the program and the TinyB child, through whatever libraries print. */
class TinybFramesTest {
    private static final int CASES = 300;

    private final List<Frame> frames = new ArrayList<>();
    private final List<String> noise = new ArrayList<>();

    @Test
    void whatIsSaidIsHeard() throws IOException {
        Frame frame = new Frame(7, 3, "found", "Brust-Gürtel \n 心", "", "C0:00", " ");

        read(TinybFrames.encode(frame));

        assertThat(frames).containsExactly(frame);
        assertThat(noise).isEmpty();
    }

    @Test
    void aFrameSurvivesWordsWithoutAnEndBeforeIt() throws IOException {
        read(
                text("(process:7): GLib-GIO-CRITICAL **"),
                TinybFrames.encode(new Frame(1, 1, "value", "1640")),
                text("# A fatal error has been detected by the Java Runtime Environment:\n"));

        assertThat(frames).containsExactly(new Frame(1, 1, "value", "1640"));
        assertThat(noise).hasSize(2);
    }

    @Test
    void aFrameThatLostAByteIsNoFrame() throws IOException {
        byte[] whole = TinybFrames.encode(new Frame(12, 3, "value", "16500004"));
        for (int i = 1; i < whole.length - 1; i++) {
            byte[] changed = whole.clone();
            changed[i] ^= 1;
            read(changed);
            read(Arrays.copyOf(whole, i));
        }

        assertThat(frames).isEmpty();
    }

    @Test
    void aLineWithoutAnEndIsNotKept() throws IOException {
        byte[] endless = new byte[3_000_000];
        Arrays.fill(endless, (byte) 'x');

        read(endless, TinybFrames.encode(new Frame(1, 1, "done")));

        assertThat(frames).hasSize(1);
        assertThat(noise)
                .singleElement()
                .satisfies(line -> assertThat(line).hasSizeLessThan(4_100));
    }

    @Test
    void whatWouldNotBeWrittenWholeIsRefused() {
        Frame frame = new Frame(1, 1, "found", "x".repeat(TinybFrames.LONGEST / 2));

        assertThatThrownBy(() -> TinybFrames.encode(frame))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void framesComeThroughAnyGarbageInOrderAndNoneIsMadeOfIt() throws IOException {
        for (int seed = 0; seed < CASES; seed++) {
            Random random = new Random(seed);
            List<Frame> said = new ArrayList<>();
            ByteArrayOutputStream all = new ByteArrayOutputStream();
            for (int i = 1; i <= 20; i++) {
                all.write(garbage(random, said));
                byte[] value = new byte[random.nextInt(20)];
                random.nextBytes(value);
                Frame frame =
                        new Frame(
                                i,
                                random.nextInt(5),
                                "value",
                                new String(value, StandardCharsets.ISO_8859_1));
                said.add(frame);
                all.write(TinybFrames.encode(frame));
            }
            all.write(garbage(random, said));
            frames.clear();

            TinybFrames.read(
                    inPieces(all.toByteArray(), random), frames::add, line -> noise.add(line));

            assertThat(frames).as("seed %d", seed).isEqualTo(said);
        }
    }

    /** Bytes, or frames of before that were cut or had a bit turned over. */
    private static byte[] garbage(Random random, List<Frame> said) {
        byte[] bytes = new byte[random.nextInt(200)];
        random.nextBytes(bytes);
        if (said.isEmpty() || random.nextBoolean()) {
            return bytes;
        }
        byte[] frame = TinybFrames.encode(said.get(random.nextInt(said.size())));
        int at = 1 + random.nextInt(frame.length - 2);
        frame[at] ^= (byte) (1 << random.nextInt(8));
        return random.nextBoolean() ? frame : Arrays.copyOf(frame, at);
    }

    /** As pipes deliver: a few bytes at a time. */
    private static InputStream inPieces(byte[] bytes, Random random) {
        return new ByteArrayInputStream(bytes) {
            @Override
            public synchronized int read(byte[] into, int from, int most) {
                return super.read(into, from, Math.min(most, 1 + random.nextInt(60)));
            }
        };
    }

    private void read(byte[]... parts) throws IOException {
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        for (byte[] part : parts) {
            all.write(part);
        }
        TinybFrames.read(new ByteArrayInputStream(all.toByteArray()), frames::add, noise::add);
    }

    private static byte[] text(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
