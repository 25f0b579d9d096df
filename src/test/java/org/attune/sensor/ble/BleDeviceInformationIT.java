package org.attune.sensor.ble;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.List;
import org.attune.sensor.DeviceInformation;
import org.attune.sensor.SensorDescription;
import org.attune.sensor.SensorEvent.Linked;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What straps say of themselves, through both drivers. */
@EnabledOnOs(value = OS.LINUX, architectures = "amd64") // as the natives of TinyB are
@Tag("long")
class BleDeviceInformationIT {
    private final StrapBench bench = new StrapBench();

    @AfterEach
    void clearTheBench() throws IOException {
        bench.close();
    }

    private SensorDescription described(String scheme, String... arguments) {
        bench.scheme = scheme;
        bench.startRig(arguments);
        bench.openAndAwaitBeats();
        return bench.heard.all(Linked.class).get(0).sensor();
    }

    @ParameterizedTest
    @ValueSource(strings = {"ble", "ble+tinyb"})
    void makerModelAndFirmwareComeWithTheLinkAndTheSerialNumberIsNotRead(String scheme) {
        DeviceInformation told = new DeviceInformation("Example Straps", "FAKE-1", "1.2.3");
        assertThat(described(scheme).device()).isEqualTo(told);
        int before = bench.heard.size();
        bench.rig.command("drop");
        bench.awaitReturnAfter(before);

        List<Linked> linked = bench.heard.all(Linked.class);
        assertThat(linked.get(linked.size() - 1).sensor().device()).isEqualTo(told);
        assertThat(bench.rig.log("READ")).contains("READ 2a29").doesNotContain("READ 2a25");
    }

    @ParameterizedTest
    @ValueSource(strings = {"ble", "ble+tinyb"})
    void aStrapThatDoesNotSayIsAsGood(String scheme) {
        assertThat(described(scheme, "--device-information", "").device())
                .isEqualTo(DeviceInformation.NONE);
    }

    @ParameterizedTest
    @ValueSource(strings = {"ble", "ble+tinyb"})
    void whateverBytesItSaysBecomeOneShortLine(String scheme) {
        String noise = "1b5b324a1b5d30" + "ff".repeat(300) + "e280ae" + "41".repeat(200);
        String empty = "00";

        assertThat(described(scheme, "--device-information", noise + "," + empty).device())
                .isEqualTo(new DeviceInformation("[2J]0" + "A".repeat(35), "", ""));
    }
}
