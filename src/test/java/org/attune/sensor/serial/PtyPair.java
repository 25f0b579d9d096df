package org.attune.sensor.serial;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.concurrent.TimeUnit;
import org.attune.testkit.Rigs;
import org.jspecify.annotations.Nullable;

/**
 * Two pseudo-terminals joined by socat: what is written to one end is read at the other, as over a
 * cable. It can be unplugged and plugged in again under the same names.
 */
public final class PtyPair implements AutoCloseable {
    private static final long PATIENCE_MILLIS = 5_000;

    private final Path sensorEnd;
    private final Path writerEnd;
    private @Nullable Process socat;

    private PtyPair(Path folder) {
        this.sensorEnd = folder.resolve("sensor");
        this.writerEnd = folder.resolve("writer");
    }

    /** A pair in a folder, plugged in. Skips the test where socat is missing. */
    public static PtyPair start(Path folder) {
        Rigs.need("socat");
        PtyPair pair = new PtyPair(folder);
        pair.replug();
        return pair;
    }

    /** The end that a sensor address names. */
    public Path sensorEnd() {
        return sensorEnd;
    }

    /** The end that a test writes to. */
    public Path writerEnd() {
        return writerEnd;
    }

    /** Writes ASCII to the writer's end. */
    public void write(String text) {
        write(text.getBytes(StandardCharsets.US_ASCII));
    }

    /** Writes bytes to the writer's end. */
    public void write(byte[] bytes) {
        try {
            Files.write(writerEnd, bytes, StandardOpenOption.WRITE);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Both ends vanish. */
    public void unplug() {
        Process running = socat;
        if (running == null) {
            return;
        }
        socat = null;
        running.destroy();
        try {
            if (!running.waitFor(PATIENCE_MILLIS, TimeUnit.MILLISECONDS)) {
                running.destroyForcibly();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** Both ends are there again, under the same names. */
    public void replug() {
        unplug();
        try {
            socat =
                    new ProcessBuilder(
                                    "socat",
                                    "pty,raw,echo=0,link=" + sensorEnd,
                                    "pty,raw,echo=0,link=" + writerEnd)
                            .redirectErrorStream(true)
                            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                            .start();
            for (long waited = 0; !bothThere(); waited += 10) {
                if (waited > PATIENCE_MILLIS) {
                    throw new AssertionError("socat made no pseudo-terminals");
                }
                Thread.sleep(10);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private boolean bothThere() {
        return Files.isSymbolicLink(sensorEnd)
                && Files.isSymbolicLink(writerEnd)
                && Files.exists(sensorEnd)
                && Files.exists(writerEnd);
    }

    @Override
    public void close() {
        unplug();
    }
}
