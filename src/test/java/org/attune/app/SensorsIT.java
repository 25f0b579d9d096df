package org.attune.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import org.attune.sensor.ble.LightRig;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the program says about sensors in reach. */
class SensorsIT {
    @TempDir Path home;

    private AttuneProcess.Result run(LightRig rig, String... arguments) {
        return AttuneProcess.run(
                home, Map.of("DBUS_SYSTEM_BUS_ADDRESS", rig.busAddress()), arguments);
    }

    @Test
    void whatAnUnknownStrapGivesIsNotPromised() throws IOException {
        try (LightRig rig = LightRig.start()) {
            AttuneProcess.Result sensors = run(rig, "sensors", "--scan", "1s");

            assertThat(sensors.exitCode()).as(sensors.err()).isZero();
            assertThat(sensors.out())
                    .contains("ble:C0:00:00:00:00:01  FAKE HR 0001")
                    .contains("what it gives is unknown until it is heard (--listen)");
        }
    }

    @Test
    void listeningToAStrapSaysWhatItReallyGives() throws IOException {
        try (LightRig rig = LightRig.start("--pmd", "--pace", "4")) {
            AttuneProcess.Result sensors = run(rig, "sensors", "--listen", "ble:" + LightRig.STRAP);

            assertThat(sensors.exitCode()).as(sensors.err()).isZero();
            assertThat(sensors.out())
                    .contains("ble:C0:00:00:00:00:01  FAKE HR 0001")
                    .contains("says of itself: Example Straps FAKE-1, firmware 1.2.3")
                    .contains(
                            "gives intervals (RR), heart rate, contact, battery, movement (heard"
                                    + " just now)");
        }
    }

    @Test
    void aStrapWithoutIntervalsIsSaidToGiveNoVariability() throws IOException {
        try (LightRig rig = LightRig.start("--pace", "8")) {
            rig.command("rr off");
            AttuneProcess.Result sensors = run(rig, "sensors", "--listen", "ble:" + LightRig.STRAP);

            assertThat(sensors.out())
                    .contains("gives heart rate only, contact, battery;")
                    .contains("no intervals (RR), so no variability");
        }
    }
}
