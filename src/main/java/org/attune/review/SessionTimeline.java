package org.attune.review;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.attune.pipeline.Moment;
import org.attune.session.LaneId;
import org.attune.session.Marker;

/**
 * A finished session laid out in time: a {@link Timeline} for each person and the marks of all.
 * Immutable; any thread.
 *
 * <p>Cost: one pass over the moments, a fraction of a microsecond each; of a day of one person
 * there remain some 35 MB, whatever the moments weighed.
 *
 * @param lanes the people, in the order asked for
 * @param marks what the therapist marked and did not take back
 * @param endSeconds when the last thing happened, session seconds
 * @param closed whether the session was ended properly
 * @param fault why nothing was concluded any more, if the program failed
 */
public record SessionTimeline(
        List<Timeline> lanes,
        Marks marks,
        double endSeconds,
        boolean closed,
        Optional<String> fault) {
    public SessionTimeline {
        lanes = List.copyOf(lanes);
    }

    /**
     * Reads the moments of a session once, in order.
     *
     * @param lanes whose lanes are wanted; moments of others are passed over
     */
    public static SessionTimeline of(List<LaneId> lanes, Iterable<Moment> log) {
        Reader reader = new Reader(lanes);
        log.forEach(reader::add);
        return reader.read();
    }

    /** The lane of that name. */
    public Optional<Timeline> lane(LaneId lane) {
        return lanes.stream().filter(each -> each.lane().equals(lane)).findFirst();
    }

    /**
     * Takes the moments of a session one by one, for a caller who has them as a stream. Confined to
     * one thread.
     */
    public static final class Reader {
        private final Map<LaneId, LaneReader> lanes = new LinkedHashMap<>();
        private final List<Marker> marks = new ArrayList<>();
        private long endNanos;
        private boolean closed;
        private Optional<String> fault = Optional.empty();

        /**
         * @param lanes whose lanes are wanted
         */
        public Reader(List<LaneId> lanes) {
            for (LaneId lane : lanes) {
                if (this.lanes.put(lane, new LaneReader(lane)) != null) {
                    throw new IllegalArgumentException("lanes must differ: " + lane);
                }
            }
        }

        /** The next moment of the log. */
        public void add(Moment moment) {
            endNanos = Math.max(endNanos, moment.at().nanos());
            if (moment instanceof Moment.Heard heard) {
                lane(heard.lane()).ifPresent(lane -> lane.heard(heard.event()));
            } else if (moment instanceof Moment.Judged judged) {
                lane(judged.lane()).ifPresent(lane -> lane.judged(judged.beat()));
            } else if (moment instanceof Moment.Concluded concluded) {
                lane(concluded.lane()).ifPresent(lane -> lane.concluded(concluded));
            } else if (moment instanceof Moment.Prepared prepared) {
                lane(prepared.lane()).ifPresent(lane -> lane.prepared(prepared.background()));
            } else if (moment instanceof Moment.Marked marked) {
                marks.add(marked.marker());
            } else if (moment instanceof Moment.Faulted faulted) {
                fault = Optional.of(faulted.reason());
            } else {
                closed = true;
            }
        }

        private Optional<LaneReader> lane(LaneId lane) {
            return Optional.ofNullable(lanes.get(lane));
        }

        /** The session as far as it was read; nothing is added afterwards. */
        public SessionTimeline read() {
            double end = endNanos / 1e9;
            Marks standing = Marks.of(marks, end);
            return new SessionTimeline(
                    lanes.values().stream().map(lane -> lane.read(standing, end)).toList(),
                    standing,
                    end,
                    closed,
                    fault);
        }
    }
}
