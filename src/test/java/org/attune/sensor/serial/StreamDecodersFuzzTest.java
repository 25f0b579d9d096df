package org.attune.sensor.serial;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Random;
import org.attune.sensor.RrInterval;
import org.attune.sensor.SensorEvent;
import org.attune.sensor.SensorEvent.RrReceived;
import org.attune.time.SessionTime;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Whatever comes over the port, a decoder neither throws nor forgets how to hear. */
class StreamDecodersFuzzTest {
    private static final int CHUNKS = 50_000;
    private static final long A_TENTH = 100_000_000L;

    @ParameterizedTest
    @EnumSource
    void fiftyThousandRandomChunksNeverThrowAndTheNextGoodLineIsHeard(SerialProtocol protocol) {
        for (long seed = 1; seed <= 4; seed++) {
            Random random = new Random(seed);
            StreamDecoder decoder = protocol.decoder(protocol.describe("serial:x"));
            long[] sane = new long[1];
            for (int i = 0; i < CHUNKS / 4; i++) {
                byte[] chunk = chunk(protocol, random);
                SessionTime at = new SessionTime(i * A_TENTH);
                try {
                    decoder.take(chunk, chunk.length, at, e -> sane[0] += check(e, at));
                } catch (RuntimeException e) {
                    throw new AssertionError("seed " + seed + ", chunk " + i, e);
                }
            }
            assertThat(sane[0]).as("good lines among the noise, seed %d", seed).isGreaterThan(200);

            long before = sane[0];
            byte[] good =
                    ("\n"
                                    + good(protocol, random)
                                            .repeat(protocol == SerialProtocol.ATTUNE ? 1 : 4))
                            .getBytes(StandardCharsets.ISO_8859_1);
            SessionTime later = new SessionTime(CHUNKS * A_TENTH);
            decoder.take(good, good.length, later, e -> sane[0] += check(e, later));
            assertThat(sane[0]).as("heard again, seed %d", seed).isGreaterThan(before);
        }
    }

    private static int check(SensorEvent event, SessionTime at) {
        assertThat(event.at()).isEqualTo(at);
        if (event instanceof RrReceived rr) {
            for (RrInterval interval : rr.intervals()) {
                assertThat(interval.nanos()).isBetween(1_000L, 60_000_000_000L);
            }
        }
        return 1;
    }

    /** Noise, text, good lines, damaged and cut lines, in pieces of any size. */
    private static byte[] chunk(SerialProtocol protocol, Random random) {
        byte[] bytes;
        switch (random.nextInt(4)) {
            case 0 -> {
                bytes = new byte[random.nextInt(64)];
                random.nextBytes(bytes);
                return bytes;
            }
            case 1 -> bytes = good(protocol, random).getBytes(StandardCharsets.ISO_8859_1);
            case 2 -> {
                String letters = "$A1,=+*.0123456789rcmhbsnBQSIRAvg BPM\r\n";
                bytes = new byte[random.nextInt(40)];
                for (int i = 0; i < bytes.length; i++) {
                    bytes[i] = (byte) letters.charAt(random.nextInt(letters.length()));
                }
            }
            default -> {
                bytes = good(protocol, random).getBytes(StandardCharsets.ISO_8859_1);
                bytes[random.nextInt(bytes.length)] = (byte) random.nextInt(256);
            }
        }
        return random.nextInt(10) == 0
                ? Arrays.copyOf(bytes, random.nextInt(bytes.length + 1))
                : bytes;
    }

    private static String good(SerialProtocol protocol, Random random) {
        int millis = 300 + random.nextInt(1500);
        return switch (protocol) {
            case ATTUNE ->
                    LineProtocolsTest.line(
                            random.nextInt(65536),
                            random.nextInt(Integer.MAX_VALUE),
                            "r=" + millis * 1000 + ",c=1,m=3.5");
            case LINES_IBI -> millis + "\n";
            case PULSESENSOR_BSQ -> "S512\nB" + (60_000 / millis) + "\nQ" + millis + "\n";
            case PULSESENSOR_CSV -> {
                int bpm = 60_000 / millis;
                yield "512," + bpm + "," + millis + ",0\n530," + bpm + "," + millis + ",1\n";
            }
            case NONIN_1 -> text(NoninFrames.ofThree(0, 72)).repeat(3);
            case NONIN_2 -> text(NoninFrames.packet(0, 72)).repeat(2);
            case NONIN_8 -> text(NoninFrames.ofFour(0, 72, 0)).repeat(3);
            case KEY_VALUE -> "IR=99000, BPM=71.5, Avg BPM=" + (60_000 / millis) + "\n";
        };
    }

    private static String text(byte[] bytes) {
        return new String(bytes, StandardCharsets.ISO_8859_1);
    }
}
