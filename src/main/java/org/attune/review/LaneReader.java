package org.attune.review;

import java.util.Optional;
import org.attune.beat.Beat;
import org.attune.pipeline.Moment;
import org.attune.regulation.Background;
import org.attune.sensor.SensorDescription;
import org.attune.sensor.SensorEvent;
import org.attune.session.LaneId;

/** Lays one person's moments into arrays, one after the other. Confined to one thread. */
final class LaneReader {
    private final LaneId lane;
    private final BeatTable beats = new BeatTable();
    private final SecondTable seconds = new SecondTable();
    private final MovementTable movement = new MovementTable();
    private Background background = Background.NONE;
    private Optional<SensorDescription> sensor = Optional.empty();

    LaneReader(LaneId lane) {
        this.lane = lane;
    }

    void prepared(Background known) {
        background = known;
    }

    void heard(SensorEvent event) {
        if (event instanceof SensorEvent.MotionReceived moved) {
            movement.add(moved);
        } else if (event instanceof SensorEvent.LinkLost) {
            movement.forget();
        } else if (event instanceof SensorEvent.Linked linked) {
            sensor = Optional.of(linked.sensor());
        }
    }

    void judged(Beat beat) {
        beats.add(beat);
    }

    void concluded(Moment.Concluded moment) {
        seconds.add(moment, movement.at(moment.at()));
    }

    Timeline read(Marks marks, double endSeconds) {
        seconds.trim();
        return new Timeline(lane, background, sensor, beats.read(), seconds, marks, endSeconds);
    }
}
