package org.attune.live;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.attune.pipeline.Moment;
import org.attune.sensor.SensorDescription;
import org.attune.sensor.SensorEvent;
import org.attune.session.LaneId;
import org.attune.session.MarkKind;
import org.attune.session.Marker;
import org.attune.session.Participant;
import org.attune.session.Phase;
import org.attune.session.Session;
import org.attune.time.SessionTime;
import org.jspecify.annotations.Nullable;

/**
 * Gathers moments into what the screen shows. Confined to the pipeline thread; the snapshots it
 * makes are immutable.
 */
final class LiveBoard {
    /** How long a mark can be taken back. */
    static final long UNDO_NANOS = 10_000_000_000L;

    private final Session session;
    private final int cueBudget;
    private final Supplier<RecordingStatus> recording;
    private final Map<LaneId, LaneBoard> lanes = new LinkedHashMap<>();
    private final List<Marker> markers = new ArrayList<>();
    private SessionTime now = SessionTime.ZERO;
    private Phase phase = Phase.ARRIVE;
    private SessionTime phaseSince = SessionTime.ZERO;
    private SessionTime snoozedUntil = SessionTime.ZERO;
    private Optional<String> fault = Optional.empty();

    LiveBoard(
            Session session,
            Map<LaneId, SensorDescription> sensors,
            int cueBudget,
            Supplier<RecordingStatus> recording) {
        this.session = session;
        this.cueBudget = cueBudget;
        this.recording = recording;
        for (Participant participant : session.participants()) {
            SensorDescription sensor = sensors.get(participant.lane());
            if (sensor == null) {
                throw new IllegalArgumentException("a lane has no sensor: " + participant.lane());
            }
            lanes.put(participant.lane(), new LaneBoard(participant, sensor));
        }
    }

    /** Takes a moment; true when the screen should know of it now. */
    boolean happened(Moment moment) {
        now = SessionTime.later(now, moment.at());
        return moment.match(
                new Moment.Cases<>() {
                    @Override
                    public Boolean prepared(Moment.Prepared prepared) {
                        return false;
                    }

                    @Override
                    public Boolean heard(Moment.Heard heard) {
                        lane(heard.lane()).heard(heard.event());
                        return heard.event() instanceof SensorEvent.LinkLost;
                    }

                    @Override
                    public Boolean judged(Moment.Judged judged) {
                        lane(judged.lane()).judged(judged.beat());
                        return false;
                    }

                    @Override
                    public Boolean concluded(Moment.Concluded concluded) {
                        lane(concluded.lane()).concluded(concluded);
                        return true;
                    }

                    @Override
                    public Boolean marked(Moment.Marked marked) {
                        noted(marked.marker());
                        return true;
                    }

                    @Override
                    public Boolean faulted(Moment.Faulted faulted) {
                        fault = Optional.of(faulted.reason());
                        lanes.values().forEach(LaneBoard::withhold);
                        return true;
                    }

                    @Override
                    public Boolean ended(Moment.Ended ended) {
                        return true;
                    }
                });
    }

    /** The newest mark that can still be taken back, if any. */
    @Nullable Marker undoable(SessionTime at) {
        for (int i = markers.size() - 1; i >= 0; i--) {
            Marker marker = markers.get(i);
            if (marker.kind() != MarkKind.PHASE && marker.kind() != MarkKind.SNOOZE) {
                return at.nanos() - marker.at().nanos() <= UNDO_NANOS ? marker : null;
            }
        }
        return null;
    }

    LiveSnapshot snapshot() {
        List<LaneSnapshot> people = new ArrayList<>(lanes.size());
        int cues = 0;
        for (LaneBoard lane : lanes.values()) {
            people.add(lane.snapshot());
            cues = Math.max(cues, lane.cues());
        }
        return new LiveSnapshot(
                session,
                now,
                phase,
                phaseSince,
                people,
                markers,
                recording.get(),
                cues,
                cueBudget,
                snoozedUntil.isAfter(now) ? Optional.of(snoozedUntil) : Optional.empty(),
                fault);
    }

    private void noted(Marker marker) {
        switch (marker.kind()) {
            case UNDO -> {
                long undone = Long.parseLong(marker.detail());
                markers.removeIf(each -> each.at().nanos() == undone);
            }
            case PHASE -> {
                phase = Phase.valueOf(marker.detail());
                phaseSince = marker.at();
                markers.add(marker);
            }
            case SNOOZE -> {
                snoozedUntil = marker.snoozeEnd();
                markers.add(marker);
            }
            default -> markers.add(marker);
        }
    }

    private LaneBoard lane(LaneId id) {
        LaneBoard lane = lanes.get(id);
        if (lane == null) {
            throw new IllegalStateException("a moment of an unknown lane: " + id);
        }
        return lane;
    }
}
