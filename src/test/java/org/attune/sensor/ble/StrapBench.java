package org.attune.sensor.ble;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import org.attune.sensor.SensorAddress;
import org.attune.sensor.SensorEvent.LinkLost;
import org.attune.sensor.SensorEvent.Linked;
import org.attune.sensor.SensorEvent.RrReceived;
import org.attune.time.SessionClock;
import org.attune.time.SystemTicker;

/**
 * A strap, a sensor and what was heard of it: what each test of the sensor needs. Losses are daily
 * life, so nothing may be logged as a warning or worse meanwhile.
 */
final class StrapBench implements AutoCloseable {
    /** How long a strap may be silent before it is asked anew, as the program has it. */
    static final Duration PATIENCE = BleSettings.DEFAULT.askAgainAfter();

    final HeardEvents heard = new HeardEvents();

    private final List<String> loud = new CopyOnWriteArrayList<>();
    private final Handler recorder = new LoudRecorder();

    @SuppressWarnings("NullAway.Init") // each test starts its own, or none
    LightRig rig;

    @SuppressWarnings("NullAway.Init") // each test opens its own, or none
    BleSensor sensor;

    static BleSensor sensorAt(String address, String bus) {
        return sensorAt(address, bus, PATIENCE);
    }

    /** A strap that may be silent for another time than usual. */
    static BleSensor sensorAt(String address, String bus, Duration patience) {
        return BleSensor.of(SensorAddress.parse(address), bus, Set.of(), patience);
    }

    static SessionClock clock() {
        return SessionClock.startingNow(new SystemTicker());
    }

    /** Which driver {@link #open} chooses. */
    String scheme = "ble";

    /** With fast hearts, so that tests are short. */
    void startRig(String... arguments) {
        Logger.getLogger("").addHandler(recorder);
        rig = LightRig.start(arguments);
        rig.command("hr 240");
    }

    /** How long a silent strap is borne by {@link #open}. */
    Duration patience = PATIENCE;

    void open() {
        sensor = sensorAt(scheme + ":" + LightRig.STRAP, rig.busAddress(), patience);
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

    /** The heartbeats behind them, and when they fell. */
    List<LightRig.TrueBeat> trueBeats() {
        return rig.transmitted().stream().flatMap(sent -> sent.beats().stream()).toList();
    }

    @Override
    public void close() throws IOException {
        if (sensor != null) {
            sensor.close();
        }
        if (rig != null) {
            rig.close();
        }
        Logger.getLogger("").removeHandler(recorder);
        if (!loud.isEmpty()) {
            throw new AssertionError("logged: " + loud);
        }
    }

    private final class LoudRecorder extends Handler {
        @Override
        public void publish(LogRecord entry) {
            if (entry.getLevel().intValue() >= Level.WARNING.intValue()) {
                loud.add(entry.getLoggerName() + ": " + entry.getMessage());
            }
        }

        @Override
        public void flush() {}

        @Override
        public void close() {}
    }
}
