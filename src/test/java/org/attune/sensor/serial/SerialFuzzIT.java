package org.attune.sensor.serial;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.attune.sensor.RrInterval;
import org.attune.sensor.SensorEvent;
import org.attune.sensor.SensorEvent.RrReceived;
import org.attune.time.SessionTime;
import org.junit.jupiter.api.Tag;

/**
 * Any bytes at all, given to every serial decoder: it throws nothing, says only what is possible,
 * and says the same in whatever pieces they come. Plain runs go over the seeds that are kept;
 * {@code JAZZER_FUZZ=1} looks for more.
 */
@Tag("long")
class SerialFuzzIT {
    private static final long STEP = 40_000_000L;
    private static final int MOST_EVENTS_A_BYTE = 4;

    @FuzzTest(maxDuration = "2m")
    void attune(byte[] bytes) {
        holds(SerialProtocol.ATTUNE, bytes);
    }

    /** A checksum is seldom guessed: here every line gets the right one. */
    @FuzzTest(maxDuration = "2m")
    void attuneWithRightChecksums(byte[] bytes) {
        String text = new String(bytes, StandardCharsets.ISO_8859_1);
        StringBuilder lines = new StringBuilder();
        for (String body : text.split("\n", -1)) {
            String ascii = body.replaceAll("[^ -~]", "?").replace('$', '?');
            lines.append('$').append(ascii).append('*').append(Checksum.ofText(ascii)).append('\n');
        }
        holds(SerialProtocol.ATTUNE, lines.toString().getBytes(StandardCharsets.US_ASCII));
    }

    @FuzzTest(maxDuration = "2m")
    void linesIbi(byte[] bytes) {
        holds(SerialProtocol.LINES_IBI, bytes);
    }

    @FuzzTest(maxDuration = "2m")
    void pulseSensorBsq(byte[] bytes) {
        holds(SerialProtocol.PULSESENSOR_BSQ, bytes);
    }

    @FuzzTest(maxDuration = "2m")
    void pulseSensorCsv(byte[] bytes) {
        holds(SerialProtocol.PULSESENSOR_CSV, bytes);
    }

    @FuzzTest(maxDuration = "2m")
    void keyValue(byte[] bytes) {
        holds(SerialProtocol.KEY_VALUE, bytes);
    }

    @FuzzTest(maxDuration = "2m")
    void nonin1(byte[] bytes) {
        holds(SerialProtocol.NONIN_1, bytes);
    }

    @FuzzTest(maxDuration = "2m")
    void nonin2(byte[] bytes) {
        holds(SerialProtocol.NONIN_2, bytes);
    }

    @FuzzTest(maxDuration = "2m")
    void nonin8(byte[] bytes) {
        holds(SerialProtocol.NONIN_8, bytes);
    }

    /** Recognition has a clock of the arrivals: sixteen bytes each 40 ms. */
    @FuzzTest(maxDuration = "2m")
    void auto(byte[] bytes) {
        Recognition recognition =
                new Recognition("serial:/dev/x", 0, "serial:/dev/x?protocol=auto");
        recognition.opened(SessionTime.ZERO, SerialFuzzIT::possible);
        for (int from = 0; from < bytes.length; from += 16) {
            byte[] piece = Arrays.copyOfRange(bytes, from, Math.min(bytes.length, from + 16));
            SessionTime at = new SessionTime(from / 16 * STEP);
            recognition.take(piece, piece.length, at, SerialFuzzIT::possible);
            recognition.nothing(at, SerialFuzzIT::possible);
        }
    }

    private static void holds(SerialProtocol protocol, byte[] bytes) {
        List<String> whole = new ArrayList<>();
        StreamDecoder atOnce = protocol.decoder(protocol.describe("serial:x"));
        atOnce.take(bytes, bytes.length, SessionTime.ZERO, e -> whole.add(possible(e)));
        List<String> inPieces = new ArrayList<>();
        StreamDecoder byteByByte = protocol.decoder(protocol.describe("serial:x"));
        byte[] one = new byte[1];
        for (byte b : bytes) {
            one[0] = b;
            byteByByte.take(one, 1, SessionTime.ZERO, e -> inPieces.add(possible(e)));
        }
        if (!whole.equals(inPieces)) {
            throw new AssertionError("in pieces " + inPieces + ", at once " + whole);
        }
        if (whole.size() > MOST_EVENTS_A_BYTE * bytes.length) {
            throw new AssertionError(whole.size() + " events of " + bytes.length + " bytes");
        }
    }

    private static String possible(SensorEvent event) {
        if (event instanceof RrReceived rr) {
            for (RrInterval interval : rr.intervals()) {
                if (interval.nanos() < 1_000 || interval.nanos() > 60_000_000_000L) {
                    throw new AssertionError("no interval: " + interval);
                }
            }
        }
        return Spoken.of(event);
    }
}
