package org.attune.sensor.serial;

import com.fazecast.jSerialComm.SerialPort;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Arrays;
import java.util.Locale;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLongArray;
import org.attune.sensor.SensorAddress;
import org.attune.sensor.SensorEvent.RrReceived;
import org.attune.time.SessionClock;
import org.attune.time.SystemTicker;

/**
 * From a line written to a pseudo-terminal to the event that a session hears, beside the same line
 * read by the serial library alone, turn about in one run. Needs socat. Not a throughput benchmark,
 * so not one of JMH: 50 lines a second, as fast as no heart, and each is timed for itself.
 */
public final class SerialLatency {
    private static final int ROUNDS = 8;
    private static final int LINES = 250;
    private static final int WARM_UP = 50;
    private static final long PAUSE_MILLIS = 20;
    private static final int FIRST_MICROS = 500_000;

    private final AtomicLongArray sent = new AtomicLongArray(LINES);
    private final AtomicLongArray heard = new AtomicLongArray(LINES);

    private SerialLatency() {}

    /** Prints one row for each; the arguments are ignored. */
    public static void main(String[] args) throws IOException, InterruptedException {
        Path folder = Files.createTempDirectory("attune-latency-");
        double[] raw = {};
        double[] ours = {};
        for (int round = 0; round < ROUNDS; round++) {
            raw = joined(raw, new SerialLatency().raw(Files.createTempDirectory(folder, "raw")));
            ours = joined(ours, new SerialLatency().ours(Files.createTempDirectory(folder, "our")));
        }
        System.out.printf(Locale.ROOT, "%-28s %8s %8s %8s %8s%n", "ms", "p50", "p95", "p99", "max");
        print("serial library alone", raw);
        print("Attune, to SensorEvent", ours);
    }

    private static double[] joined(double[] a, double[] b) {
        double[] both = Arrays.copyOf(a, a.length + b.length);
        System.arraycopy(b, 0, both, a.length, b.length);
        return both;
    }

    private static void print(String what, double[] millis) {
        Arrays.sort(millis);
        System.out.printf(
                Locale.ROOT,
                "%-28s %8.3f %8.3f %8.3f %8.3f  of %d%n",
                what,
                at(millis, 0.5),
                at(millis, 0.95),
                at(millis, 0.99),
                millis[millis.length - 1],
                millis.length);
    }

    private static double at(double[] sorted, double share) {
        return sorted[(int) (share * (sorted.length - 1))];
    }

    private double[] ours(Path folder) throws IOException, InterruptedException {
        CountDownLatch all = new CountDownLatch(LINES);
        try (PtyPair cable = PtyPair.start(folder);
                SerialSensor sensor =
                        SerialSensor.of(SensorAddress.parse("serial:" + cable.sensorEnd()))) {
            sensor.open(
                    SessionClock.startingNow(new SystemTicker()),
                    event -> {
                        if (event instanceof RrReceived rr) {
                            long micros = rr.intervals().get(0).nanos() / 1000;
                            heard.set((int) micros - FIRST_MICROS, System.nanoTime());
                            all.countDown();
                        }
                    });
            speak(cable);
            all.await();
        }
        return millis();
    }

    private double[] raw(Path folder) throws IOException, InterruptedException {
        CountDownLatch all = new CountDownLatch(LINES);
        AtomicBoolean stop = new AtomicBoolean();
        try (PtyPair cable = PtyPair.start(folder)) {
            SerialPort port = SerialPorts.at(cable.sensorEnd().toString());
            port.setComPortTimeouts(SerialPort.TIMEOUT_READ_SEMI_BLOCKING, 500, 0);
            if (!port.openPort()) {
                throw new IOException("the pseudo-terminal could not be opened");
            }
            Thread reader = new Thread(() -> read(port, stop, all), "raw");
            reader.start();
            speak(cable);
            all.await();
            stop.set(true);
            reader.join();
            port.closePort();
        }
        return millis();
    }

    private void read(SerialPort port, AtomicBoolean stop, CountDownLatch all) {
        byte[] buffer = new byte[4096];
        int lines = 0;
        while (!stop.get() && lines < LINES) {
            int waiting = Math.min(buffer.length, Math.max(1, port.bytesAvailable()));
            int count = port.readBytes(buffer, waiting);
            long now = System.nanoTime();
            for (int i = 0; i < count; i++) {
                if (buffer[i] == '\n') {
                    heard.set(lines++, now);
                    all.countDown();
                }
            }
        }
    }

    private void speak(PtyPair cable) throws IOException, InterruptedException {
        try (OutputStream out =
                Files.newOutputStream(cable.writerEnd(), StandardOpenOption.WRITE)) {
            for (int i = 0; i < LINES; i++) {
                Thread.sleep(PAUSE_MILLIS);
                byte[] line =
                        LineProtocolsTest.line(i, i * PAUSE_MILLIS, "r=" + (FIRST_MICROS + i))
                                .getBytes(StandardCharsets.US_ASCII);
                sent.set(i, System.nanoTime());
                out.write(line);
            }
        }
    }

    private double[] millis() {
        double[] millis = new double[LINES - WARM_UP];
        for (int i = WARM_UP; i < LINES; i++) {
            millis[i - WARM_UP] = (heard.get(i) - sent.get(i)) / 1e6;
        }
        return millis;
    }
}
