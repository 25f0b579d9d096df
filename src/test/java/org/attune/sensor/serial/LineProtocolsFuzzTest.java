package org.attune.sensor.serial;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Random;
import org.attune.sensor.RrInterval;
import org.attune.sensor.SensorEvent;
import org.attune.sensor.SensorEvent.RrReceived;
import org.attune.time.SessionTime;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Whatever comes over the line, a decoder neither throws nor forgets how to hear. */
class LineProtocolsFuzzTest {
    private static final int CHUNKS = 100_000;
    private static final long A_TENTH = 100_000_000L;

    @ParameterizedTest
    @EnumSource
    void aHundredThousandRandomChunksNeverThrowAndTheNextGoodLineIsHeard(SerialProtocol protocol) {
        for (long seed = 1; seed <= 4; seed++) {
            Random random = new Random(seed);
            var assembler = new LineAssembler(protocol.decoder(protocol.describe("serial:x")));
            long[] sane = new long[1];
            for (int i = 0; i < CHUNKS / 4; i++) {
                byte[] chunk = chunk(protocol, random);
                SessionTime at = new SessionTime(i * A_TENTH);
                try {
                    assembler.take(chunk, chunk.length, at, e -> sane[0] += check(e, at));
                } catch (RuntimeException e) {
                    throw new AssertionError("seed " + seed + ", chunk " + i, e);
                }
            }
            assertThat(sane[0]).as("good lines among the noise, seed %d", seed).isGreaterThan(500);

            long before = sane[0];
            byte[] good =
                    ("\n" + good(protocol, random) + good(protocol, random))
                            .getBytes(StandardCharsets.US_ASCII);
            SessionTime later = new SessionTime(CHUNKS * A_TENTH);
            assembler.take(good, good.length, later, e -> sane[0] += check(e, later));
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
            case 1 -> bytes = good(protocol, random).getBytes(StandardCharsets.US_ASCII);
            case 2 -> {
                String letters = "$A1,=+*.0123456789rcmhbsnBQSIRAvg BPM\r\n";
                bytes = new byte[random.nextInt(40)];
                for (int i = 0; i < bytes.length; i++) {
                    bytes[i] = (byte) letters.charAt(random.nextInt(letters.length()));
                }
            }
            default -> {
                bytes = good(protocol, random).getBytes(StandardCharsets.US_ASCII);
                bytes[random.nextInt(bytes.length)] = (byte) random.nextInt(256);
            }
        }
        return random.nextInt(10) == 0
                ? java.util.Arrays.copyOf(bytes, random.nextInt(bytes.length + 1))
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
            case KEY_VALUE -> "IR=99000, BPM=71.5, Avg BPM=" + (60_000 / millis) + "\n";
        };
    }
}
