package org.attune.sensor.ble;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import org.attune.sensor.SensorEvent;
import org.attune.sensor.SensorUnavailableException;
import org.attune.time.SessionClock;
import org.attune.time.SystemTicker;
import org.junit.jupiter.api.Test;

class BleScanTest {
    private static final Duration ONE_SECOND = Duration.ofSeconds(1);

    @Test
    void findsStrapsWithTheirSignal() throws IOException {
        try (LightRig rig = LightRig.start("--straps", "2")) {
            List<FoundStrap> found = BleScan.scan(ONE_SECOND, rig.busAddress());

            assertThat(found)
                    .extracting(FoundStrap::address)
                    .containsExactlyInAnyOrder("C0:00:00:00:00:01", "C0:00:00:00:00:02");
            assertThat(found).allMatch(strap -> strap.rssi().orElse(0) < -50);
            assertThat(found).allMatch(strap -> strap.name().startsWith("FAKE HR 000"));
            assertThat(found).allMatch(strap -> !strap.connected());
            assertThat(found).allMatch(strap -> strap.rr() == RrSupport.UNKNOWN);
        }
    }

    @Test
    void findsNothingWhereNothingIs() throws IOException {
        try (LightRig rig = LightRig.start()) {
            rig.command("hide");

            assertThat(BleScan.scan(ONE_SECOND, rig.busAddress())).isEmpty();
        }
    }

    @Test
    void aStrapInUseIsStillListedWithItsCharge() throws IOException {
        HeardEvents heard = new HeardEvents();
        try (LightRig rig = LightRig.start();
                BleSensor sensor = StrapBench.sensorAt("ble:" + LightRig.STRAP, rig.busAddress())) {
            sensor.open(SessionClock.startingNow(new SystemTicker()), heard);
            heard.await(SensorEvent.RrReceived.class, 1);

            List<FoundStrap> found = BleScan.scan(ONE_SECOND, rig.busAddress());

            assertThat(found).hasSize(1);
            assertThat(found.get(0).connected()).isTrue();
            assertThat(found.get(0).battery()).hasValue(87);
        }
    }

    @Test
    void saysWhetherBluetoothCanBeUsedAndWhatToDo() throws IOException {
        try (LightRig rig = LightRig.start()) {
            assertThat(BleScan.readiness(rig.busAddress()))
                    .isEqualTo(
                            new BleReadiness(
                                    true, "BlueZ answers, adapter hci0 is switched on", ""));

            rig.command("powered off");
            BleReadiness off = BleScan.readiness(rig.busAddress());
            assertThat(off.ready()).isFalse();
            assertThat(off.finding()).isEqualTo("Bluetooth is switched off");
            assertThat(off.remedy()).startsWith("switch it on");

            rig.stopBus();
            BleReadiness none = BleScan.readiness(rig.busAddress());
            assertThat(none.ready()).isFalse();
            assertThat(none.finding()).isEqualTo("no D-Bus system bus");
        }
    }

    @Test
    void aScanWithoutBluetoothSaysWhatToDo() {
        assertThatThrownBy(() -> BleScan.scan(ONE_SECOND, "unix:path=/nonexistent/bus"))
                .isInstanceOf(SensorUnavailableException.class)
                .hasMessageStartingWith("no D-Bus system bus");
        assertThatThrownBy(() -> BleScan.scan(Duration.ZERO))
                .isInstanceOf(IllegalArgumentException.class);
    }
}
