package org.attune.ui.trend;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;
import org.attune.review.trend.Trend;
import org.attune.review.trend.Trend.Comparison;
import org.attune.review.trend.Trend.Line;
import org.attune.review.trend.Trend.Panel;
import org.attune.review.trend.Trend.Point;
import org.attune.review.trend.TrendMeasure;
import org.attune.review.trend.TrendRules;
import org.attune.review.trend.TrendSession;
import org.attune.sensor.SourceClass;
import org.attune.session.Phase;

/** The charts of one class of sensor: a scale for each measure, a column for each phase. */
final class TrendCells {
    private static final List<TrendMeasure> IN_ROWS =
            List.of(
                    TrendMeasure.HEART_RATE,
                    TrendMeasure.LN_RMSSD,
                    TrendMeasure.ABOVE_USUAL,
                    TrendMeasure.HIGH);

    private static final List<Phase> PHASES = List.of(Phase.ARRIVE, Phase.WORK, Phase.SETTLE);

    private final Trend trend;
    private final SourceClass source;
    private final List<Integer> places;
    private final TrendRules rules;
    private final TrendWindowWords words;
    private final boolean pending;

    /**
     * @param places of the trend's sessions among all that are shown
     * @param pending whether some sessions are still being worked out
     */
    TrendCells(
            Trend trend,
            SourceClass source,
            List<Integer> places,
            TrendRules rules,
            TrendWindowWords words,
            boolean pending) {
        this.trend = trend;
        this.source = source;
        this.places = places;
        this.rules = rules;
        this.words = words;
        this.pending = pending;
    }

    List<TrendView.Cell> cells() {
        List<TrendView.Cell> cells = new ArrayList<>();
        for (Panel panel : trend.panels()) {
            if (panel.lines().stream().anyMatch(each -> each.source() == source)) {
                cells.add(cell(panel));
            }
        }
        return cells;
    }

    private TrendView.Cell cell(Panel panel) {
        TrendMeasure measure = panel.measure();
        int inRows = IN_ROWS.indexOf(measure);
        int column = panel.phase().map(each -> 1 + PHASES.indexOf(each)).orElse(0);
        Optional<Comparison> newest = newest(panel);
        String name = words.measure(measure) + ", " + words.partWithin(panel.phase());
        return new TrendView.Cell(
                measure,
                panel.phase(),
                inRows < 0 ? IN_ROWS.size() : inRows,
                measure == TrendMeasure.USABLE ? 1 : column,
                name,
                axis(measure),
                runs(panel),
                without(panel, false),
                without(panel, true),
                newest.map(each -> range(panel, each)),
                newest.map(Comparison::standing),
                word(newest),
                name + ": " + says(measure, newest),
                tells(panel));
    }

    /** The newest session stands beside others of its own kind only. */
    private Optional<Comparison> newest(Panel panel) {
        List<TrendSession> all = trend.sessions();
        boolean same = all.get(all.size() - 1).source().equals(Optional.of(source));
        return pending || !same ? Optional.empty() : panel.newest();
    }

    private TrendView.Range range(Panel panel, Comparison newest) {
        List<Point> points =
                panel.lines().stream()
                        .filter(each -> each.source() == source)
                        .reduce((before, last) -> last)
                        .map(Line::points)
                        .orElseThrow();
        int last = points.size() - 1;
        return new TrendView.Range(
                places.get(points.get(last - newest.sessions()).session()),
                places.get(points.get(last - 1).session()),
                newest.low(),
                newest.middle(),
                newest.high());
    }

    private String word(Optional<Comparison> newest) {
        return newest.map(each -> words.of("word." + lower(each.standing()))).orElse("");
    }

    private static String lower(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT);
    }

    private String says(TrendMeasure measure, Optional<Comparison> newest) {
        if (pending) {
            return words.of("says.pending");
        }
        return newest.map(
                        each ->
                                words.of(
                                        "says." + lower(each.standing()),
                                        words.figure(measure, each.value()),
                                        each.sessions(),
                                        words.figure(measure, each.middle()),
                                        words.figure(measure, shown(measure, each.low())),
                                        words.figure(measure, shown(measure, each.high()))))
                .orElseGet(() -> words.of("says.few", rules.compareWith() + 1));
    }

    /** The range may reach beyond what a share can be. */
    private static double shown(TrendMeasure measure, double value) {
        return isShare(measure) ? Math.max(0, Math.min(100, value)) : Math.max(0, value);
    }

    private static boolean isShare(TrendMeasure measure) {
        return measure == TrendMeasure.ABOVE_USUAL
                || measure == TrendMeasure.HIGH
                || measure == TrendMeasure.USABLE;
    }

    private List<List<TrendView.Dot>> runs(Panel panel) {
        return trend.runs(panel, source).stream()
                .map(
                        run ->
                                run.stream()
                                        .map(
                                                each ->
                                                        new TrendView.Dot(
                                                                places.get(each.session()),
                                                                each.value()))
                                        .toList())
                .toList();
    }

    private List<Integer> without(Panel panel, boolean valued) {
        return trend.without(panel, source, valued, rules).stream().map(places::get).toList();
    }

    private String tells(Panel panel) {
        StringBuilder told = new StringBuilder();
        for (List<TrendView.Dot> run : runs(panel)) {
            for (TrendView.Dot dot : run) {
                told.append(told.isEmpty() ? "" : ", ")
                        .append(dot.slot() + 1)
                        .append(": ")
                        .append(words.figure(panel.measure(), dot.value()));
            }
        }
        without(panel, false).forEach(each -> tell(told, each, "withheld"));
        without(panel, true).forEach(each -> tell(told, each, "apart"));
        return told.toString();
    }

    private void tell(StringBuilder told, int place, String key) {
        told.append(", ").append(place + 1).append(": ").append(words.of(key));
    }

    /** One scale for all charts of a measure, so that phases can be compared by eye. */
    private TrendView.Axis axis(TrendMeasure measure) {
        double low = Double.MAX_VALUE;
        double high = -Double.MAX_VALUE;
        for (Panel panel : trend.panels()) {
            if (panel.measure() != measure) {
                continue;
            }
            for (List<TrendView.Dot> run : runs(panel)) {
                for (TrendView.Dot dot : run) {
                    low = Math.min(low, dot.value());
                    high = Math.max(high, dot.value());
                }
            }
            Optional<Comparison> newest = newest(panel);
            OptionalDouble lower =
                    newest.map(each -> OptionalDouble.of(shown(measure, each.low())))
                            .orElse(OptionalDouble.empty());
            low = Math.min(low, lower.orElse(low));
            high = Math.max(high, newest.map(each -> shown(measure, each.high())).orElse(high));
        }
        return TrendScale.over(
                low, high, isShare(measure) || measure == TrendMeasure.RECOVERY_HALF_TIME);
    }
}
