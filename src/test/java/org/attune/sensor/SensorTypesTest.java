package org.attune.sensor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.List;
import java.util.Set;
import org.attune.session.LaneId;
import org.attune.time.SessionTime;
import org.junit.jupiter.api.Test;

class SensorTypesTest {
    @Test
    void aStrapIsAddressedByItsColons() {
        SensorAddress address = SensorAddress.parse("ble:AA:BB:CC:DD:EE:FF");
        assertThat(address.lane()).isEqualTo(LaneId.CLIENT);
        assertThat(address.scheme()).isEqualTo("ble");
        assertThat(address.target()).isEqualTo("AA:BB:CC:DD:EE:FF");
        assertThat(address.options()).isEmpty();
    }

    @Test
    void aSerialPortHasOptions() {
        SensorAddress address = SensorAddress.parse("serial:/dev/ttyUSB0?protocol=x&baud=9600");
        assertThat(address.target()).isEqualTo("/dev/ttyUSB0");
        assertThat(address.option("protocol")).contains("x");
        assertThat(address.option("baud")).contains("9600");
        assertThat(address.option("parity")).isEmpty();
        assertThat(address.toText()).isEqualTo("serial:/dev/ttyUSB0?protocol=x&baud=9600");
    }

    @Test
    void aLaneMayStandBefore() {
        SensorAddress address = SensorAddress.parse("client-2=ble+tinyb:AA:BB:CC:DD:EE:FF");
        assertThat(address.lane()).isEqualTo(new LaneId("client-2"));
        assertThat(address.scheme()).isEqualTo("ble+tinyb");
        assertThat(SensorAddress.parse("partner=sim:").target()).isEmpty();
    }

    @Test
    void anEqualsSignInATargetOrAnOptionIsNoLane() {
        assertThat(SensorAddress.parse("replay:/data/a=b.tsv").target()).isEqualTo("/data/a=b.tsv");
        assertThat(SensorAddress.parse("replay:f?note=a=b").option("note")).contains("a=b");
        assertThat(SensorAddress.parse("replay:f?empty=").option("empty")).contains("");
    }

    @Test
    void theWrittenFormReadsAsWhatItWasWrittenFrom() {
        for (String text : List.of("sim:", "ble:AA:BB", "serial:COM3?baud=9600&protocol=y")) {
            SensorAddress address = SensorAddress.parse(text);
            assertThat(address.toText()).isEqualTo(text);
            assertThat(SensorAddress.parse(address.toText())).isEqualTo(address);
        }
    }

    @Test
    void whatIsNoAddressIsRefusedWithTheFormThatIsExpected() {
        for (String bad : List.of("", "ble", "/dev/ttyUSB0", ":x", "1ble:x", "client=", "=ble:x")) {
            assertThatIllegalArgumentException()
                    .as(bad)
                    .isThrownBy(() -> SensorAddress.parse(bad))
                    .withMessageContaining("[lane=]scheme:target");
        }
        for (String bad :
                List.of(
                        "dog=ble:x",
                        "client-0=ble:x",
                        "serial:x?baud",
                        "serial:x?=1",
                        "serial:x?baud=1&baud=2")) {
            assertThatIllegalArgumentException().as(bad).isThrownBy(() -> SensorAddress.parse(bad));
        }
    }

    @Test
    void anIntervalKeepsWhatAStrapCounted() {
        assertThat(RrInterval.ofTicks1024(1024).nanos()).isEqualTo(1_000_000_000L);
        assertThat(RrInterval.ofTicks1024(819).toMillis()).isEqualTo(799.804_688);
        assertThat(RrInterval.ofMillis(812.5).nanos()).isEqualTo(812_500_000L);
        assertThatIllegalArgumentException().isThrownBy(() -> RrInterval.ofTicks1024(0));
        assertThatIllegalArgumentException().isThrownBy(() -> RrInterval.ofMillis(-1));
        assertThatIllegalArgumentException().isThrownBy(() -> RrInterval.ofMillis(Double.NaN));
    }

    @Test
    void eventsRefuseWhatNoSensorCanMean() {
        SessionTime at = SessionTime.ZERO;
        for (double bpm : new double[] {0, -1, 1001, Double.NaN}) {
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> new SensorEvent.HeartRateReceived(at, bpm));
        }
        for (double milliG : new double[] {-1, Double.NaN, Double.POSITIVE_INFINITY}) {
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> new SensorEvent.MotionReceived(at, milliG));
        }
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new SensorEvent.BatteryReported(at, 101));
        assertThatIllegalArgumentException().isThrownBy(() -> new SensorEvent.Overrun(at, 0));
    }

    @Test
    void anEventTakenAtAnotherTimeIsOtherwiseTheSame() {
        SessionTime later = SessionTime.ofSeconds(3);
        SessionTime at = SessionTime.ZERO;
        SensorDescription strap =
                new SensorDescription("s", "sim:", SourceClass.SIMULATED, Set.of());
        assertThat(strap.simulated()).isTrue();
        for (SensorEvent event :
                List.of(
                        new SensorEvent.Linked(at, strap),
                        new SensorEvent.RrReceived(at, List.of(RrInterval.ofMillis(800))),
                        new SensorEvent.HeartRateReceived(at, 60),
                        new SensorEvent.MotionReceived(at, 4),
                        new SensorEvent.ContactChanged(at, Contact.LOST),
                        new SensorEvent.LinkLost(at, "gone"),
                        new SensorEvent.BatteryReported(at, 50),
                        new SensorEvent.Overrun(at, 2))) {
            SensorEvent moved = event.withAt(later);
            assertThat(moved.at()).isEqualTo(later);
            assertThat(moved.withAt(at)).isEqualTo(event);
            assertThat(moved).hasSameClassAs(event);
        }
    }
}
