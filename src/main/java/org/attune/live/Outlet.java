package org.attune.live;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.Function;
import org.attune.pipeline.Moment;
import org.attune.pipeline.MomentListener;
import org.attune.sensor.Sensor;
import org.attune.sensor.SensorDescription;
import org.attune.session.LaneId;
import org.attune.session.Marker;
import org.attune.session.Session;
import org.attune.time.SessionTime;
import org.jspecify.annotations.Nullable;

/**
 * Where the moments of a running session go: to the listeners and, gathered, to the screen. On the
 * pipeline thread alone once the session runs.
 */
final class Outlet {
    private static final System.Logger LOG = System.getLogger(Outlet.class.getName());

    private final List<MomentListener> listeners;
    private final Consumer<LiveSnapshot> screen;
    private final Function<Session, LiveBoard> boards;
    private LiveBoard board;

    Outlet(LiveSession.Parts parts) {
        this.listeners = List.copyOf(parts.listeners());
        this.screen = parts.screen();
        Map<LaneId, Sensor> sensors = new LinkedHashMap<>(parts.sensors());
        this.boards =
                session ->
                        new LiveBoard(
                                session,
                                descriptions(sensors),
                                parts.cueBudget(),
                                parts.recording());
        this.board = boards.apply(parts.session());
    }

    private static Map<LaneId, SensorDescription> descriptions(Map<LaneId, Sensor> sensors) {
        Map<LaneId, SensorDescription> descriptions = new LinkedHashMap<>();
        sensors.forEach((lane, sensor) -> descriptions.put(lane, sensor.description()));
        return descriptions;
    }

    /** What is gathered so far is forgotten: it becomes that of {@code session}. */
    void renew(Session session) {
        board = boards.apply(session);
    }

    /** The newest mark that can still be taken back; null where there is none. */
    @Nullable Marker undoable(SessionTime at) {
        return board.undoable(at);
    }

    /** Shows what is gathered now. */
    void show() {
        screen.accept(board.snapshot());
    }

    /** Tells all of them; shows nothing yet. */
    void tell(List<Moment> moments) {
        for (Moment moment : moments) {
            listeners.forEach(listener -> listener.happened(moment));
            boolean unused = board.happened(moment);
        }
    }

    /** Tells all of them, and shows what is gathered where any of them is to be seen. */
    void deliver(List<Moment> moments) {
        boolean seen = false;
        for (Moment moment : moments) {
            for (MomentListener listener : listeners) {
                listener.happened(moment);
            }
            seen |= board.happened(moment);
        }
        if (seen) {
            show();
        }
    }

    /** Tells the screen first: whoever else is told may be what failed. */
    void fault(Moment.Faulted fault) {
        boolean unused = board.happened(fault);
        show();
        for (MomentListener listener : listeners) {
            try {
                listener.happened(fault);
            } catch (RuntimeException again) {
                LOG.log(System.Logger.Level.ERROR, "a listener cannot be told", again);
            }
        }
    }
}
