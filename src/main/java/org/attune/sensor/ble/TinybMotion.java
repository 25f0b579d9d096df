package org.attune.sensor.ble;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.attune.sensor.ble.PolarMeasurement.Outcome;
import tinyb.BluetoothGattCharacteristic;

/**
 * Asks a strap that has an accelerometer for it, through TinyB, in the child; as {@link
 * BluezMotion} does. Whatever fails here, the heartbeats go on. Confined to the worker thread.
 */
final class TinybMotion {
    private static final Duration PATIENCE = Duration.ofSeconds(2);
    private static final System.Logger LOG = System.getLogger(TinybMotion.class.getName());

    private final BluetoothGattCharacteristic control;
    private final BluetoothGattCharacteristic data;
    private final TinybStretch stretch;
    private final BlockingQueue<byte[]> answers = new LinkedBlockingQueue<>();

    TinybMotion(
            BluetoothGattCharacteristic control,
            BluetoothGattCharacteristic data,
            TinybStretch stretch) {
        this.control = control;
        this.data = data;
        this.stretch = stretch;
    }

    void start() throws InterruptedException {
        try {
            String outcome = ask().map(Outcome::words).orElse("does not answer");
            LOG.log(System.Logger.Level.DEBUG, "asked for movement, the strap: {0}", outcome);
        } catch (RuntimeException e) { // of TinyB
            LOG.log(System.Logger.Level.DEBUG, "no movement: {0}", e.getMessage());
        }
    }

    private Optional<Outcome> ask() throws InterruptedException {
        control.enableValueNotifications(answers::add);
        data.enableValueNotifications(stretch::acceleration);
        Optional<Outcome> first = command(PolarMeasurement.start());
        if (!first.equals(Optional.of(Outcome.ALREADY))) {
            return first;
        }
        command(PolarMeasurement.stop()); // else it might run at a rate of another's choice
        return command(PolarMeasurement.start());
    }

    private Optional<Outcome> command(byte[] command) throws InterruptedException {
        if (!control.writeValue(command)) {
            return Optional.empty();
        }
        for (Deadline end = Deadline.in(PATIENCE); !end.isPast() && !stretch.isOver(); ) {
            byte[] value = answers.poll(end.millisLeft(), TimeUnit.MILLISECONDS);
            Optional<Outcome> outcome =
                    value == null ? Optional.empty() : PolarMeasurement.answer(command, value);
            if (outcome.isPresent()) {
                return outcome;
            }
        }
        return Optional.empty();
    }
}
