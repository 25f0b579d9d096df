package org.attune.sensor.ble;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.List;
import java.util.OptionalInt;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import org.attune.sensor.SensorAddress;
import org.attune.time.SessionClock;
import org.junit.jupiter.api.Test;

class BleDriverTest {
    @Test
    void aSensorIsCalledByTheDriverThatWasChosen() {
        for (String address : List.of("ble:", "ble+tinyb:", "ble+tinyb:C0:00:00:00:00:01")) {
            try (BleSensor sensor = BleSensor.of(SensorAddress.parse(address))) {
                assertThat(sensor.description().address()).isEqualTo(address);
            }
        }
        assertThatThrownBy(() -> BleSensor.of(SensorAddress.parse("ble+other:")))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void ofSeveralStrapsEachIsNamedAsTheDriverTakesIt() {
        StrapEvents events =
                new StrapEvents(SessionClock.startingNow(() -> 0), event -> {}, "ble+tinyb", "");
        StrapKeeper keeper =
                new StrapKeeper(new TwoStraps(), events, null, Set.of(), StrapBench.PATIENCE);

        keeper.run();

        assertThatThrownBy(() -> keeper.ready().get())
                .isInstanceOf(ExecutionException.class)
                .cause()
                .isInstanceOfSatisfying(
                        LinkException.class,
                        e ->
                                assertThat(e.advice())
                                        .contains("ble+tinyb:C0:00:00:00:00:01 (one)")
                                        .contains("ble+tinyb:C0:00:00:00:00:02 (two)"));
    }

    /** A driver that hears two straps and is asked for no more. */
    private static final class TwoStraps implements GattLink {
        @Override
        public String scheme() {
            return BleDriver.TINYB.scheme();
        }

        @Override
        public String ready() {
            return "ready";
        }

        @Override
        public List<FoundStrap> scan(Duration duration) {
            return List.of(strap("one", "C0:00:00:00:00:01"), strap("two", "C0:00:00:00:00:02"));
        }

        private static FoundStrap strap(String name, String address) {
            OptionalInt unknown = OptionalInt.empty();
            return new FoundStrap(name, address, unknown, unknown, RrSupport.UNKNOWN, false);
        }

        @Override
        public void link(String address, Listener listener) {
            throw new AssertionError("nobody chose");
        }

        @Override
        public void askAgain() {}

        @Override
        public void unlink() {}

        @Override
        public boolean isLinked() {
            return false;
        }

        @Override
        public void close() {}
    }
}
