package org.attune.sensor.ble;

import java.lang.System.Logger.Level;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.attune.sensor.ble.BluezTree.Node;
import org.attune.sensor.ble.PolarMeasurement.Outcome;
import org.freedesktop.dbus.types.Variant;

/**
 * Asks a strap by Polar for movement and raw ECG, over BlueZ. Both are niceties: whatever fails
 * here, the heartbeats go on, and movement is unknown. Confined to the worker thread.
 */
final class BluezStreams {
    private static final Duration PATIENCE = Duration.ofSeconds(2);
    private static final System.Logger LOG = System.getLogger(BluezStreams.class.getName());

    private final BluezBus bus;
    private final BluezSession session;

    BluezStreams(BluezBus bus, BluezSession session) {
        this.bus = bus;
        this.session = session;
    }

    /** Begins, where the strap offers it. */
    void start(BluezTree tree, String device, Set<PolarStream> streams)
            throws InterruptedException {
        Optional<Node> control = tree.characteristic(device, PolarMeasurement.CONTROL);
        Optional<Node> data = tree.characteristic(device, PolarMeasurement.DATA);
        if (streams.isEmpty() || control.isEmpty() || data.isEmpty()) {
            return;
        }
        try {
            listen(control.get().path(), data.get().path());
            for (PolarStream stream : new TreeSet<>(streams)) { // always in one order
                String outcome =
                        ask(control.get().path(), stream)
                                .map(Outcome::words)
                                .orElse("does not answer");
                LOG.log(Level.DEBUG, "asked for {0}, the strap: {1}", stream, outcome);
            }
        } catch (LinkException e) {
            LOG.log(Level.DEBUG, "not measured: {0}", e.getMessage());
        }
    }

    private void listen(String control, String data) throws LinkException, InterruptedException {
        bus.watchProperties(control, session::answerChanged);
        bus.watchProperties(data, session::measurementChanged);
        BluezBus.tell(() -> bus.characteristic(control).StartNotify());
        BluezBus.tell(() -> bus.characteristic(data).StartNotify());
    }

    private Optional<Outcome> ask(String control, PolarStream stream)
            throws LinkException, InterruptedException {
        Optional<Outcome> first = command(control, PolarMeasurement.start(stream));
        if (!first.equals(Optional.of(Outcome.ALREADY))) {
            return first;
        }
        command(
                control,
                PolarMeasurement.stop(stream)); // else it might run at a rate of another's choice
        return command(control, PolarMeasurement.start(stream));
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
