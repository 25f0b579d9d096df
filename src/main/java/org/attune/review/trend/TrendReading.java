package org.attune.review.trend;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import org.attune.review.trend.Trend.Because;
import org.attune.review.trend.Trend.Break;
import org.attune.review.trend.Trend.Comparison;
import org.attune.review.trend.Trend.Line;
import org.attune.review.trend.Trend.Panel;
import org.attune.review.trend.Trend.Point;
import org.attune.review.trend.Trend.Standing;
import org.attune.sensor.SourceClass;
import org.attune.session.Phase;

/** Lays sessions side by side. Confined to one thread. */
final class TrendReading {
    private static final double DEVIATIONS = 3;

    private final List<TrendSession> sessions;
    private final TrendRules rules;
    private final List<List<Integer>> runs = new ArrayList<>();
    private final List<Break> breaks = new ArrayList<>();

    TrendReading(List<TrendSession> sessions, TrendRules rules) {
        this.sessions = List.copyOf(sessions);
        this.rules = rules;
        for (int i = 1; i < sessions.size(); i++) {
            if (sessions.get(i)
                    .session()
                    .startedAt()
                    .isBefore(sessions.get(i - 1).session().startedAt())) {
                throw new IllegalArgumentException("sessions must be oldest first: index=" + i);
            }
        }
        findRuns();
    }

    /** Sessions that compare, one class of sensor beside the other. */
    private void findRuns() {
        Map<SourceClass, List<Integer>> open = new EnumMap<>(SourceClass.class);
        for (int i = 0; i < sessions.size(); i++) {
            Optional<SourceClass> source = sessions.get(i).source();
            if (source.isEmpty()) {
                breaks.add(new Break(i, Because.SOURCE_UNCLEAR));
                continue;
            }
            List<Integer> run = open.get(source.get());
            Set<Because> because = run == null ? Set.of() : between(run.get(run.size() - 1), i);
            for (Because each : because) {
                breaks.add(new Break(i, each));
            }
            if (run == null || !because.isEmpty()) {
                run = new ArrayList<>();
                open.put(source.get(), run);
                runs.add(run);
            }
            run.add(i);
        }
    }

    private Set<Because> between(int earlier, int later) {
        TrendSession before = sessions.get(earlier);
        TrendSession after = sessions.get(later);
        Set<Because> because = EnumSet.noneOf(Because.class);
        if (!before.flags().equals(after.flags())) {
            because.add(Because.FLAGS);
        }
        if (!before.judgedBy().equals(after.judgedBy())) {
            because.add(Because.JUDGING);
        }
        return because;
    }

    Trend trend() {
        List<Panel> panels = new ArrayList<>();
        for (TrendMeasure measure : TrendMeasure.values()) {
            add(panels, panel(measure, Optional.empty()));
            if (measure.byPhase()) {
                for (Phase phase : Phase.values()) {
                    add(panels, panel(measure, Optional.of(phase)));
                }
            }
        }
        return new Trend(sessions, breaks, panels);
    }

    private static void add(List<Panel> panels, Panel panel) {
        if (!panel.lines().isEmpty()) {
            panels.add(panel);
        }
    }

    private Panel panel(TrendMeasure measure, Optional<Phase> phase) {
        List<Line> lines = new ArrayList<>();
        Optional<Comparison> newest = Optional.empty();
        for (List<Integer> run : runs) {
            List<Point> points = new ArrayList<>();
            for (int i : run) {
                OptionalDouble value = measure.of(sessions.get(i), phase, rules.leastSeconds());
                value.ifPresent(each -> points.add(new Point(i, each)));
            }
            if (points.size() >= rules.leastSessions()) {
                lines.add(new Line(sessions.get(run.get(0)).source().orElseThrow(), points));
                newest = newest.or(() -> comparison(measure, points));
            }
        }
        return new Panel(measure, phase, lines, newest);
    }

    private Optional<Comparison> comparison(TrendMeasure measure, List<Point> points) {
        int last = points.size() - 1;
        int first = last - rules.compareWith();
        if (first < 0 || points.get(last).session() != sessions.size() - 1) {
            return Optional.empty();
        }
        double[] earlier = points.subList(first, last).stream().mapToDouble(Point::value).toArray();
        double middle = Robust.median(earlier).orElseThrow();
        double spread =
                Math.max(measure.leastSpread(), DEVIATIONS * Robust.deviation(earlier, middle));
        double low = middle - spread;
        double high = middle + spread;
        for (double each : earlier) {
            low = Math.min(low, each);
            high = Math.max(high, each);
        }
        double value = points.get(last).value();
        Standing standing =
                value > high ? Standing.HIGHER : value < low ? Standing.LOWER : Standing.WITHIN;
        return Optional.of(new Comparison(standing, value, middle, low, high, earlier.length));
    }
}
