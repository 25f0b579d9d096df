package org.attune.sensor.ble;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import java.util.stream.Stream;
import org.attune.testkit.Rigs;

/**
 * A private D-Bus with a stand-in for BlueZ on it, and straps that do as they are told: the light
 * rig of {@code src/test/rigs/ble}. Everything between the strap and the program is a real bus.
 *
 * <p>Commands, as {@link #command} takes them: {@code hr N}, {@code rr on|off}, {@code contact
 * on|off|none}, {@code raw HEX}, {@code pause}, {@code drop}, {@code powered on|off} and so on: all
 * are listed at the top of {@code fake_bluez.py}.
 */
public final class LightRig implements AutoCloseable {
    /** The address of the first strap. */
    public static final String STRAP = "C0:00:00:00:00:01";

    private static final String PYTHON = "/usr/bin/python3";
    private static final Duration PATIENCE = Duration.ofSeconds(20);
    private final Path folder;
    private final List<String> fakeArguments;
    private final String policy;
    private final Thread cleanUp = new Thread(this::stopProcesses, "light-rig-clean-up");
    private Process bus;
    private Process fake;
    private RandomAccessFile control;
    private final List<String> logLines = new ArrayList<>();
    private long logRead;

    /** A heartbeat in a notification: its interval in 1/1024 s, and when it fell. */
    public record TrueBeat(int ticks, long nanos) {}

    /**
     * A notification as the strap sent it; times as {@code System.nanoTime()} has them.
     *
     * @param strap the address of the strap
     * @param beats the heartbeats that it truly carries: none twice, none that is damaged
     */
    public record Sent(long nanos, String hex, String strap, List<TrueBeat> beats) {
        public byte[] value() {
            return HexFormat.of().parseHex(hex);
        }

        /** Of a line like {@code TX 123 163c2804 C0:00:00:00:00:01 1064@120}. */
        static Sent of(String line) {
            String[] words = line.split(" ", -1);
            List<TrueBeat> beats = new ArrayList<>();
            for (String beat : words[4].equals("-") ? new String[0] : words[4].split(",", -1)) {
                int at = beat.indexOf('@');
                beats.add(
                        new TrueBeat(
                                Integer.parseInt(beat.substring(0, at)),
                                Long.parseLong(beat.substring(at + 1))));
            }
            return new Sent(Long.parseLong(words[1]), words[2], words[3], beats);
        }
    }

    private LightRig(Path folder, List<String> fakeArguments, String policy) throws IOException {
        this.folder = folder;
        this.fakeArguments = fakeArguments;
        this.policy = policy;
        Files.writeString(file("bus.conf"), configuration());
        startBus();
        Runtime.getRuntime().addShutdownHook(cleanUp);
    }

    /**
     * Starts the rig, or skips the test where it cannot run (see {@link Rigs}).
     *
     * @param fakeArguments such as {@code --straps 2}, {@code --seed 5}
     */
    public static LightRig start(String... fakeArguments) {
        return start("", fakeArguments);
    }

    /** A bus whose policy lets nobody speak to BlueZ, as some distributions do for plain users. */
    public static LightRig startForbidden() {
        return start("<deny send_destination=\"org.bluez\"/>", new String[0]);
    }

    private static LightRig start(String policy, String[] fakeArguments) {
        Rigs.need("dbus-daemon");
        Rigs.needThat(
                succeeds(PYTHON, "-c", "import dbus, gi"), "install python3-dbus and python3-gi");
        try {
            return new LightRig(
                    Files.createTempDirectory("light-rig"), List.of(fakeArguments), policy);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static boolean succeeds(String... command) {
        try {
            return new ProcessBuilder(command)
                            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                            .redirectError(ProcessBuilder.Redirect.DISCARD)
                            .start()
                            .waitFor()
                    == 0;
        } catch (IOException e) {
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    /** What a program finds in DBUS_SYSTEM_BUS_ADDRESS. */
    public String busAddress() {
        return "unix:path=" + file("bus");
    }

    /** Tells the straps to do something, and waits until they have. */
    public void command(String line) {
        long before = count("CMD " + line);
        try {
            control.write((line + "\n").getBytes(StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        await("the strap to take: " + line, () -> count("CMD " + line) > before);
        if (line.equals("quit")) {
            await("the end of BlueZ's double", () -> !fake.isAlive());
        }
        if (count("CMD failed") > 0) {
            throw new AssertionError("a command failed:\n" + log());
        }
    }

    /** All notifications that the straps sent so far, in order. */
    public List<Sent> transmitted() {
        List<Sent> sent = new ArrayList<>();
        for (String line : lines()) {
            if (line.startsWith("TX ")) {
                sent.add(Sent.of(line));
            }
        }
        return sent;
    }

    /** Holds the stand-in for BlueZ, or lets it go on: nothing is sent and nothing answered. */
    void stallService(boolean stalled) {
        signal(fake, stalled);
    }

    /** Holds the bus, or lets it go on: messages wait, and then come all at once. */
    void stallBus(boolean stalled) {
        signal(bus, stalled);
    }

    private static void signal(Process process, boolean stop) {
        if (!succeeds("kill", stop ? "-STOP" : "-CONT", Long.toString(process.pid()))) {
            throw new AssertionError("no signal reached " + process.pid());
        }
    }

    /** Takes the whole bus away, and the stand-in with it. */
    public void stopBus() {
        stopProcesses();
    }

    /** Brings the bus back at the same address, with straps as new. */
    public void startBus() throws IOException {
        Files.deleteIfExists(file("bus"));
        Files.deleteIfExists(file("ctl"));
        bus =
                new ProcessBuilder(
                                "dbus-daemon",
                                "--config-file=" + file("bus.conf"),
                                "--nofork",
                                "--nopidfile")
                        .redirectErrorStream(true)
                        .redirectOutput(ProcessBuilder.Redirect.appendTo(file("dbus.log").toFile()))
                        .start();
        await("the bus", () -> Files.exists(file("bus")));
        long before = count("READY");
        List<String> command =
                new ArrayList<>(
                        List.of(PYTHON, script().toString(), "--ctl", file("ctl").toString()));
        command.addAll(fakeArguments);
        ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
        builder.environment().put("DBUS_SYSTEM_BUS_ADDRESS", busAddress());
        builder.redirectOutput(ProcessBuilder.Redirect.appendTo(file("fake.log").toFile()));
        fake = builder.start();
        await("the straps", () -> count("READY") > before);
        control = new RandomAccessFile(file("ctl").toFile(), "rw"); // both ways: never blocks
    }

    private String configuration() {
        return """
                    <!DOCTYPE busconfig PUBLIC "-//freedesktop//DTD D-Bus Bus Configuration 1.0//EN"
                     "http://www.freedesktop.org/standards/dbus/1.0/busconfig.dtd">
                    <busconfig><type>system</type><listen>unix:path=%s</listen><auth>EXTERNAL</auth>
                    <policy context="default"><allow user="*"/><allow own="*"/>
                    <allow send_type="method_call"/><allow send_type="signal"/>
                    <allow send_requested_reply="true" send_type="method_return"/>
                    <allow send_requested_reply="true" send_type="error"/>
                    <allow receive_type="method_call"/><allow receive_type="method_return"/>
                    <allow receive_type="error"/><allow receive_type="signal"/>
                    %s</policy></busconfig>
                    """
                .formatted(file("bus"), policy);
    }

    private static Path script() {
        String base = System.getProperty("basedir", System.getProperty("user.dir"));
        return Path.of(base, "src", "test", "rigs", "ble", "light", "fake_bluez.py");
    }

    private Path file(String name) {
        return folder.resolve(name);
    }

    /** How many lines of the stand-in's log begin so. */
    long count(String start) {
        return lines().stream().filter(line -> line.startsWith(start)).count();
    }

    /** Those lines of the stand-in's log. */
    List<String> log(String start) {
        return lines().stream().filter(line -> line.startsWith(start + " ")).toList();
    }

    /** The whole lines of the stand-in's log so far; only what is new is read. */
    private synchronized List<String> lines() {
        if (!Files.exists(file("fake.log"))) {
            return List.of();
        }
        try (RandomAccessFile log = new RandomAccessFile(file("fake.log").toFile(), "r")) {
            byte[] fresh = new byte[(int) (log.length() - logRead)];
            log.seek(logRead);
            log.readFully(fresh);
            String text = new String(fresh, StandardCharsets.UTF_8);
            int whole = text.lastIndexOf('\n') + 1;
            text.substring(0, whole).lines().forEach(logLines::add);
            logRead += text.substring(0, whole).getBytes(StandardCharsets.UTF_8).length;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return List.copyOf(logLines);
    }

    private String log() {
        return String.join("\n", lines());
    }

    /** Waits for {@code condition}, for twenty seconds at most. */
    void await(String what, BooleanSupplier condition) {
        await(what, PATIENCE, condition, this::log);
    }

    static void await(
            String what,
            Duration patience,
            BooleanSupplier condition,
            java.util.function.Supplier<String> context) {
        for (long left = patience.toMillis(); left > 0; left -= 20) {
            if (condition.getAsBoolean()) {
                return;
            }
            try {
                TimeUnit.MILLISECONDS.sleep(20);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new AssertionError("interrupted while waiting for " + what, e);
            }
        }
        throw new AssertionError("waited in vain for " + what + "; seen:\n" + context.get());
    }

    private void stopProcesses() {
        if (control != null) {
            try {
                control.close();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
        for (Process process : new Process[] {fake, bus}) {
            if (process != null) {
                process.destroyForcibly();
                try {
                    process.waitFor(5, TimeUnit.SECONDS);
                } catch (InterruptedException e) {
                    Thread.currentThread().interrupt();
                }
            }
        }
    }

    @Override
    public void close() throws IOException {
        stopProcesses();
        Runtime.getRuntime().removeShutdownHook(cleanUp);
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path path : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(path);
            }
        }
    }
}
