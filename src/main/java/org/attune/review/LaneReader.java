package org.attune.review;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.attune.pipeline.Moment;
import org.attune.regulation.Background;
import org.attune.sensor.SensorDescription;
import org.attune.sensor.SensorEvent;
import org.attune.session.LaneId;
import org.jspecify.annotations.Nullable;

/** Lays one person's moments into arrays, one after the other. Confined to one thread. */
final class LaneReader {
    private final LaneId lane;
    private final BeatTable beats;
    private final SecondTable seconds;
    private final List<Moment> leading = new ArrayList<>();
    private MovementTable movement = new MovementTable();
    private boolean led;
    private boolean prepared;
    private Background background = Background.NONE;
    private Optional<SensorDescription> sensor = Optional.empty();

    /**
     * @param later whether it reads a piece of a log that is not the first
     * @param seconds to make room for, and {@code beats}; none where that is not known
     */
    LaneReader(LaneId lane, boolean later, int seconds, int beats) {
        this.lane = lane;
        this.beats = new BeatTable(beats);
        this.seconds = new SecondTable(later, seconds);
    }

    /** Whose a moment is that is read here; of nobody if it is not. */
    static @Nullable LaneId whose(Moment moment) {
        if (moment instanceof Moment.Concluded concluded) {
            return concluded.lane();
        }
        if (moment instanceof Moment.Judged judged) {
            return judged.lane();
        }
        if (moment instanceof Moment.Heard heard) {
            return heard.lane();
        }
        return moment instanceof Moment.Prepared prepared ? prepared.lane() : null;
    }

    boolean isOf(LaneId other) {
        return other.equals(lane);
    }

    /** Takes the next moment of this lane. */
    void add(Moment moment) {
        if (moment instanceof Moment.Concluded concluded) {
            concluded(concluded);
        } else if (moment instanceof Moment.Judged judged) {
            beats.add(judged.beat());
        } else if (moment instanceof Moment.Heard heard) {
            heard(heard);
        } else if (moment instanceof Moment.Prepared known) {
            background = known.background();
            prepared = true;
        }
    }

    private void heard(Moment.Heard moment) {
        if (moment.event() instanceof SensorEvent.Linked linked) {
            sensor = Optional.of(linked.sensor());
        } else if (movement.take(moment.event())) {
            lead(moment);
        }
    }

    private void concluded(Moment.Concluded moment) {
        seconds.add(moment, movement.at(moment.at()));
        lead(moment);
    }

    /**
     * Keeps what rests on the movement before this piece of the log: until that was averaged, and
     * something newer is known or it is too old to hold.
     */
    private void lead(Moment moment) {
        if (!led) {
            leading.add(moment);
            led = movement.isIndependent(moment.at());
        }
    }

    /** Goes on with what another read of the piece behind; false where the two overlap. */
    boolean append(LaneReader later) {
        for (Moment moment : later.leading) {
            if (moment instanceof Moment.Concluded concluded) {
                later.seconds.move(concluded, movement.at(concluded.at()));
            } else if (moment instanceof Moment.Heard heard) {
                boolean unused = movement.take(heard.event());
            }
        }
        movement = later.led ? later.movement : movement;
        beats.append(later.beats);
        background = later.prepared ? later.background : background;
        prepared |= later.prepared;
        sensor = later.sensor.or(() -> sensor);
        return seconds.append(later.seconds);
    }

    Timeline read(Marks marks, double endSeconds) {
        seconds.trim();
        return new Timeline(lane, background, sensor, beats.read(), seconds, marks, endSeconds);
    }
}
