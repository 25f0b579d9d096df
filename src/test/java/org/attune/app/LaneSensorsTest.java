package org.attune.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.attune.sensor.Sensor;
import org.attune.sensor.SensorAddress;
import org.attune.sensor.ble.BleSettings;
import org.attune.session.LaneId;
import org.junit.jupiter.api.Test;

class LaneSensorsTest {
    private static Map<LaneId, Sensor> bind(String... texts) {
        List<SensorAddress> addresses = Arrays.stream(texts).map(SensorAddress::parse).toList();
        return LaneSensors.of(addresses, () -> "in reach are two", BleSettings.DEFAULT);
    }

    @Test
    void eachPersonHasTheirOwnSensor() {
        Map<LaneId, Sensor> sensors =
                bind(
                        "ble:AA:BB:CC:DD:EE:01",
                        "partner=ble:AA:BB:CC:DD:EE:02",
                        "therapist=sim:demo");

        assertThat(sensors.keySet())
                .containsExactly(LaneId.CLIENT, LaneId.PARTNER, LaneId.THERAPIST);
        assertThat(sensors.values())
                .extracting(sensor -> sensor.description().address())
                .startsWith("ble:AA:BB:CC:DD:EE:01", "ble:AA:BB:CC:DD:EE:02");
    }

    @Test
    void aPersonHasOneSensor() {
        assertThatThrownBy(() -> bind("sim:demo", "sim:rest"))
                .isInstanceOf(UsageException.class)
                .hasMessage("each person has one sensor; two were given for client");
    }

    @Test
    void aStrapBelongsToOnePersonHoweverItIsWritten() {
        assertThatThrownBy(() -> bind("ble:AA:BB:CC:DD:EE:0f", "partner=ble:AA:BB:CC:DD:EE:0F"))
                .isInstanceOf(UsageException.class)
                .hasMessage(
                        "a sensor belongs to one person; AA:BB:CC:DD:EE:0F was given for client"
                                + " and for partner");
    }

    @Test
    void aStrapBelongsToOnePersonThroughWhateverDriver() {
        assertThatThrownBy(
                        () -> bind("ble:AA:BB:CC:DD:EE:01", "partner=ble+tinyb:AA:BB:CC:DD:EE:01"))
                .isInstanceOf(UsageException.class)
                .hasMessageContaining("belongs to one person");
    }

    @Test
    void aPortBelongsToOnePerson() {
        assertThatThrownBy(
                        () ->
                                bind(
                                        "serial:/dev/ttyUSB0?protocol=lines-ibi",
                                        "partner=serial:/dev/ttyUSB0?protocol=lines-ibi"))
                .isInstanceOf(UsageException.class)
                .hasMessageContaining("/dev/ttyUSB0 was given for client and for partner");
    }

    @Test
    void severalPeopleMeanThatEveryStrapIsNamed() {
        assertThatThrownBy(() -> bind("ble:", "partner=ble:"))
                .isInstanceOf(UsageException.class)
                .hasMessage(
                        "which strap is whose must be said: name one for client and for partner;"
                                + " in reach are two");
    }

    @Test
    void whoHasNoSensorNamedWearsTheOneThatIsRemembered() {
        Map<LaneId, String> remembered = Map.of(LaneId.CLIENT, "ble:AA:BB:CC:DD:EE:01");
        assertThat(LaneSensors.addresses(List.of(), remembered))
                .containsExactly(SensorAddress.parse("client=ble:AA:BB:CC:DD:EE:01"));
        SensorAddress named = SensorAddress.parse("client=ble:AA:BB:CC:DD:EE:02");
        assertThat(LaneSensors.addresses(List.of(named), remembered)).containsExactly(named);
        SensorAddress partner = SensorAddress.parse("partner=ble:AA:BB:CC:DD:EE:02");
        assertThat(LaneSensors.addresses(List.of(partner), remembered))
                .containsExactly(partner, SensorAddress.parse("client=ble:AA:BB:CC:DD:EE:01"));
        assertThat(LaneSensors.addresses(List.of(), Map.of()))
                .containsExactly(SensorAddress.parse("sim:demo"));
    }
}
