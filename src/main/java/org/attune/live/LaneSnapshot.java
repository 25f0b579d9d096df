package org.attune.live;

import java.util.List;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import org.attune.pipeline.Moment;
import org.attune.sensor.SensorCondition;
import org.attune.sensor.SensorDescription;
import org.attune.session.Participant;

/**
 * One person, as the screen needs them.
 *
 * @param participant who
 * @param sensor their sensor
 * @param condition how it stands
 * @param batteryPercent charge left, if told
 * @param history conclusions of the last hour, oldest first, one a second; the last is the newest
 * @param movement mean movement (milli-g) beside each entry of {@code history}; empty where unknown
 */
public record LaneSnapshot(
        Participant participant,
        SensorDescription sensor,
        SensorCondition condition,
        OptionalInt batteryPercent,
        List<Moment.Concluded> history,
        List<OptionalDouble> movement) {
    public LaneSnapshot {
        history = List.copyOf(history);
        movement = List.copyOf(movement);
    }
}
