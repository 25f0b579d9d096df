package org.attune.sensor.ble;

import java.lang.System.Logger.Level;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.attune.sensor.ble.PolarMeasurement.Outcome;
import tinyb.BluetoothGattCharacteristic;

/**
 * Asks a strap by Polar for movement and raw ECG, through TinyB, in the child; as {@link
 * BluezStreams} does. Whatever fails here, the heartbeats go on. Confined to the worker thread.
 */
final class TinybStreams {
    private static final Duration PATIENCE = Duration.ofSeconds(2);
    private static final System.Logger LOG = System.getLogger(TinybStreams.class.getName());

    private final BluetoothGattCharacteristic control;
    private final BluetoothGattCharacteristic data;
    private final TinybStretch stretch;
    private final BlockingQueue<byte[]> answers = new LinkedBlockingQueue<>();

    TinybStreams(
            BluetoothGattCharacteristic control,
            BluetoothGattCharacteristic data,
            TinybStretch stretch) {
        this.control = control;
        this.data = data;
        this.stretch = stretch;
    }

    void start(Set<PolarStream> streams) throws InterruptedException {
        if (streams.isEmpty()) {
            return;
        }
        try {
            control.enableValueNotifications(answers::add);
            data.enableValueNotifications(stretch::measured);
            for (PolarStream stream : streams) {
                String outcome = ask(stream).map(Outcome::words).orElse("does not answer");
                LOG.log(Level.DEBUG, "asked for {0}, the strap: {1}", stream, outcome);
            }
        } catch (RuntimeException e) { // of TinyB
            LOG.log(Level.DEBUG, "not measured: {0}", e.getMessage());
        }
    }

    private Optional<Outcome> ask(PolarStream stream) throws InterruptedException {
        Optional<Outcome> first = command(PolarMeasurement.start(stream));
        if (!first.equals(Optional.of(Outcome.ALREADY))) {
            return first;
        }
        command(PolarMeasurement.stop(stream)); // else it might run at a rate of another's choice
        return command(PolarMeasurement.start(stream));
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
