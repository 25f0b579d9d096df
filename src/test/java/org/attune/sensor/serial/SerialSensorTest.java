package org.attune.sensor.serial;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.attune.sensor.Capability;
import org.attune.sensor.RrInterval;
import org.attune.sensor.SensorAddress;
import org.attune.sensor.SensorEvent;
import org.attune.sensor.SensorEvent.LinkLost;
import org.attune.sensor.SensorEvent.Linked;
import org.attune.sensor.SensorEvent.RrReceived;
import org.attune.sensor.SensorUnavailableException;
import org.attune.sensor.SourceClass;
import org.attune.testkit.Rigs;
import org.attune.time.SessionClock;
import org.attune.time.SystemTicker;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SerialSensorTest {
    private final SessionClock clock = SessionClock.startingNow(new SystemTicker());
    private final BlockingQueue<SensorEvent> heard = new LinkedBlockingQueue<>();

    private static SerialSensor sensor(Object path, String options) {
        return SerialSensor.of(SensorAddress.parse("serial:" + path + options));
    }

    private SensorEvent next() throws InterruptedException {
        SensorEvent event = heard.poll(15, TimeUnit.SECONDS);
        if (event == null) {
            throw new AssertionError("nothing was heard for 15 s");
        }
        return event;
    }

    private static List<Integer> realHeart() throws IOException {
        try (BufferedReader lines =
                new BufferedReader(
                        new InputStreamReader(
                                SerialSensorTest.class.getResourceAsStream("nsr001-300.txt"),
                                StandardCharsets.US_ASCII))) {
            return lines.lines().map(Integer::valueOf).toList();
        }
    }

    private List<RrInterval> intervals(int count) throws InterruptedException {
        List<RrInterval> intervals = new ArrayList<>();
        while (intervals.size() < count) {
            if (next() instanceof RrReceived rr) {
                intervals.addAll(rr.intervals());
            }
        }
        return intervals;
    }

    @Test
    void aRealHeartArrivesExactlyAsBareLines(@TempDir Path folder) throws Exception {
        try (PtyPair cable = PtyPair.start(folder);
                SerialSensor sensor = sensor(cable.sensorEnd(), "?protocol=lines-ibi")) {
            sensor.open(clock, heard::add);
            assertThat(next()).isInstanceOf(Linked.class);
            cable.write("12\n");
            for (int millis : realHeart()) {
                cable.write(millis + "\r\n");
            }

            assertThat(intervals(300))
                    .isEqualTo(realHeart().stream().map(RrInterval::ofMillis).toList());
            assertThat(heard).isEmpty();
        }
    }

    @Test
    void aRealHeartArrivesExactlyInOurOwnProtocol(@TempDir Path folder) throws Exception {
        try (PtyPair cable = PtyPair.start(folder);
                SerialSensor sensor = sensor(cable.sensorEnd(), "")) {
            sensor.open(clock, heard::add);
            long clockMillis = 0;
            int sequence = 65_400; // so that the numbers begin again on the way
            for (int millis : realHeart()) {
                clockMillis += millis;
                cable.write(
                        LineProtocolsTest.line(
                                sequence++ % 65_536, clockMillis, "s=ecg,r=" + millis * 1000));
            }

            assertThat(((Linked) next()).sensor().source()).isEqualTo(SourceClass.UNKNOWN);
            assertThat(((Linked) next()).sensor().source()).isEqualTo(SourceClass.ECG);
            List<RrInterval> expected = realHeart().stream().map(RrInterval::ofMillis).toList();
            for (RrInterval interval : expected) {
                assertThat(next())
                        .isInstanceOfSatisfying(
                                RrReceived.class,
                                rr -> assertThat(rr.intervals()).containsExactly(interval));
            }
        }
    }

    @Test
    void anUnpluggedSensorIsLostAtOnceAndFoundAgainUnderItsName(@TempDir Path folder)
            throws Exception {
        try (PtyPair cable = PtyPair.start(folder);
                SerialSensor sensor = sensor(cable.sensorEnd(), "?protocol=lines-ibi")) {
            sensor.open(clock, heard::add);
            assertThat(next()).isInstanceOf(Linked.class);
            for (int time = 1; time <= 3; time++) {
                cable.write("\n800\n81");
                assertThat(intervals(1)).containsExactly(RrInterval.ofMillis(800));

                double unplugged = clock.now().toSeconds();
                cable.unplug();
                SensorEvent lost = next();
                assertThat(lost).isInstanceOf(LinkLost.class);
                assertThat(lost.at().toSeconds() - unplugged).isLessThan(3);
                cable.replug();
                assertThat(next()).isInstanceOf(Linked.class);
                cable.write("0\n"); // the end of a line whose beginning is gone
                cable.write("802\n");
                assertThat(intervals(1)).containsExactly(RrInterval.ofMillis(802));
            }
            assertThat(heard).isEmpty();
        }
    }

    @Test
    void aPortInUseByAnotherProgramIsSaidToBe(@TempDir Path folder) throws Exception {
        Rigs.need("flock");
        try (PtyPair cable = PtyPair.start(folder)) {
            Process other =
                    new ProcessBuilder(
                                    "flock",
                                    cable.sensorEnd().toRealPath().toString(),
                                    "sh",
                                    "-c",
                                    "echo locked; exec sleep 60")
                            .start();
            try (BufferedReader said = other.inputReader();
                    SerialSensor sensor = sensor(cable.sensorEnd(), "")) {
                assertThat(said.readLine()).isEqualTo("locked");
                assertThatThrownBy(() -> sensor.open(clock, heard::add))
                        .isInstanceOf(SensorUnavailableException.class)
                        .hasMessage(OpenFailure.busy(cable.sensorEnd().toString()))
                        .message()
                        .contains("in use by another program");
            } finally {
                other.descendants().forEach(ProcessHandle::destroy);
                other.destroy();
            }
        }
    }

    @Test
    void aPortInUseByOurselvesIsSaidToBe(@TempDir Path folder) {
        try (PtyPair cable = PtyPair.start(folder);
                SerialSensor first = sensor(cable.sensorEnd(), "");
                SerialSensor second = sensor(cable.sensorEnd(), "")) {
            first.open(clock, heard::add);
            assertThatThrownBy(() -> second.open(clock, heard::add))
                    .isInstanceOf(SensorUnavailableException.class)
                    .hasMessageContaining("in use by another program");
        }
    }

    @Test
    void whatIsNoPortIsSaidInOneLineWithTheRemedy(@TempDir Path folder) throws IOException {
        Path file = Files.writeString(folder.resolve("file"), "x");
        assertUnavailable(folder.resolve("ttyUSB9"), "there is no serial port");
        assertUnavailable(file, "is not a serial port");
        assertUnavailable(folder, "is not a serial port");
        assertUnavailable(Path.of("/dev/null"), "is not a serial port");
    }

    private void assertUnavailable(Path path, String words) {
        try (SerialSensor sensor = sensor(path, "")) {
            assertThatThrownBy(() -> sensor.open(clock, heard::add))
                    .as(path.toString())
                    .isInstanceOf(SensorUnavailableException.class)
                    .message()
                    .contains(words)
                    .contains(path.toString())
                    .contains("attune sensors")
                    .doesNotContain("\n");
        }
        assertThat(heard).isEmpty();
    }

    @Test
    void aForbiddenPortNamesTheGroup() {
        // 13 is what the system answers to who may not; tests often run as root, who may all.
        assertThat(OpenFailure.explain("/dev/tty", 13)).contains("dialout").doesNotContain("\n");
        assertThat(OpenFailure.explain("/dev/tty", 11)).contains("in use");
    }

    @Test
    void closingIsQuickAndLastAndMayBeRepeated(@TempDir Path folder) throws Exception {
        try (PtyPair cable = PtyPair.start(folder)) {
            SerialSensor sensor = sensor(cable.sensorEnd(), "?protocol=lines-ibi");
            sensor.open(clock, heard::add);
            next();
            double before = clock.now().toSeconds();
            sensor.close();
            sensor.close();
            assertThat(clock.now().toSeconds() - before).isLessThan(2);
            cable.write("\n800\n800\n");
            assertThat(heard.poll(300, TimeUnit.MILLISECONDS)).isNull();
            try (SerialSensor again = sensor(cable.sensorEnd(), "")) {
                again.open(clock, heard::add); // the port was let go
                assertThat(next()).isInstanceOf(Linked.class);
            }
        }
    }

    @Test
    void anAddressThatIsNotUnderstoodNamesWhatThereIs() {
        assertThatThrownBy(() -> sensor("/dev/ttyUSB0", "?protocol=nonin-9"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage(
                        "there is no serial protocol 'nonin-9', only attune, lines-ibi,"
                                + " pulsesensor-bsq, pulsesensor-csv, key-value, nonin-1, nonin-2,"
                                + " nonin-8, auto");
        assertThatThrownBy(() -> sensor("/dev/ttyUSB0", "?baud=fast"))
                .hasMessage("must be 300 to 4000000: baud=fast");
        assertThatThrownBy(() -> sensor("/dev/ttyUSB0", "?parity=odd"))
                .hasMessage("serial: knows no option parity, only protocol and baud");
        assertThatThrownBy(() -> sensor("", "")).hasMessage("name a port: serial:/dev/ttyUSB0");
    }

    @Test
    void aSensorPromisesOnlyWhatItsProtocolCarries() {
        try (SerialSensor rateOnly = sensor("/dev/x", "?protocol=key-value");
                SerialSensor pulse = sensor("/dev/x", "?protocol=pulsesensor-bsq&baud=9600")) {
            assertThat(rateOnly.description().source()).isEqualTo(SourceClass.HEART_RATE_ONLY);
            assertThat(rateOnly.description().capabilities()).doesNotContain(Capability.RR);
            assertThat(pulse.description().source()).isEqualTo(SourceClass.OPTICAL);
            assertThat(pulse.description().address())
                    .isEqualTo("serial:/dev/x?protocol=pulsesensor-bsq&baud=9600");
        }
    }

    @Test
    void aPortIsNamedByTheLinkThatStaysTheSame(@TempDir Path folder) throws IOException {
        Path port = Files.writeString(folder.resolve("ttyUSB3"), "");
        Path links = Files.createDirectory(folder.resolve("by-id"));
        Path link = Files.createSymbolicLink(links.resolve("usb-Bench-if00"), port);
        Files.createSymbolicLink(links.resolve("usb-gone-if00"), folder.resolve("nowhere"));
        assertThat(SerialPorts.stableLinks(links))
                .containsExactly(Map.entry(port.toRealPath(), link.toString()));
        assertThat(SerialPorts.stableLinks(folder.resolve("no such folder"))).isEmpty();
    }

    @Test
    void portsAreListedByPathAndReadinessIsOneLine() {
        assertThat(SerialPorts.list())
                .allSatisfy(
                        port -> {
                            assertThat(port.path()).isNotBlank();
                            assertThat(port.description()).isNotBlank();
                            assertThat(SensorAddress.parse(port.address()).target())
                                    .isEqualTo(port.stablePath());
                        })
                .isSortedAccordingTo((a, b) -> a.path().compareTo(b.path()));
        SerialPorts.Readiness readiness = SerialPorts.readiness();
        assertThat(readiness.works()).as(readiness.finding()).isTrue();
        assertThat(readiness.finding()).startsWith("the serial library works").doesNotContain("\n");
    }

    /** As udev does: the stable name is a link, and the port behind it comes back as another. */
    @Test
    void aPortThatComesBackUnderAnotherNumberIsFoundByItsStableLink(@TempDir Path folder)
            throws Exception {
        Path link = folder.resolve("usb-Attune_Bench_1-if00");
        Path first = Files.createDirectory(folder.resolve("first"));
        Path second = Files.createDirectory(folder.resolve("second"));
        try (PtyPair before = PtyPair.start(first);
                PtyPair other = PtyPair.start(second);
                SerialSensor sensor = sensor(link, "?protocol=auto")) {
            Files.createSymbolicLink(link, before.sensorEnd().toRealPath());
            sensor.open(clock, heard::add);
            before.write(LineProtocolsTest.line(1, 1000, "s=ecg,n=Bench 1"));
            before.write(LineProtocolsTest.line(2, 2000, "r=800000"));
            assertThat(Spoken.of(next())).isEqualTo("linked Bench 1 ECG");
            assertThat(Spoken.of(next())).isEqualTo("rr 800.0");

            before.unplug();
            Files.delete(link);
            assertThat(next()).isInstanceOf(LinkLost.class);
            assertThat(heard.poll(700, TimeUnit.MILLISECONDS)).isNull();
            Files.createSymbolicLink(link, other.sensorEnd().toRealPath());
            Thread.sleep(1_200);
            other.write(LineProtocolsTest.line(7, 500, "r=810000"));
            other.write(LineProtocolsTest.line(8, 1500, "r=820000"));

            assertThat(Spoken.of(next())).isEqualTo("linked serial sensor UNKNOWN");
            assertThat(Spoken.of(next())).isEqualTo("rr 820.0");
        }
    }

    @Test
    void aPulseOximeterIsRecognisedOverThePort(@TempDir Path folder) throws Exception {
        try (PtyPair cable = PtyPair.start(folder);
                SerialSensor sensor = sensor(cable.sensorEnd(), "?protocol=auto&baud=9600")) {
            sensor.open(clock, heard::add);
            for (int i = 0; i < 6; i++) {
                cable.write(NoninFrames.packet(0, 71 + i));
            }
            Linked linked = (Linked) next();
            assertThat(linked.sensor().capabilities()).doesNotContain(Capability.RR);
            assertThat(linked.sensor().address()).endsWith("?protocol=nonin-2&baud=9600");
            assertThat(Spoken.of(next())).startsWith("rate 7");
        }
    }
}
