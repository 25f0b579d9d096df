package org.attune.sensor.ble;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;
import static org.assertj.core.api.InstanceOfAssertFactories.STRING;

import java.io.IOException;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.attune.sensor.Capability;
import org.attune.sensor.SensorAddress;
import org.attune.sensor.SensorEvent.EcgReceived;
import org.attune.sensor.SensorEvent.LinkLost;
import org.attune.sensor.SensorEvent.Linked;
import org.attune.sensor.SensorEvent.MotionReceived;
import org.attune.sensor.SensorEvent.RrReceived;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Straps with an accelerometer, over a real bus; four times as fast as life. */
@Tag("long")
class BleMotionIT {
    private final StrapBench bench = new StrapBench();

    @AfterEach
    void clearTheBench() throws IOException {
        bench.close();
    }

    private void startRig() {
        bench.startRig("--pmd", "--pace", "4");
        bench.rig.command("hr 60");
    }

    @ParameterizedTest
    @ValueSource(strings = {"ble", "ble+tinyb"})
    @EnabledOnOs(value = OS.LINUX, architectures = "amd64") // as the natives of TinyB are
    void movementArrivesOnceASecondOfTheStrapAndIsDeclaredOnceItStreams(String scheme) {
        bench.scheme = scheme;
        startRig();
        bench.rig.command("motion 40");
        bench.openAndAwaitBeats();
        bench.heard.await(MotionReceived.class, 6);

        assertThat(bench.heard.all(MotionReceived.class))
                .allSatisfy(each -> assertThat(each.milliG()).isCloseTo(40, within(2.0)));
        assertThat(bench.sensor.description().capabilities()).contains(Capability.MOTION);
        assertThat(bench.heard.all(Linked.class).get(0).sensor().capabilities())
                .doesNotContain(Capability.MOTION);
        int last = bench.heard.all(Linked.class).size() - 1;
        assertThat(bench.heard.all(Linked.class).get(last).sensor())
                .isEqualTo(bench.sensor.description());
        assertThat(bench.rig.log("WRITE"))
                .singleElement(STRING)
                .startsWith("WRITE 5c81 0202000132000101100002010800");
        List<MotionReceived> all = bench.heard.all(MotionReceived.class);
        double seconds = all.get(all.size() - 1).at().since(all.get(0).at()).toNanos() / 1e9 * 4;
        assertThat(seconds / (all.size() - 1)).isCloseTo(1, within(0.3));
    }

    @ParameterizedTest
    @ValueSource(strings = {"ble", "ble+tinyb"})
    @EnabledOnOs(value = OS.LINUX, architectures = "amd64")
    void aStrapThatMeasuresAlreadyIsAskedToBeginAnew(String scheme) {
        bench.scheme = scheme;
        startRig();
        bench.rig.command("pmd already");
        bench.openAndAwaitBeats();

        bench.heard.await(MotionReceived.class, 1);
        assertThat(bench.rig.log("WRITE"))
                .extracting(line -> line.split(" ", -1)[2].substring(0, 4))
                .containsExactly("0202", "0302", "0202");
    }

    @ParameterizedTest
    @ValueSource(strings = {"mtu", "charging", "refuse", "compressed", "otherkind", "short"})
    void withoutUsableFramesMovementIsUnknownAndTheHeartGoesOn(String mode)
            throws InterruptedException {
        startRig();
        bench.rig.command("pmd " + mode);
        bench.openAndAwaitBeats();
        TimeUnit.MILLISECONDS.sleep(700);
        int from = bench.heard.size();
        bench.heard.awaitAfter(from, RrReceived.class);

        assertThat(bench.heard.all(MotionReceived.class)).isEmpty();
        assertThat(bench.sensor.description().capabilities()).doesNotContain(Capability.MOTION);
        assertThat(bench.heard.all(LinkLost.class)).isEmpty();
    }

    @Test
    void aStreamThatStopsSaysNothingMoreWhileTheHeartGoesOn() throws InterruptedException {
        startRig();
        bench.openAndAwaitBeats();
        bench.heard.await(MotionReceived.class, 2);

        bench.rig.command("pmd silent");
        TimeUnit.MILLISECONDS.sleep(300);
        int moved = bench.heard.all(MotionReceived.class).size();
        int from = bench.heard.size();
        TimeUnit.SECONDS.sleep(1);

        bench.heard.awaitAfter(from, RrReceived.class);
        assertThat(bench.heard.all(MotionReceived.class)).hasSize(moved);
    }

    @Test
    void movementReturnsWithTheLinkAndItsStretchIsNotCutAgain() {
        startRig();
        bench.openAndAwaitBeats();
        bench.heard.await(MotionReceived.class, 1);
        int before = bench.heard.size();

        bench.rig.command("drop");
        int linked = bench.heard.awaitAfter(before, Linked.class);
        bench.heard.awaitAfter(linked, MotionReceived.class);

        assertThat(bench.heard.all().subList(linked + 1, bench.heard.size()))
                .noneMatch(Linked.class::isInstance);
    }

    @ParameterizedTest
    @ValueSource(strings = {"ble", "ble+tinyb"})
    @EnabledOnOs(value = OS.LINUX, architectures = "amd64")
    void rawEcgComesSampleForSampleBesideMovementWhereItIsAskedFor(String scheme) {
        startRig();
        bench.sensor =
                StrapBench.sensorAt(
                        scheme + ":" + LightRig.STRAP + "?ecg=on", bench.rig.busAddress());
        bench.sensor.open(StrapBench.clock(), bench.heard);
        bench.heard.await(EcgReceived.class, 5);
        bench.heard.await(MotionReceived.class, 2);
        bench.heard.await(RrReceived.class, 3);

        List<EcgReceived> pieces = bench.heard.all(EcgReceived.class);
        List<Integer> samples = pieces.stream().flatMap(p -> p.microvolts().stream()).toList();
        for (int i = 0; i < samples.size(); i++) { // as the strap of the rig draws it
            assertThat(samples.get(i)).isEqualTo(i * 37_123 % 4_000_001 - 2_000_000);
        }
        assertThat(pieces).allMatch(piece -> piece.samplesPerSecond() == 130);
        assertThat(pieces.get(1).sensorNanos() - pieces.get(0).sensorNanos())
                .isEqualTo(Math.round(73 / 130.0 * 1e9));
        assertThat(bench.sensor.description().capabilities())
                .contains(Capability.MOTION, Capability.ECG);
        assertThat(bench.rig.log("WRITE").get(1)).startsWith("WRITE 5c81 02000001820001010e00");
    }

    @Test
    void whoDoesNotWantMovementDoesNotAskForIt() throws InterruptedException {
        startRig();
        bench.sensor =
                StrapBench.sensorAt(
                        "ble:" + LightRig.STRAP + "?motion=off", bench.rig.busAddress());
        bench.sensor.open(StrapBench.clock(), bench.heard);
        bench.heard.await(RrReceived.class, 3);
        TimeUnit.MILLISECONDS.sleep(300);

        assertThat(bench.rig.log("WRITE")).isEmpty();
        assertThat(bench.sensor.description().address()).endsWith("?motion=off");
        assertThatThrownBy(() -> BleSensor.of(SensorAddress.parse("ble:?motion=perhaps")))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageStartingWith("motion is on or off");
    }
}
