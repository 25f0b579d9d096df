package org.attune.review;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.attune.pipeline.Moment;
import org.attune.session.LaneId;
import org.attune.session.Marker;
import org.jspecify.annotations.Nullable;

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

    /** More than there are processors on a small desk: one that is busy elsewhere does fewer. */
    private static final int PIECES = 4;

    /** In a second, more than most hearts beat. */
    private static final double LIKELY_BEATS = 1.6;

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

    /**
     * The same, for who has several processors: pieces of the log are read at the same time, then
     * joined. Bit for bit what one pass reads. The log must not change meanwhile.
     */
    public static SessionTimeline of(List<LaneId> lanes, List<Moment> log, Each each) {
        List<Integer> pieces = IntStream.range(0, PIECES).boxed().toList();
        List<Reader> read = each.map(pieces, piece -> piece(lanes, log, piece));
        Reader whole = read.get(0);
        for (Reader later : read.subList(1, PIECES)) {
            if (!whole.append(later)) {
                return of(lanes, log);
            }
        }
        return whole.read(standing -> each.map(whole.lanes, whole.laid(standing)));
    }

    private static Reader piece(List<LaneId> lanes, List<Moment> log, int piece) {
        int from = (int) ((long) log.size() * piece / PIECES);
        int to = (int) ((long) log.size() * (piece + 1) / PIECES);
        int own = seconds(log, from, to);
        int room = piece > 0 ? own : seconds(log, 0, log.size());
        Reader reader = new Reader(lanes, piece > 0, room, (int) (own * LIKELY_BEATS));
        for (int i = from; i < to; i++) {
            reader.add(log.get(i));
        }
        return reader;
    }

    /** That a part of the log lasts; a time in it that cannot be asks for no more than its rows. */
    private static int seconds(List<Moment> log, int from, int to) {
        if (from == to) {
            return 0;
        }
        double lasts =
                log.get(to - 1).at().toSeconds() - (from > 0 ? log.get(from).at().toSeconds() : 0);
        return (int) Math.max(0, Math.min(to - from, lasts));
    }

    /** How several things are worked on: one after the other, or at the same time. */
    @FunctionalInterface
    public interface Each {
        /** What {@code work} makes of each of {@code things}, in their order. */
        <T, R> List<R> map(List<T> things, Function<T, R> work);
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
        private final List<LaneReader> lanes;
        private final List<Marker> marks = new ArrayList<>();
        private long endNanos;
        private boolean closed;
        private Optional<String> fault = Optional.empty();
        private @Nullable Moment newest; // set for each moment: an Optional would be made anew

        /**
         * @param lanes whose lanes are wanted
         */
        public Reader(List<LaneId> lanes) {
            this(lanes, false, 0, 0);
        }

        private Reader(List<LaneId> lanes, boolean later, int seconds, int beats) {
            this.lanes = readers(lanes, later, seconds, beats);
        }

        private static List<LaneReader> readers(
                List<LaneId> lanes, boolean later, int seconds, int beats) {
            if (new HashSet<>(lanes).size() < lanes.size()) {
                throw new IllegalArgumentException("lanes must differ: " + lanes);
            }
            return lanes.stream().map(lane -> new LaneReader(lane, later, seconds, beats)).toList();
        }

        /** The next moment of the log. */
        public void add(Moment moment) {
            LaneId whose = LaneReader.whose(moment);
            for (int i = 0; whose != null && i < lanes.size(); i++) {
                if (lanes.get(i).isOf(whose)) {
                    lanes.get(i).add(moment);
                    newest = moment;
                    return;
                }
            }
            ofAll(moment);
        }

        /** What is no wanted person's: the marks, how it ended, that others went on. */
        private void ofAll(Moment moment) {
            endNanos = Math.max(endNanos, moment.at().nanos());
            if (moment instanceof Moment.Marked marked) {
                marks.add(marked.marker());
            } else if (moment instanceof Moment.Faulted faulted) {
                fault = Optional.of(faulted.reason());
            } else if (moment instanceof Moment.Ended) {
                closed = true;
            }
        }

        /** Goes on with what was read of the piece of log behind; false where that cannot be. */
        private boolean append(Reader later) {
            for (int i = 0; i < lanes.size(); i++) {
                if (!lanes.get(i).append(later.lanes.get(i))) {
                    return false;
                }
            }
            marks.addAll(later.marks);
            endNanos = Math.max(endNanos, later.endNanos);
            closed |= later.closed;
            fault = later.fault.or(() -> fault);
            newest = later.newest != null ? later.newest : newest;
            return true;
        }

        /** In a log no moment of a lane comes before an earlier one, so the newest tells. */
        private double end() {
            long last = newest != null ? newest.at().nanos() : 0;
            return Math.max(endNanos, last) / 1e9;
        }

        /** The session as far as it was read; nothing is added afterwards. */
        public SessionTimeline read() {
            return read(standing -> lanes.stream().map(laid(standing)).toList());
        }

        private Function<LaneReader, Timeline> laid(Marks standing) {
            double end = end();
            return lane -> lane.read(standing, end);
        }

        private SessionTimeline read(Function<Marks, List<Timeline>> laid) {
            Marks standing = Marks.of(marks, end());
            return new SessionTimeline(laid.apply(standing), standing, end(), closed, fault);
        }
    }
}
