package org.attune.sensor.ble;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.TimeUnit;
import org.attune.sensor.SensorAddress;
import org.attune.sensor.SensorEvent;
import org.attune.sensor.SensorUnavailableException;
import org.attune.time.SessionClock;
import org.attune.time.SystemTicker;

/**
 * The sensor against the real bluetoothd, in the guest of the QEMU rig: {@code run FOLDER} scans,
 * links, listens for a minute, and goes on through a dropped link and a restart of bluetoothd, with
 * one driver after the other; {@code compare FOLDER}, run afterwards anywhere, holds what arrived
 * against what the strap sent.
 */
public final class RealBluezProbe {
    private static final Duration PATIENCE = Duration.ofMinutes(4);
    private static final int BEATS_A_MINUTE = 120;
    private static final int FIRST_BEATS = BEATS_A_MINUTE;
    private static final int LATER_BEATS = 10;
    private static final Path STRAP_CONTROL = Path.of("/run/strap.ctl");
    private static final Path DAEMON_PID = Path.of("/run/bluetoothd.pid");

    private final HeardEvents heard = new HeardEvents();
    private final BleDriver driver;

    private RealBluezProbe(BleDriver driver) {
        this.driver = driver;
    }

    /** {@code run FOLDER} or {@code compare FOLDER}; fails with an exception and status 1. */
    public static void main(String[] args) throws IOException, InterruptedException {
        Path folder = Path.of(args[1]);
        if (args[0].equals("run")) {
            Files.writeString(STRAP_CONTROL, "hr " + BEATS_A_MINUTE + "\n");
            for (BleDriver driver : BleDriver.values()) {
                new RealBluezProbe(driver).run(folder);
            }
        } else {
            compare(folder);
        }
    }

    private void run(Path folder) throws IOException, InterruptedException {
        say(driver + " looks for the strap");
        FoundStrap strap = find();
        say("found: " + strap);
        SessionClock clock = SessionClock.startingNow(new SystemTicker());
        long zero = clock.now().nanos();
        long origin = System.nanoTime() - zero;
        try (BleSensor sensor = BleSensor.of(sensorAddress(strap))) {
            sensor.open(clock, heard);
            awaitBeats(FIRST_BEATS);
            if (driver == BleDriver.BLUEZ) { // the other one does not ask for movement
                heard.await(SensorEvent.MotionReceived.class, 3);
            }
            say("linked: " + sensor.description());
            say("the strap drops the link");
            Files.writeString(STRAP_CONTROL, "drop\n");
            awaitLosses(1);
            awaitBeats(heard.ticks().size() + LATER_BEATS);
            say("bluetoothd is restarted");
            restartDaemon(folder);
            awaitLosses(2);
            awaitBeats(heard.ticks().size() + LATER_BEATS);
        } finally {
            write(folder.resolve(received(driver)), origin);
        }
        int last = heard.size();
        TimeUnit.SECONDS.sleep(2);
        if (heard.size() != last) {
            throw new AssertionError("an event came after closing");
        }
        say("done, " + heard.ticks().size() + " beats");
    }

    private SensorAddress sensorAddress(FoundStrap strap) {
        return SensorAddress.parse(driver.scheme() + ":" + strap.address());
    }

    private static String received(BleDriver driver) {
        return "received-" + driver + ".log";
    }

    private static void say(String line) {
        System.out.printf("%.1f s: %s%n", System.nanoTime() / 1e9, line);
    }

    private FoundStrap find() {
        for (int attempt = 0; attempt < 12; attempt++) {
            try {
                List<FoundStrap> found = BleScan.scan(Duration.ofSeconds(6), driver, null);
                if (!found.isEmpty()) {
                    return found.get(0);
                }
            } catch (
                    SensorUnavailableException
                            e) { // a guest without a processor of its own is slow
                say("not yet: " + e.getMessage());
            }
        }
        throw new AssertionError("no strap was found");
    }

    private void awaitBeats(int n) {
        await(n + " beats", () -> heard.ticks().size() >= n);
    }

    private void awaitLosses(int n) {
        await("loss " + n, () -> heard.all(SensorEvent.LinkLost.class).size() >= n);
    }

    private void await(String what, java.util.function.BooleanSupplier condition) {
        LightRig.await(what, PATIENCE, condition, () -> String.valueOf(heard.all()));
    }

    private static void restartDaemon(Path folder) throws IOException, InterruptedException {
        long pid = Long.parseLong(Files.readString(DAEMON_PID).strip());
        ProcessHandle.of(pid).ifPresent(ProcessHandle::destroy);
        TimeUnit.SECONDS.sleep(2);
        Process daemon =
                new ProcessBuilder("/usr/libexec/bluetooth/bluetoothd", "-n")
                        .redirectErrorStream(true)
                        .redirectOutput(
                                ProcessBuilder.Redirect.appendTo(
                                        folder.resolve("bluetoothd.log").toFile()))
                        .start();
        Files.writeString(DAEMON_PID, daemon.pid() + "\n");
    }

    private void write(Path file, long origin) throws IOException {
        List<String> lines = new ArrayList<>();
        for (SensorEvent event : heard.all()) {
            long nanos = origin + event.at().nanos();
            if (event instanceof SensorEvent.RrReceived) {
                for (int ticks : HeardEvents.ticks(List.of(event))) {
                    lines.add("RR " + nanos + " " + ticks);
                }
            } else if (event instanceof SensorEvent.LinkLost lost) {
                lines.add("LOST " + nanos + " " + lost.cause());
            } else if (event instanceof SensorEvent.Overrun) {
                lines.add("HOLE " + nanos);
            }
        }
        Files.write(file, lines);
    }

    /** A beat: when it was sent or heard, and its length in 1/1024 s. */
    private record Beat(long nanos, int ticks) {}

    private static void compare(Path folder) throws IOException {
        List<Beat> sent = new ArrayList<>();
        for (String line : Files.readAllLines(folder.resolve("strap.log"))) {
            String[] words = line.split(" ");
            if (words[0].equals("TX")) {
                HeartRateMeasurement.decode(HexFormat.of().parseHex(words[2]))
                        .orElseThrow()
                        .rrTicks()
                        .forEach(ticks -> sent.add(new Beat(Long.parseLong(words[1]), ticks)));
            }
        }
        int next = 0;
        for (BleDriver driver : BleDriver.values()) {
            next = report(driver, sent, next, stretches(folder.resolve(received(driver))));
        }
    }

    private static List<List<Beat>> stretches(Path file) throws IOException {
        List<List<Beat>> stretches = new ArrayList<>();
        stretches.add(new ArrayList<>());
        for (String line : Files.readAllLines(file)) {
            String[] words = line.split(" ");
            if (words[0].equals("RR")) {
                stretches
                        .get(stretches.size() - 1)
                        .add(new Beat(Long.parseLong(words[1]), Integer.parseInt(words[2])));
            } else {
                stretches.add(new ArrayList<>());
            }
        }
        return stretches;
    }

    /** Says how it went; where in what was sent the driver's last beat is. */
    private static int report(
            BleDriver driver, List<Beat> sent, int from, List<List<Beat>> stretches) {
        List<Double> delays = new ArrayList<>();
        List<String> gaps = new ArrayList<>();
        int next = from;
        int received = 0;
        for (List<Beat> stretch : stretches) {
            if (stretch.isEmpty()) {
                continue;
            }
            int at = indexOf(ticks(stretch), ticks(sent), next);
            if (at < 0) {
                throw new AssertionError("a stretch that the strap never sent: " + ticks(stretch));
            }
            gaps.add(String.valueOf(at - next));
            for (int i = 0; i < stretch.size(); i++) {
                delays.add((stretch.get(i).nanos() - sent.get(at + i).nanos()) / 1e6);
            }
            next = at + stretch.size();
            received += stretch.size();
        }
        if (received < FIRST_BEATS + 2 * LATER_BEATS || gaps.size() != 3) {
            throw new AssertionError(received + " beats in " + gaps.size() + " stretches");
        }
        Collections.sort(delays);
        System.out.println(
                String.format(
                        Locale.ROOT,
                        "real bluetoothd, %s: %d beats received, all equal to what was sent; %d links"
                                + " (first, after a dropped link, after a restart of bluetoothd);"
                                + " beats sent while there was no link, before each: %s; delay"
                                + " %.0f / %.0f / %.0f ms (least, middle, most)",
                        driver,
                        received,
                        gaps.size(),
                        String.join(", ", gaps),
                        delays.get(0),
                        delays.get(delays.size() / 2),
                        delays.get(delays.size() - 1)));
        return next;
    }

    private static List<Integer> ticks(List<Beat> beats) {
        return beats.stream().map(Beat::ticks).toList();
    }

    private static int indexOf(List<Integer> part, List<Integer> whole, int from) {
        int at = Collections.indexOfSubList(whole.subList(from, whole.size()), part);
        return at < 0 ? at : from + at;
    }
}
