package org.attune.review;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.attune.pipeline.Moment;
import org.attune.pipeline.Replay;
import org.attune.pipeline.SessionPipeline;
import org.attune.regulation.RegulationState;
import org.attune.session.LaneId;
import org.attune.signal.Pace;

/**
 * A finished session beside the same session as it would have been judged otherwise: its inputs
 * through the very pipeline of the live session, under other settings. Says when cues would have
 * been given and what would have been shown when; nothing of what people would have done then.
 * Immutable; any thread.
 *
 * <p>Cost: one run of the pipeline, about as long as {@code estimate} takes for the recording, and
 * the memory of one more {@link SessionTimeline}.
 *
 * @param lanes each person, in the order asked for
 */
public record WhatIf(List<Lane> lanes) {
    public WhatIf {
        lanes = List.copyOf(lanes);
    }

    /** A cue that was, or would have been, given. */
    public record Cue(double second, Pace pace) {}

    /** What was shown, and what would have been. */
    public record Change(RegulationState was, RegulationState would) {}

    /**
     * One person.
     *
     * @param was as it was
     * @param would as it would have been
     * @param identical whether every conclusion is the same to the last bit: windows, estimates and
     *     signals
     */
    public record Lane(Timeline was, Timeline would, boolean identical) {
        /** Whose. */
        public LaneId lane() {
            return was.lane();
        }

        /** The cues that were given, in order. */
        public List<Cue> cuesWere() {
            return cues(was);
        }

        /** The cues that would have been given, in order. */
        public List<Cue> cuesWould() {
            return cues(would);
        }

        /** Where another state would have been shown, and which, in order. */
        public Spans<Change> changes() {
            List<Span<Change>> changes = new ArrayList<>();
            int last = Math.max(was.lastSecond(), would.lastSecond());
            int since = 1;
            for (int second = 2; second <= last + 1; second++) {
                if (second > last || !change(second).equals(change(since))) {
                    Change held = change(since);
                    if (held.was() != held.would()) {
                        changes.add(new Span<>(since - 1.0, second - 1.0, held));
                    }
                    since = second;
                }
            }
            return Spans.of(changes);
        }

        private Change change(int second) {
            return new Change(was.state(second), would.state(second));
        }

        private static List<Cue> cues(Timeline lane) {
            return lane.cues().all().stream()
                    .filter(each -> each.what().isGiven())
                    .map(each -> new Cue(each.to(), each.what().pace()))
                    .toList();
        }
    }

    /**
     * Judges a session again.
     *
     * @param was the session as it was judged, or is judged now under the settings of then
     * @param log its moments in order
     * @param pipeline fresh, under the other settings, with all lanes that were recorded: where
     *     they share one budget of cues, one person's cue is another's silence
     */
    public static WhatIf of(SessionTimeline was, List<Moment> log, SessionPipeline pipeline) {
        List<LaneId> wanted = was.lanes().stream().map(Timeline::lane).toList();
        Again again = new Again(wanted, log);
        Replay.play(log, pipeline, again::add);
        SessionTimeline would = again.reader.read();
        List<Lane> lanes = new ArrayList<>();
        for (Timeline each : was.lanes()) {
            lanes.add(
                    new Lane(
                            each,
                            would.lane(each.lane()).orElseThrow(),
                            again.isIdentical(each.lane())));
        }
        return new WhatIf(lanes);
    }

    /** The person of that lane. */
    public Optional<Lane> lane(LaneId lane) {
        return lanes.stream().filter(each -> each.lane().equals(lane)).findFirst();
    }

    /** Whether nothing at all would have been concluded otherwise. */
    public boolean isIdentical() {
        return lanes.stream().allMatch(Lane::identical);
    }

    /** Reads what is concluded anew, and holds it against the log. */
    private static final class Again {
        final SessionTimeline.Reader reader;
        private final Map<LaneId, List<Moment.Concluded>> recorded = new LinkedHashMap<>();
        private final Map<LaneId, Integer> same = new LinkedHashMap<>();
        private final Map<LaneId, Integer> drawn = new LinkedHashMap<>();

        Again(List<LaneId> lanes, List<Moment> log) {
            reader = new SessionTimeline.Reader(lanes);
            lanes.forEach(lane -> recorded.put(lane, new ArrayList<>()));
            for (Moment moment : log) {
                if (moment instanceof Moment.Concluded concluded) {
                    recorded(concluded.lane()).ifPresent(each -> each.add(concluded));
                }
            }
        }

        private Optional<List<Moment.Concluded>> recorded(LaneId lane) {
            return Optional.ofNullable(recorded.get(lane));
        }

        void add(Moment moment) {
            reader.add(moment);
            if (moment instanceof Moment.Concluded concluded) {
                recorded(concluded.lane()).ifPresent(then -> compare(then, concluded));
            }
        }

        private void compare(List<Moment.Concluded> then, Moment.Concluded now) {
            int index = drawn.merge(now.lane(), 1, Integer::sum) - 1;
            if (index < then.size() && then.get(index).equals(now)) {
                same.merge(now.lane(), 1, Integer::sum);
            }
        }

        boolean isIdentical(LaneId lane) {
            int then = recorded(lane).map(List::size).orElse(0);
            return same.getOrDefault(lane, 0) == then && drawn.getOrDefault(lane, 0) == then;
        }
    }
}
