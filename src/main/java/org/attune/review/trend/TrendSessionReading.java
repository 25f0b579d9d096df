package org.attune.review.trend;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.Set;
import org.attune.pipeline.Moment;
import org.attune.pipeline.SessionPipeline;
import org.attune.regulation.Background;
import org.attune.regulation.PersonalBand;
import org.attune.regulation.RegulationState;
import org.attune.review.Marks;
import org.attune.review.trend.TrendSession.Judging;
import org.attune.sensor.SensorEvent;
import org.attune.sensor.SourceClass;
import org.attune.session.LaneId;
import org.attune.session.MarkKind;
import org.attune.session.Marker;
import org.attune.session.Phase;
import org.attune.session.Session;

/** Reads a session's log once and counts. Confined to one thread. */
final class TrendSessionReading {
    private static final double STEP_SECONDS = SessionPipeline.GRID_NANOS / 1e9;

    private final LaneId lane;
    private final Part whole = new Part();
    private final Map<Phase, Part> phases = new EnumMap<>(Phase.class);
    private final Set<SourceClass> sources = EnumSet.noneOf(SourceClass.class);
    private SourceClass declared = SourceClass.UNKNOWN;
    private boolean beats;
    private boolean marked;
    private Phase phase = Phase.ARRIVE;
    private Background background = Background.NONE;

    TrendSessionReading(LaneId lane) {
        this.lane = lane;
    }

    TrendSessionReading read(List<Moment> log) {
        List<Marker> marks = new ArrayList<>();
        for (Moment moment : log) {
            if (moment instanceof Moment.Marked mark) {
                marks.add(mark.marker());
            }
        }
        Set<Marker> standing = Set.copyOf(Marks.standing(marks));
        for (Moment moment : log) {
            if (moment instanceof Moment.Concluded concluded && concluded.lane().equals(lane)) {
                take(concluded);
            } else if (moment instanceof Moment.Heard heard && heard.lane().equals(lane)) {
                hear(heard.event());
            } else if (moment instanceof Moment.Marked mark) {
                mark(mark.marker(), standing);
            } else if (moment instanceof Moment.Prepared prepared && prepared.lane().equals(lane)) {
                background = prepared.background();
            }
        }
        return this;
    }

    private void hear(SensorEvent event) {
        if (event instanceof SensorEvent.Linked linked) {
            declared = linked.sensor().source();
        } else if (event instanceof SensorEvent.RrReceived received) {
            beats |= !received.intervals().isEmpty();
        }
    }

    private void mark(Marker marker, Set<Marker> standing) {
        if (marker.kind() == MarkKind.PHASE && standing.contains(marker)) {
            phase = Phase.valueOf(marker.detail());
            marked = true;
        }
    }

    private void take(Moment.Concluded second) {
        boolean known = second.estimate().state() != RegulationState.UNKNOWN;
        if (known) {
            sources.add(beats ? declared : SourceClass.HEART_RATE_ONLY);
        }
        boolean variability = known && !background.falsifiesVariability();
        whole.take(second, known, variability);
        phases.computeIfAbsent(phase, each -> new Part()).take(second, known, variability);
    }

    TrendSession toSession(Session session, Judging judgedBy, boolean incomplete) {
        Map<Phase, PartFigures> figures = new EnumMap<>(Phase.class);
        if (marked) {
            phases.forEach((each, part) -> figures.put(each, part.figures()));
        }
        Optional<SourceClass> source =
                sources.size() == 1 && !sources.contains(SourceClass.UNKNOWN)
                        ? sources.stream().findFirst()
                        : Optional.empty();
        Optional<PersonalBand> band = background.band();
        return new TrendSession(
                session,
                judgedBy,
                incomplete,
                source,
                background.flags(),
                band.isPresent() ? OptionalInt.of(band.get().version()) : OptionalInt.empty(),
                whole.figures(),
                figures,
                OptionalDouble.empty());
    }

    /** What has gathered of a part of the session. */
    private static final class Part {
        private final Values rates = new Values();
        private final Values lnRmssds = new Values();
        private int steps;
        private int shown;
        private int above;
        private int high;

        void take(Moment.Concluded second, boolean known, boolean variability) {
            RegulationState state = second.estimate().state();
            steps++;
            shown += known && state != RegulationState.LEARNING ? 1 : 0;
            above += state.isAboveUsual() ? 1 : 0;
            high += state == RegulationState.HIGH ? 1 : 0;
            if (known) {
                second.reading().heartRateBpm().ifPresent(rates::add);
            }
            if (variability) {
                second.reading().variability().features().lnRmssd().ifPresent(lnRmssds::add);
            }
        }

        PartFigures figures() {
            return new PartFigures(
                    steps * STEP_SECONDS,
                    rates.count * STEP_SECONDS,
                    shown * STEP_SECONDS,
                    rates.median(),
                    lnRmssds.count * STEP_SECONDS,
                    lnRmssds.median(),
                    above * STEP_SECONDS,
                    high * STEP_SECONDS);
        }
    }

    /** Numbers in the order in which they came, unboxed: a session holds thousands. */
    private static final class Values {
        private double[] values = new double[1024];
        private int count;

        void add(double value) {
            if (count == values.length) {
                values = Arrays.copyOf(values, 2 * count);
            }
            values[count++] = value;
        }

        OptionalDouble median() {
            return Robust.median(Arrays.copyOf(values, count));
        }
    }
}
