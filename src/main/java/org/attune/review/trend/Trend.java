package org.attune.review.trend;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.attune.sensor.SourceClass;
import org.attune.session.Phase;

/**
 * A person's sessions side by side, as small multiples: one panel for each measure and phase.
 *
 * <p>A line joins only sessions that compare: one class of sensor, the same flags, judged by the
 * same settings and version. The newest session is set beside the last ones of its line in words of
 * more and less; nothing here is better or worse.
 *
 * <p>Pure; any thread. Immutable.
 *
 * @param sessions oldest first
 * @param breaks where lines end, and why; in order
 * @param panels those in which there is anything to see
 */
public record Trend(List<TrendSession> sessions, List<Break> breaks, List<Panel> panels) {
    /** Said wherever a trend is shown. */
    public static final String LIMITS =
            "Heart-rate figures of single sessions: a session differs from another for many reasons"
                    + " besides the work, like sleep, coffee, medicine, talking and the hour. More"
                    + " or less is not better or worse.";

    public Trend {
        sessions = List.copyOf(sessions);
        breaks = List.copyOf(breaks);
        panels = List.copyOf(panels);
    }

    /**
     * Of the sessions of one person.
     *
     * @param sessions oldest first
     * @throws IllegalArgumentException when they are in another order
     */
    public static Trend of(List<TrendSession> sessions, TrendRules rules) {
        return new TrendReading(sessions, rules).trend();
    }

    /**
     * The values of a panel that may be joined: nothing is drawn across a session of the line whose
     * value is withheld, nor across one of which it is not clear what it was measured by.
     *
     * @param source of which class of sensor
     */
    public List<List<Point>> runs(Panel panel, SourceClass source) {
        List<List<Point>> runs = new ArrayList<>();
        for (Line line : panel.lines()) {
            if (line.source() != source) {
                continue;
            }
            List<Point> run = new ArrayList<>();
            for (Point point : line.points()) {
                if (!run.isEmpty()
                        && anyBetween(run.get(run.size() - 1).session(), point.session(), source)) {
                    runs.add(run);
                    run = new ArrayList<>();
                }
                run.add(point);
            }
            runs.add(run);
        }
        return runs;
    }

    private boolean anyBetween(int from, int to, SourceClass source) {
        return sessions.subList(from + 1, to).stream().anyMatch(each -> mayBeOf(each, source));
    }

    private static boolean mayBeOf(TrendSession session, SourceClass source) {
        return session.source().isEmpty() || session.source().get() == source;
    }

    /**
     * Sessions of a class of sensor, or of one that is not clear, that are on no line of a panel.
     *
     * @param valued whether those with a value, which too few others compare with; else those whose
     *     value is withheld
     */
    public List<Integer> without(
            Panel panel, SourceClass source, boolean valued, TrendRules rules) {
        List<Integer> without = new ArrayList<>();
        for (int i = 0; i < sessions.size(); i++) {
            TrendSession session = sessions.get(i);
            boolean has =
                    panel.measure().of(session, panel.phase(), rules.leastSeconds()).isPresent();
            if (mayBeOf(session, source) && !isOnALine(panel, source, i) && has == valued) {
                without.add(i);
            }
        }
        return without;
    }

    private static boolean isOnALine(Panel panel, SourceClass source, int session) {
        return panel.lines().stream()
                .filter(each -> each.source() == source)
                .flatMap(each -> each.points().stream())
                .anyMatch(each -> each.session() == session);
    }

    /** Why a line ends. */
    public enum Because {
        /** Other flags held from here: a medicine may have been begun or ended. */
        FLAGS,
        /** Judged by other settings, or by another version. */
        JUDGING,
        /** What the beats came from is not known or changed: it stands in no line. */
        SOURCE_UNCLEAR
    }

    /**
     * An end of lines.
     *
     * @param before index of the session before which, or at which, the line ends
     * @param because why
     */
    public record Break(int before, Because because) {}

    /**
     * A value of a session.
     *
     * @param session its index
     * @param value in the unit of the measure
     */
    public record Point(int session, double value) {}

    /**
     * Values that compare, of at least three sessions.
     *
     * @param source what the beats came from
     * @param points in order; sessions without a value are left out
     */
    public record Line(SourceClass source, List<Point> points) {
        public Line {
            points = List.copyOf(points);
        }
    }

    /** Where a value stands among earlier ones. */
    public enum Standing {
        HIGHER,
        LOWER,
        WITHIN
    }

    /**
     * The newest session beside the last ones of its line. Of people who do not change, about one
     * newest value in nine would fall outside by chance alone (five earlier ones, normal spread).
     *
     * @param standing where it stands
     * @param value of the newest
     * @param middle median of the last ones
     * @param low lower end of their range: the least of them, or three robust deviations below the
     *     middle, whichever is lower
     * @param high upper end of their range, likewise
     * @param sessions how many they are
     */
    public record Comparison(
            Standing standing,
            double value,
            double middle,
            double low,
            double high,
            int sessions) {}

    /**
     * One small multiple.
     *
     * @param measure what
     * @param phase of which phase; empty for the whole session
     * @param lines those of at least three sessions; others are not drawn
     * @param newest the newest session beside the last ones; empty where too few compare with it
     */
    public record Panel(
            TrendMeasure measure,
            Optional<Phase> phase,
            List<Line> lines,
            Optional<Comparison> newest) {
        public Panel {
            lines = List.copyOf(lines);
        }
    }
}
