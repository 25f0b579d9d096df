package org.attune.sensor.ble;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import org.attune.sensor.Capability;
import org.attune.sensor.SensorEvent.BatteryReported;
import org.attune.sensor.SensorEvent.LinkLost;
import org.attune.sensor.SensorEvent.Linked;
import org.attune.sensor.SourceClass;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;

/** The second driver with a strap on a real bus, TinyB's own native code in its child. */
@EnabledOnOs(value = OS.LINUX, architectures = "amd64") // as its natives are
class TinybIT {
    private final StrapBench bench = new StrapBench();

    @BeforeEach
    void chooseTheDriver() {
        bench.scheme = "ble+tinyb";
    }

    @AfterEach
    void clearTheBenchAndLookForOrphans() throws IOException {
        List<ProcessHandle> children = TinybChildren.ours();
        bench.close();
        TinybChildren.awaitEnd(children);
    }

    @Test
    void linksSaysWhatTheStrapIsAndHearsEveryBeat() {
        bench.startRig();
        bench.openAndAwaitBeats();

        assertThat(bench.heard.all().get(0)).isInstanceOf(Linked.class);
        assertThat(bench.heard.all(BatteryReported.class).get(0).percent()).isEqualTo(87);
        assertThat(bench.sensor.description().name()).isEqualTo("FAKE HR 0001");
        assertThat(bench.sensor.description().address()).isEqualTo("ble+tinyb:" + LightRig.STRAP);
        assertThat(bench.sensor.description().source()).isEqualTo(SourceClass.ECG);
        assertThat(bench.sensor.description().capabilities())
                .isEqualTo(
                        Set.of(
                                Capability.RR,
                                Capability.HEART_RATE,
                                Capability.CONTACT,
                                Capability.BATTERY));
        bench.rig.command("battery 55");
        bench.rig.command("raw 00"); // absurd and empty: bad data, not a crash
        bench.rig.command("raw");
        bench.heard.await("the charge", all -> all.all(BatteryReported.class).size() == 2);
        assertThat(bench.heard.all(BatteryReported.class).get(1).percent()).isEqualTo(55);
        bench.heard.await("twenty beats", all -> all.ticks().size() >= 20);
        List<Integer> heard = bench.heard.ticks();
        assertThat(bench.transmittedTicks().subList(0, heard.size())).isEqualTo(heard);
        // Odd, and an interval nobody lived: after it, alike beats may be held for duplicates.
        bench.rig.command("raw 10500004ff");
        bench.heard.await("the odd one", all -> all.ticks().contains(1024));
        assertThat(bench.heard.all(LinkLost.class)).isEmpty();
        closingIsQuickLetsTheStrapGoAndLeavesNoChild();
    }

    private void closingIsQuickLetsTheStrapGoAndLeavesNoChild() {
        List<ProcessHandle> children = TinybChildren.ours();
        assertThat(children).hasSize(1);

        long began = System.nanoTime();
        bench.sensor.close();
        assertThat((System.nanoTime() - began) / 1e9).isLessThan(2);

        TinybChildren.awaitEnd(children);
        assertThat(BleScan.scan(Duration.ofSeconds(1), bench.rig.busAddress()))
                .extracting(FoundStrap::connected)
                .containsExactly(false);
    }

    @Test
    void droppedLinksAndAnAdapterSwitchedOffAreFollowedByNewStretches() {
        bench.startRig();
        bench.openAndAwaitBeats();
        int before = bench.heard.size();

        bench.rig.command("drop");
        bench.awaitReturnAfter(before);
        before = bench.heard.size();
        bench.rig.command("powered off");
        bench.heard.awaitAfter(before, LinkLost.class);
        bench.rig.command("powered on");
        bench.awaitReturnAfter(before);

        assertThat(bench.heard.all(LinkLost.class))
                .extracting(LinkLost::cause)
                .containsExactly("strap out of reach or switched off", "Bluetooth is switched off");
        assertThat(bench.transmittedTicks()).containsSubsequence(bench.heard.ticks());
    }

    @Test
    void theBluetoothServiceAndTheBusMayBeRestarted() throws IOException {
        bench.startRig();
        bench.openAndAwaitBeats();
        int before = bench.heard.size();

        bench.rig.command("restart 1500");
        bench.awaitReturnAfter(before);
        int later = bench.heard.size();
        bench.rig.stopBus();
        bench.heard.awaitAfter(later, LinkLost.class);
        bench.rig.startBus();
        bench.awaitReturnAfter(later);

        assertThat(causes(0, later)).contains("the Bluetooth service is not running");
        assertThat(causes(later, bench.heard.size())).contains("no D-Bus system bus");
        assertThat(bench.transmittedTicks()).containsSubsequence(bench.heard.ticks());
    }

    /** Of the losses among the events heard; an adapter goes a moment before its service. */
    private List<String> causes(int from, int to) {
        return bench.heard.all().subList(from, to).stream()
                .filter(LinkLost.class::isInstance)
                .map(lost -> ((LinkLost) lost).cause())
                .toList();
    }

    @Test
    void aChildThatIsKilledIsALostLinkAndAnotherOneGoesOn() {
        bench.startRig();
        bench.openAndAwaitBeats();

        for (int i = 1; i <= 2; i++) {
            int before = bench.heard.size();
            TinybChildren.ours().forEach(ProcessHandle::destroyForcibly);
            bench.awaitReturnAfter(before);
        }

        assertThat(bench.heard.all(LinkLost.class))
                .extracting(LinkLost::cause)
                .containsExactly("the TinyB driver stopped", "the TinyB driver stopped");
        assertThat(bench.transmittedTicks()).containsSubsequence(bench.heard.ticks());
        assertThat(TinybChildren.ours()).hasSize(1);
    }

    @Test
    void noChildOutlivesAParentThatIsKilled() throws IOException, InterruptedException {
        bench.startRig();
        ProcessBuilder builder =
                new ProcessBuilder(
                        ProcessHandle.current().info().command().orElseThrow(),
                        "-cp",
                        System.getProperty("java.class.path"),
                        TinybParent.class.getName(),
                        bench.rig.busAddress());
        Process parent = builder.redirectError(ProcessBuilder.Redirect.INHERIT).start();
        List<ProcessHandle> children;
        try {
            assertThat(parent.inputReader().readLine()).isEqualTo("a beat");
            children = TinybChildren.of(parent.toHandle());
            assertThat(children).hasSize(1);
        } finally {
            parent.destroyForcibly();
        }

        TinybChildren.awaitEnd(children);
        int sent = bench.rig.transmitted().size();
        TimeUnit.MILLISECONDS.sleep(600); // at 240 beats a minute the strap would have sent two
        assertThat(bench.rig.transmitted()).as("the strap was let go").hasSize(sent);
    }

    @Test
    void scansAndSaysWhatIsMissing() {
        bench.startRig();
        assertThat(readiness())
                .isEqualTo(
                        new BleReadiness(true, "TinyB answers, adapter hci0 is switched on", ""));

        assertThat(BleScan.scan(Duration.ofSeconds(1), BleDriver.TINYB, bench.rig.busAddress()))
                .extracting(FoundStrap::address, FoundStrap::name, FoundStrap::connected)
                .containsExactly(tuple(LightRig.STRAP, "FAKE HR 0001", false));
        bench.rig.command("powered off");
        assertThat(readiness().finding()).isEqualTo("Bluetooth is switched off");
        bench.rig.command("unplug");
        assertThat(readiness().finding()).isEqualTo("no Bluetooth adapter");
        bench.rig.command("quit");
        assertThat(readiness().finding()).isEqualTo("the Bluetooth service is not running");
        bench.rig.stopBus();
        assertThat(readiness().finding()).isEqualTo("no D-Bus system bus");
        assertThat(readiness().ready()).isFalse();
        assertThat(readiness().remedy()).isNotEmpty();
    }

    private BleReadiness readiness() {
        return BleScan.readiness(BleDriver.TINYB, bench.rig.busAddress());
    }
}
