package org.attune.sensor.ble;

import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import org.attune.sensor.ble.BluezTree.Node;
import org.attune.sensor.ble.PolarMeasurement.Outcome;
import org.freedesktop.dbus.types.Variant;

/**
 * Asks a strap that has an accelerometer for it, over BlueZ. Movement is a nicety: whatever fails
 * here, the heartbeats go on, and movement is unknown. Confined to the worker thread.
 */
final class BluezMotion {
    private static final Duration PATIENCE = Duration.ofSeconds(2);
    private static final System.Logger LOG = System.getLogger(BluezMotion.class.getName());

    private final BluezBus bus;
    private final BluezSession session;

    BluezMotion(BluezBus bus, BluezSession session) {
        this.bus = bus;
        this.session = session;
    }

    /** Begins, where the strap offers it. */
    void start(BluezTree tree, String device) throws InterruptedException {
        Optional<Node> control = tree.characteristic(device, PolarMeasurement.CONTROL);
        Optional<Node> data = tree.characteristic(device, PolarMeasurement.DATA);
        if (control.isEmpty() || data.isEmpty()) {
            return;
        }
        try {
            String outcome =
                    ask(control.get().path(), data.get().path())
                            .map(Outcome::words)
                            .orElse("does not answer");
            LOG.log(System.Logger.Level.DEBUG, "asked for movement, the strap: {0}", outcome);
        } catch (LinkException e) {
            LOG.log(System.Logger.Level.DEBUG, "no movement: {0}", e.getMessage());
        }
    }

    private Optional<Outcome> ask(String control, String data)
            throws LinkException, InterruptedException {
        bus.watchProperties(control, session::answerChanged);
        bus.watchProperties(data, session::accelerationChanged);
        BluezBus.tell(() -> bus.characteristic(control).StartNotify());
        BluezBus.tell(() -> bus.characteristic(data).StartNotify());
        Optional<Outcome> first = command(control, PolarMeasurement.start());
        if (!first.equals(Optional.of(Outcome.ALREADY))) {
            return first;
        }
        command(
                control,
                PolarMeasurement.stop()); // else it might run at a rate of another's choice
        return command(control, PolarMeasurement.start());
    }

    private Optional<Outcome> command(String control, byte[] command)
            throws LinkException, InterruptedException {
        Map<String, Variant<?>> withAnswer = Map.of("type", new Variant<>("request"));
        BluezBus.tell(() -> bus.characteristic(control).WriteValue(command, withAnswer));
        for (Deadline end = Deadline.in(PATIENCE); !end.isPast() && !session.isOver(); ) {
            Optional<Outcome> outcome =
                    session.awaitAnswer(end.left())
                            .flatMap(value -> PolarMeasurement.answer(command, value));
            if (outcome.isPresent()) {
                return outcome;
            }
        }
        return Optional.empty();
    }
}
