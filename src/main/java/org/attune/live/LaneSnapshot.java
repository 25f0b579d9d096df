package org.attune.live;

import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import org.attune.pipeline.Moment;
import org.attune.sensor.SensorCondition;
import org.attune.sensor.SensorDescription;
import org.attune.session.Participant;
import org.attune.time.SessionTime;

/**
 * One person, as the screen needs them.
 *
 * @param participant who
 * @param sensor their sensor
 * @param condition how it stands
 * @param batteryPercent charge left, if told
 * @param history conclusions of the last hour, oldest first, one a second; the last is the newest
 * @param hearing what was heard of the heart itself lately
 * @param movement mean movement (milli-g) beside each entry of {@code history}; empty where unknown
 */
public record LaneSnapshot(
        Participant participant,
        SensorDescription sensor,
        SensorCondition condition,
        OptionalInt batteryPercent,
        Hearing hearing,
        List<Moment.Concluded> history,
        List<OptionalDouble> movement) {
    /**
     * What was heard of a heart lately, as the proof of contact.
     *
     * @param linkedAt when the sensor answered first; empty while it is looked for
     * @param beats when each beat of the last half minute fell that was believed, oldest first
     */
    public record Hearing(Optional<SessionTime> linkedAt, List<SessionTime> beats) {
        /** Nothing was heard yet. */
        public static final Hearing NOTHING = new Hearing(Optional.empty(), List.of());

        public Hearing {
            beats = List.copyOf(beats);
        }
    }

    public LaneSnapshot {
        history = List.copyOf(history);
        movement = List.copyOf(movement);
    }
}
