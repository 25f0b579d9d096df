package org.attune.sensor.ble;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.attune.sensor.Capability;
import org.attune.sensor.Contact;
import org.attune.sensor.SensorAddress;
import org.attune.sensor.SensorEvent;
import org.attune.sensor.SensorEvent.BatteryReported;
import org.attune.sensor.SensorEvent.ContactChanged;
import org.attune.sensor.SensorEvent.HeartRateReceived;
import org.attune.sensor.SensorEvent.Linked;
import org.attune.sensor.SensorEvent.Overrun;
import org.attune.sensor.SensorEvent.RrReceived;
import org.attune.sensor.SensorUnavailableException;
import org.attune.sensor.SourceClass;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** The sensor with a strap on a real bus; the strap is a double, the bus is not. */
class BleSensorTest {
    private final StrapBench bench = new StrapBench();

    @AfterEach
    void clearTheBench() throws IOException {
        bench.close();
    }

    @Test
    void linksAndSaysWhatTheStrapIs() {
        bench.startRig();
        bench.openAndAwaitBeats();

        SensorEvent first = bench.heard.all().get(0);
        assertThat(first).isInstanceOf(Linked.class);
        assertThat(bench.heard.all(BatteryReported.class).get(0).percent()).isEqualTo(87);
        assertThat(bench.sensor.description().name()).isEqualTo("FAKE HR 0001");
        assertThat(bench.sensor.description().address()).isEqualTo("ble:" + LightRig.STRAP);
        assertThat(bench.sensor.description().source()).isEqualTo(SourceClass.ECG);
        assertThat(bench.sensor.description().capabilities())
                .isEqualTo(
                        Set.of(
                                Capability.RR,
                                Capability.HEART_RATE,
                                Capability.CONTACT,
                                Capability.BATTERY));
        List<Linked> linked = bench.heard.all(Linked.class);
        assertThat(linked.get(linked.size() - 1).sensor()).isEqualTo(bench.sensor.description());
        assertThat(bench.heard.all(ContactChanged.class))
                .extracting(ContactChanged::contact)
                .containsExactly(Contact.GOOD);
        assertThat(bench.heard.all(HeartRateReceived.class).get(0).bpm()).isEqualTo(240);
    }

    @Test
    void everyBeatOfARealHeartArrivesAsItWasSent() {
        bench.startRig();
        bench.rig.command("pause");
        bench.open();
        bench.heard.await(Linked.class, 1);
        List<Integer> heart = realHeart();

        for (int i = 0; i < heart.size(); i += 2) {
            int bpm =
                    80 + i % 20; // no two equal in a row: sent this fast, they would be duplicates
            byte[] value = HeartRatePackets.beats(bpm, heart.get(i), heart.get(i + 1));
            bench.rig.command("raw " + HeartRatePackets.hex(value));
        }
        bench.heard.await("all beats", all -> all.ticks().size() >= heart.size());

        assertThat(bench.heard.ticks()).isEqualTo(heart);
        assertThat(bench.heard.ticks()).isEqualTo(bench.transmittedTicks());
        assertThat(bench.heard.all()).noneMatch(Overrun.class::isInstance);
        assertThat(bench.heard.all())
                .isSortedAccordingTo((a, b) -> Long.compare(a.at().nanos(), b.at().nanos()));
    }

    private static List<Integer> realHeart() {
        String name = "nsr001-300.rr.tsv";
        try (InputStream in =
                Objects.requireNonNull(BleSensorTest.class.getResourceAsStream(name), name)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .skip(1)
                    .map(line -> Double.parseDouble(line.split("\t", -1)[1]))
                    .map(millis -> (int) Math.round(millis * 1.024))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Test
    void lostContactIsSaidAndWhatIsStaleIsNot() throws InterruptedException {
        bench.startRig();
        bench.openAndAwaitBeats();

        bench.rig.command("contact off");
        bench.heard.await(ContactChanged.class, 2);
        int from = bench.heard.size();
        TimeUnit.SECONDS.sleep(1);
        assertThat(bench.heard.size()).isEqualTo(from);
        bench.rig.command("contact on");
        bench.heard.await(ContactChanged.class, 3);
        bench.heard.awaitAfter(from, RrReceived.class);

        assertThat(bench.heard.all(ContactChanged.class))
                .extracting(ContactChanged::contact)
                .containsExactly(Contact.GOOD, Contact.LOST, Contact.GOOD);
    }

    @Test
    void otherReadsOfTheStrapAreNotHeartbeats() {
        bench.startRig();
        bench.rig.command("pause");
        bench.open();
        bench.heard.await(Linked.class, 1);
        bench.rig.command("battery 55");
        bench.heard.await(BatteryReported.class, 2);
        bench.rig.command("raw " + HeartRatePackets.hex(HeartRatePackets.beats(60, 1000)));
        bench.heard.await(RrReceived.class, 1);

        assertThat(bench.heard.ticks()).containsExactly(1000);
        assertThat(bench.heard.all(HeartRateReceived.class)).hasSize(1);
        assertThat(bench.heard.all()).noneMatch(Overrun.class::isInstance);
        assertThat(bench.heard.all(BatteryReported.class).get(1).percent()).isEqualTo(55);
    }

    @Test
    void aStrapWithoutIntervalsIsSaidToBeOne() {
        bench.startRig();
        bench.rig.command("rr off");
        bench.open();
        bench.heard.await(HeartRateReceived.class, 12);

        assertThat(bench.heard.all(RrReceived.class)).isEmpty();
        assertThat(bench.sensor.description().source()).isEqualTo(SourceClass.HEART_RATE_ONLY);
        assertThat(bench.sensor.description().capabilities()).doesNotContain(Capability.RR);
        assertThat(bench.heard.all(Linked.class)).hasSize(2);
    }

    @Test
    void theOnlyStrapInReachNeedsNoName() {
        bench.startRig();
        bench.sensor = StrapBench.sensorAt("ble:", bench.rig.busAddress());

        bench.sensor.open(StrapBench.clock(), bench.heard);
        bench.heard.await(RrReceived.class, 1);

        assertThat(bench.sensor.description().address()).isEqualTo("ble:" + LightRig.STRAP);
    }

    @Test
    void ofTwoStrapsOneMustBeNamed() {
        bench.startRig("--straps", "2");
        bench.sensor = StrapBench.sensorAt("ble:", bench.rig.busAddress());

        assertThatThrownBy(() -> bench.sensor.open(StrapBench.clock(), bench.heard))
                .isInstanceOf(SensorUnavailableException.class)
                .hasMessageStartingWith("more than one strap is in reach: name one of them: ble:C0")
                .hasMessageContaining("ble:C0:00:00:00:00:01 (FAKE HR 0001)")
                .hasMessageContaining("ble:C0:00:00:00:00:02 (FAKE HR 0002)");
        assertThat(bench.heard.all()).isEmpty();
    }

    @Test
    void bluetoothSwitchedOffIsSaidAtOnceAndWithWhatToDo() {
        bench.startRig();
        bench.rig.command("powered off");

        assertThatThrownBy(bench::open)
                .isInstanceOf(SensorUnavailableException.class)
                .hasMessageStartingWith("Bluetooth is switched off: switch it on")
                .hasMessageNotContaining("\n");
    }

    @Test
    void aMissingAdapterIsSaidAtOnceAndWithWhatToDo() {
        bench.startRig();
        bench.rig.command("unplug");

        assertThatThrownBy(bench::open)
                .isInstanceOf(SensorUnavailableException.class)
                .hasMessageStartingWith("no Bluetooth adapter: plug one in");
    }

    @Test
    void aMissingServiceIsSaidAtOnceAndWithWhatToDo() {
        bench.startRig();
        bench.rig.command("quit");

        assertThatThrownBy(bench::open)
                .isInstanceOf(SensorUnavailableException.class)
                .hasMessageStartingWith("the Bluetooth service is not running: install BlueZ");
    }

    @Test
    void deniedAccessIsSaidAtOnceAndWithWhatToDo() {
        bench.rig = LightRig.startForbidden();

        assertThatThrownBy(bench::open)
                .isInstanceOf(SensorUnavailableException.class)
                .hasMessage(
                        "access to Bluetooth is denied: add this user to the group 'bluetooth', or"
                                + " log in at the machine itself");
    }

    @Test
    void ofTwoAdaptersTheOneThatIsSwitchedOnIsUsed() {
        bench.startRig("--adapters", "2");
        bench.rig.command("powered off hci0");
        bench.openAndAwaitBeats();

        assertThat(BleScan.readiness(bench.rig.busAddress()).finding())
                .isEqualTo("BlueZ answers, adapter hci1 is switched on");
    }

    @Test
    void theAdapterMayBeNamed() {
        bench.startRig("--adapters", "2");
        bench.rig.command("powered off hci1");
        bench.sensor =
                StrapBench.sensorAt(
                        "ble:" + LightRig.STRAP + "?adapter=hci1", bench.rig.busAddress());

        assertThatThrownBy(() -> bench.sensor.open(StrapBench.clock(), bench.heard))
                .isInstanceOf(SensorUnavailableException.class)
                .hasMessageStartingWith("Bluetooth is switched off");
    }

    @Test
    void aMissingBusIsSaidAtOnceAndWithWhatToDo() {
        bench.sensor = StrapBench.sensorAt("ble:" + LightRig.STRAP, "unix:path=/nonexistent/bus");

        assertThatThrownBy(() -> bench.sensor.open(StrapBench.clock(), bench.heard))
                .isInstanceOf(SensorUnavailableException.class)
                .hasMessageStartingWith("no D-Bus system bus: Bluetooth straps need Linux");
    }

    @Test
    void closingIsQuickRepeatableAndLetsTheStrapGo() throws InterruptedException {
        bench.startRig();
        bench.openAndAwaitBeats();

        long began = System.nanoTime();
        bench.sensor.close();
        bench.sensor.close();
        double seconds = (System.nanoTime() - began) / 1e9;
        int from = bench.heard.size();
        int sent = bench.rig.transmitted().size();
        TimeUnit.SECONDS.sleep(1);

        assertThat(seconds).isLessThan(2);
        assertThat(bench.heard.size()).isEqualTo(from);
        assertThat(bench.rig.transmitted().size()).isBetween(sent, sent + 1);
        assertThat(BleScan.scan(java.time.Duration.ofSeconds(1), bench.rig.busAddress()))
                .extracting(FoundStrap::connected)
                .containsExactly(false);
    }

    @Test
    void closingFromWithinAnEventWorksAndIsTheLastWord() throws InterruptedException {
        bench.startRig();
        CountDownLatch closed = new CountDownLatch(1);
        bench.sensor = StrapBench.sensorAt("ble:" + LightRig.STRAP, bench.rig.busAddress());
        bench.sensor.open(
                StrapBench.clock(),
                event -> {
                    bench.heard.heard(event);
                    if (event instanceof RrReceived) {
                        bench.sensor.close();
                        closed.countDown();
                    }
                });

        assertThat(closed.await(20, TimeUnit.SECONDS)).isTrue();
        int from = bench.heard.size();
        TimeUnit.SECONDS.sleep(1);
        assertThat(bench.heard.size()).isEqualTo(from);
    }

    @Test
    void aBadAddressIsABrokenContract() {
        assertThatThrownBy(() -> BleSensor.of(SensorAddress.parse("ble:H10")))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("ble:AA:BB:CC:DD:EE:FF");
        assertThatThrownBy(() -> BleSensor.of(SensorAddress.parse("serial:/dev/ttyUSB0")))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> BleSensor.of(SensorAddress.parse("ble:?speed=2")))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("adapter");
    }
}
