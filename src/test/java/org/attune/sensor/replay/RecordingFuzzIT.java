package org.attune.sensor.replay;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.function.Function;
import org.attune.time.SessionTime;
import org.junit.jupiter.api.Tag;

/**
 * Any bytes at all, as a recording: it is read in order of time, or refused in one line; nothing
 * else is thrown.
 */
@Tag("long")
class RecordingFuzzIT {
    private static final String NAME = "fuzz.txt";

    @FuzzTest(maxDuration = "2m")
    void intervals(byte[] bytes) {
        refusedOrRead(
                bytes,
                in -> {
                    IntervalReader reader = IntervalReader.open(in, NAME, () -> {});
                    SessionTime last = null;
                    for (TimedInterval next = reader.next(); next != null; next = reader.next()) {
                        if (last != null && !next.at().isAfter(last)) {
                            throw new AssertionError(next + " is not after " + last);
                        }
                        last = next.at();
                    }
                    return reader;
                });
    }

    @FuzzTest(maxDuration = "2m")
    void wholeRecordings(byte[] bytes) {
        refusedOrRead(bytes, in -> AnyRecording.read(in, NAME));
    }

    @FuzzTest(maxDuration = "2m")
    void beatsOfEdfFiles(byte[] bytes) {
        refusedOrRead(
                bytes,
                in -> {
                    try {
                        return EdfBeats.read(in, NAME);
                    } catch (IOException e) {
                        throw new UncheckedIOException(e);
                    }
                });
    }

    @FuzzTest(maxDuration = "2m")
    void heartRates(byte[] bytes) {
        refusedOrRead(bytes, in -> HeartRateFile.read(in, NAME));
    }

    @FuzzTest(maxDuration = "2m")
    void movement(byte[] bytes) {
        refusedOrRead(bytes, in -> ActivityFile.read(in, NAME));
    }

    private static void refusedOrRead(byte[] bytes, Function<ByteArrayInputStream, ?> reader) {
        try {
            Object read = reader.apply(new ByteArrayInputStream(bytes));
            if (read == null) {
                throw new AssertionError("neither read nor refused");
            }
        } catch (RecordingFileException e) {
            String message = String.valueOf(e.getMessage());
            // The mark of something cut short is our own.
            String plain = message.replace("\u2026", "");
            if (plain.chars().anyMatch(c -> c < ' ' || c > '~') || message.length() > 300) {
                throw new AssertionError("not one plain line: " + message, e);
            }
        }
    }
}
