package org.attune.live;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import org.attune.beat.Beat;
import org.attune.pipeline.Moment;
import org.attune.regulation.ArousalEstimate;
import org.attune.regulation.Reason;
import org.attune.regulation.RegulationState;
import org.attune.sensor.SensorCondition;
import org.attune.sensor.SensorDescription;
import org.attune.sensor.SensorEvent;
import org.attune.session.Participant;
import org.attune.signal.Signal;
import org.attune.time.SessionTime;

/** One person's share of the board: the last hour, ready to be shown. */
final class LaneBoard {
    /** An hour of conclusions, one a second. */
    private static final int HISTORY = 3600;

    private static final long BEATS_NANOS = 30_000_000_000L;
    private static final long MOVEMENT_HOLDS_NANOS = 5_000_000_000L;

    private final Participant participant;
    private SensorDescription sensor;
    private OptionalInt battery = OptionalInt.empty();
    private final Deque<Moment.Concluded> history = new ArrayDeque<>();
    private final Deque<OptionalDouble> movement = new ArrayDeque<>();
    private Optional<SensorEvent.MotionReceived> newestMovement = Optional.empty();
    private final Deque<SessionTime> beats = new ArrayDeque<>();
    private Optional<SessionTime> linkedAt = Optional.empty();
    private int cues;

    LaneBoard(Participant participant, SensorDescription sensor) {
        this.participant = participant;
        this.sensor = sensor;
    }

    Participant participant() {
        return participant;
    }

    int cues() {
        return cues;
    }

    void heard(SensorEvent event) {
        if (event instanceof SensorEvent.Linked linked) {
            sensor = linked.sensor();
            linkedAt = linkedAt.or(() -> Optional.of(linked.at()));
        } else if (event instanceof SensorEvent.BatteryReported reported) {
            battery = OptionalInt.of(reported.percent());
        } else if (event instanceof SensorEvent.MotionReceived moved) {
            newestMovement = Optional.of(moved);
        } else if (event instanceof SensorEvent.LinkLost) {
            newestMovement = Optional.empty();
        }
    }

    void judged(Beat beat) {
        if (beat.verdict().isNormal()) {
            beats.addLast(beat.at());
        }
    }

    private LaneSnapshot.Hearing hearing() {
        return new LaneSnapshot.Hearing(linkedAt, new ArrayList<>(beats));
    }

    void concluded(Moment.Concluded moment) {
        while (!beats.isEmpty() && moment.at().nanos() - beats.getFirst().nanos() > BEATS_NANOS) {
            beats.removeFirst();
        }
        history.addLast(moment);
        movement.addLast(movement(moment));
        if (history.size() > HISTORY) {
            history.removeFirst();
            movement.removeFirst();
        }
        if (moment.signal() instanceof Signal.Shown shown && shown.cue()) {
            cues++;
        }
    }

    /** Told about once a second; a channel that fell silent says nothing of stillness. */
    private OptionalDouble movement(Moment.Concluded moment) {
        return newestMovement
                .filter(each -> moment.at().nanos() - each.at().nanos() <= MOVEMENT_HOLDS_NANOS)
                .map(each -> OptionalDouble.of(each.milliG()))
                .orElse(OptionalDouble.empty());
    }

    /** The program failed: what was concluded last must not stay on the screen. */
    void withhold() {
        Moment.Concluded last = history.peekLast();
        if (last == null) {
            return;
        }
        ArousalEstimate unknown =
                new ArousalEstimate(
                        last.at(),
                        OptionalDouble.empty(),
                        RegulationState.UNKNOWN,
                        false,
                        0,
                        Optional.empty(),
                        List.of(Reason.FAULT),
                        last.estimate().estimatorId());
        history.addLast(
                new Moment.Concluded(
                        last.lane(), last.reading(), unknown, new Signal.Withheld(Reason.FAULT)));
        movement.addLast(OptionalDouble.empty());
    }

    LaneSnapshot snapshot() {
        return new LaneSnapshot(
                participant,
                sensor,
                condition(),
                battery,
                hearing(),
                new ArrayList<>(history),
                new ArrayList<>(movement));
    }

    private SensorCondition condition() {
        Moment.Concluded newest = history.peekLast();
        if (newest == null || newest.estimate().reasons().isEmpty()) {
            return SensorCondition.WAITING;
        }
        return switch (newest.estimate().reasons().get(0).code()) {
            case STARTING -> SensorCondition.WAITING;
            case SENSOR_SILENT -> SensorCondition.SILENT;
            case SENSOR_REPEATS -> SensorCondition.REPEATING;
            case LINK_LOST -> SensorCondition.LINK_LOST;
            case CONTACT_LOST -> SensorCondition.CONTACT_LOST;
            default -> SensorCondition.FLOWING;
        };
    }
}
