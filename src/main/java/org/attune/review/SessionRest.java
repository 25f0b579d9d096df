package org.attune.review;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import org.attune.pipeline.Moment;
import org.attune.pipeline.SessionPipeline;
import org.attune.regulation.ArousalEstimate;
import org.attune.regulation.Background;
import org.attune.regulation.Baseline;
import org.attune.regulation.Reason;
import org.attune.regulation.RegulationState;
import org.attune.regulation.RestFigure;
import org.attune.sensor.SensorEvent;
import org.attune.sensor.SourceClass;
import org.attune.session.ClientFlag;
import org.attune.session.LaneId;
import org.attune.session.MarkKind;
import org.attune.session.Phase;

/**
 * Finds a person's rest in a finished session.
 *
 * <p>At the beginning: what the session's own first minutes teach. They are judged again, without
 * the band the session may have been drawn towards, and under the settings in force now: so that
 * sessions compare with each other whatever they were judged by at the time, and a band never feeds
 * on itself. Where the session was judged against earlier ones from its first minute, nobody sat
 * quietly, and its beginning teaches nothing.
 *
 * <p>At the end: the lowest median of the level over some minutes of the phase marked as settling,
 * of the seconds in which a state was known, arousal did not stand raised, the person neither moved
 * nor came down from it, and was not quiet: flatness is no rest. Without that phase there is none.
 *
 * <p>Cost: the first minutes of a session judged once more, and a pass over the rest. Confined to
 * the calling thread.
 */
public final class SessionRest {
    /** Share of the stretch that must be usable. */
    private static final double LEAST_SHARE = 2.0 / 3;

    private static final double NANOS = 1e9;

    private final LaneId lane;
    private final List<Moment> log;
    private final double endSeconds;

    private SessionRest(LaneId lane, List<Moment> log, double endSeconds) {
        this.lane = lane;
        this.log = log;
        this.endSeconds = endSeconds;
    }

    /**
     * What the session teaches; empty when no rest is found in it.
     *
     * @param lane whose
     * @param log the moments of the session in order
     * @param fresh a pipeline with that lane alone, to which nothing was said yet
     * @param endSeconds length of the calmest stretch looked for at the end, s
     */
    public static Optional<RestFigure> of(
            LaneId lane, List<Moment> log, SessionPipeline fresh, double endSeconds) {
        return new SessionRest(lane, log, endSeconds).find(fresh);
    }

    /** The beginning: what was learned, from how many seconds, of which source. */
    private record Start(Baseline baseline, int seconds, SourceClass source) {}

    /** One usable second of the end. */
    private record Calm(long nanos, double bpm, SourceClass source) {}

    /** The end: its middle, and the seconds it was taken from. */
    private record End(double bpm, int seconds, SourceClass source) {}

    private Optional<RestFigure> find(SessionPipeline fresh) {
        Background background = background();
        Optional<Start> start =
                background.reference() == Background.Reference.EARLIER
                        ? Optional.empty()
                        : start(fresh, background.flags());
        Optional<End> end = end(start.map(Start::source));
        if (start.isEmpty() && end.isEmpty()) {
            return Optional.empty();
        }
        SourceClass source = start.map(Start::source).orElseGet(() -> end.orElseThrow().source());
        return Optional.of(
                new RestFigure(
                        optional(start.map(each -> each.baseline().centreBpm())),
                        optional(end.map(End::bpm)),
                        optional(start.map(each -> each.baseline().scaleBpm())),
                        start.map(each -> each.baseline().lnRmssd()).orElse(OptionalDouble.empty()),
                        source,
                        background.flags(),
                        start.map(Start::seconds).orElse(0) + end.map(End::seconds).orElse(0)));
    }

    private static OptionalDouble optional(Optional<Double> value) {
        return value.map(OptionalDouble::of).orElse(OptionalDouble.empty());
    }

    private Background background() {
        for (Moment moment : log) {
            if (moment instanceof Moment.Prepared prepared && prepared.lane().equals(lane)) {
                return prepared.background();
            }
        }
        return Background.NONE;
    }

    private Optional<Start> start(SessionPipeline fresh, Set<ClientFlag> flags) {
        List<Moment> unused =
                fresh.prepare(
                        lane, new Background(flags, Optional.empty(), Background.Reference.TODAY));
        Source source = new Source();
        List<Long> learning = new ArrayList<>();
        for (Moment moment : log) {
            if (!(moment instanceof Moment.Heard heard) || !heard.lane().equals(lane)) {
                continue;
            }
            source.heard(heard.event());
            for (Moment judged : fresh.accept(lane, heard.event())) {
                if (!(judged instanceof Moment.Concluded concluded)) {
                    continue;
                }
                Optional<Baseline> baseline = concluded.estimate().baseline();
                if (baseline.isPresent()) {
                    long from = baseline.get().from().nanos();
                    long seconds = learning.stream().filter(nanos -> nanos >= from).count() + 1;
                    return Optional.of(
                            new Start(baseline.get(), Math.toIntExact(seconds), source.now()));
                }
                if (concluded.estimate().state() == RegulationState.LEARNING) {
                    learning.add(concluded.at().nanos());
                }
            }
        }
        return Optional.empty();
    }

    /**
     * @param asked the source it must be of; empty when any will do
     */
    private Optional<End> end(Optional<SourceClass> asked) {
        List<Calm> calm = calm();
        if (calm.isEmpty()) {
            return Optional.empty();
        }
        SourceClass source = asked.orElse(calm.get(calm.size() - 1).source());
        calm.removeIf(each -> each.source() != source);
        Optional<End> lowest = Optional.empty();
        int first = 0;
        for (int i = 0; i < calm.size(); i++) {
            while (calm.get(i).nanos() - calm.get(first).nanos() >= endSeconds * NANOS) {
                first++;
            }
            int count = i - first + 1;
            if (count < LEAST_SHARE * endSeconds) {
                continue;
            }
            double median = median(calm.subList(first, i + 1));
            if (lowest.isEmpty() || median < lowest.get().bpm()) {
                lowest = Optional.of(new End(median, count, source));
            }
        }
        return lowest;
    }

    /** The seconds of the phase of settling in which the person was at rest. */
    private List<Calm> calm() {
        List<Calm> calm = new ArrayList<>();
        Source source = new Source();
        boolean settling = false;
        for (Moment moment : log) {
            if (moment instanceof Moment.Marked marked
                    && marked.marker().kind() == MarkKind.PHASE) {
                settling = Phase.valueOf(marked.marker().detail()) == Phase.SETTLE;
            } else if (moment instanceof Moment.Heard heard && heard.lane().equals(lane)) {
                source.heard(heard.event());
            } else if (settling
                    && moment instanceof Moment.Concluded concluded
                    && concluded.lane().equals(lane)) {
                OptionalDouble level = restingLevel(concluded.estimate());
                if (level.isPresent()) {
                    calm.add(new Calm(concluded.at().nanos(), level.getAsDouble(), source.now()));
                }
            }
        }
        return calm;
    }

    private static OptionalDouble restingLevel(ArousalEstimate estimate) {
        boolean calm =
                switch (estimate.state()) {
                    case USUAL, RISING, SETTLING -> !estimate.raised();
                    case UNKNOWN, LEARNING, HIGH, QUIET -> false;
                };
        boolean still =
                !estimate.reasons().contains(Reason.MOVING)
                        && !estimate.reasons().contains(Reason.AFTER_EXERTION);
        if (!calm || !still || estimate.baseline().isEmpty()) {
            return OptionalDouble.empty();
        }
        double centre = estimate.baseline().get().centreBpm();
        return estimate.reasons().stream()
                .filter(reason -> reason.code() == Reason.Code.LEVEL)
                .mapToDouble(reason -> centre + reason.value())
                .findFirst();
    }

    private static double median(List<Calm> seconds) {
        double[] sorted = seconds.stream().mapToDouble(Calm::bpm).toArray();
        Arrays.sort(sorted);
        int half = sorted.length / 2;
        return sorted.length % 2 == 1 ? sorted[half] : (sorted[half - 1] + sorted[half]) / 2;
    }

    /** What the beats come from, as the pipeline sees it. */
    private static final class Source {
        private SourceClass declared = SourceClass.UNKNOWN;
        private boolean beats;

        void heard(SensorEvent event) {
            if (event instanceof SensorEvent.Linked linked) {
                declared = linked.sensor().source();
            } else if (event instanceof SensorEvent.RrReceived received) {
                beats |= !received.intervals().isEmpty();
            }
        }

        SourceClass now() {
            return beats ? declared : SourceClass.HEART_RATE_ONLY;
        }
    }
}
