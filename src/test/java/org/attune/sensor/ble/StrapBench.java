package org.attune.sensor.ble;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.attune.sensor.SensorAddress;
import org.attune.sensor.SensorEvent.LinkLost;
import org.attune.sensor.SensorEvent.Linked;
import org.attune.sensor.SensorEvent.RrReceived;
import org.attune.time.SessionClock;
import org.attune.time.SystemTicker;

/** A strap, a sensor and what was heard of it: what each test of the sensor needs. */
final class StrapBench implements AutoCloseable {
    final HeardEvents heard = new HeardEvents();

    @SuppressWarnings("NullAway.Init") // each test starts its own, or none
    LightRig rig;

    @SuppressWarnings("NullAway.Init") // each test opens its own, or none
    BleSensor sensor;

    static BleSensor sensorAt(String address, String bus) {
        return BleSensor.of(SensorAddress.parse(address), bus);
    }

    static SessionClock clock() {
        return SessionClock.startingNow(new SystemTicker());
    }

    /** With fast hearts, so that tests are short. */
    void startRig(String... arguments) {
        rig = LightRig.start(arguments);
        rig.command("hr 240");
    }

    void open() {
        sensor = sensorAt("ble:" + LightRig.STRAP, rig.busAddress());
        sensor.open(clock(), heard);
    }

    void openAndAwaitBeats() {
        open();
        heard.await("first beats", all -> all.ticks().size() >= 3);
    }

    /** A loss, a link and beats, in this order, after the first {@code from} events. */
    void awaitReturnAfter(int from) {
        int lost = heard.awaitAfter(from, LinkLost.class);
        int linked = heard.awaitAfter(lost, Linked.class);
        heard.awaitAfter(linked, RrReceived.class);
    }

    /** All intervals that the strap sent, in 1/1024 s. */
    List<Integer> transmittedTicks() {
        List<Integer> ticks = new ArrayList<>();
        for (LightRig.Sent sent : rig.transmitted()) {
            HeartRateMeasurement.decode(sent.value())
                    .ifPresent(measurement -> ticks.addAll(measurement.rrTicks()));
        }
        return ticks;
    }

    @Override
    public void close() throws IOException {
        if (sensor != null) {
            sensor.close();
        }
        if (rig != null) {
            rig.close();
        }
    }
}
