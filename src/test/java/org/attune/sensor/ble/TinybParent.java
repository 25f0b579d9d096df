package org.attune.sensor.ble;

import java.util.concurrent.TimeUnit;
import org.attune.sensor.SensorAddress;
import org.attune.sensor.SensorEvent;
import org.attune.time.SessionClock;
import org.attune.time.SystemTicker;

/** A program with a strap through TinyB, for the test that kills it. Ends after a minute anyway. */
public final class TinybParent {
    private TinybParent() {}

    /** The argument is the address of the bus. */
    public static void main(String[] arguments) throws InterruptedException {
        try (BleSensor sensor =
                BleSensor.of(SensorAddress.parse("ble+tinyb:" + LightRig.STRAP), arguments[0])) {
            sensor.open(
                    SessionClock.startingNow(new SystemTicker()),
                    event -> {
                        if (event instanceof SensorEvent.RrReceived) {
                            System.out.println("a beat");
                        }
                    });
            TimeUnit.MINUTES.sleep(1);
        }
    }
}
