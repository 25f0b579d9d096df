package org.attune.evaluate;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** The figures as tables for people. */
public final class EvaluationText {
    private EvaluationText() {}

    /** One table for each data set and source, and the false alarms of the main cells together. */
    public static List<String> lines(Evaluation evaluation) {
        List<String> lines = new ArrayList<>();
        for (List<SetFigures> cell : evaluation.cells()) {
            addCell(lines, cell);
        }
        addPooled(lines, evaluation);
        return lines;
    }

    private static void addCell(List<String> lines, List<SetFigures> cell) {
        SetFigures first = cell.get(0);
        boolean tasks = first.tasks() > 0;
        boolean physical = first.physical().seconds() > 0;
        lines.add(
                format(
                        "## %s %s: %d recordings of %d people, %d tasks, %.1f h of rest",
                        first.dataSet(),
                        first.source().word(),
                        first.recordings().size(),
                        first.people(),
                        first.tasks(),
                        first.rest().hours()));
        lines.add("");
        lines.add(
                "| detector | judged"
                        + (tasks ? " (in tasks) | AUC [IQR] (95 %) | newly on (95 %)" : "")
                        + (tasks ? " | found | cued | newly on by chance | delay s" : "")
                        + " | false alarms/h (95 %) | per judged h | cues/h (raised) | alarms 2 min apart/h"
                        + " | rest in alarm"
                        + (physical ? " | exercise in alarm | of judged | exercise judged" : "")
                        + " |");
        int columns = 6 + (tasks ? 6 : 0) + (physical ? 3 : 0);
        lines.add("|" + "---|".repeat(columns));
        cell.forEach(set -> lines.add("| " + set.detector() + row(set, tasks, physical) + " |"));
        lines.add("");
        if (tasks) {
            addKinds(lines, first);
        }
        for (SetFigures set : cell) {
            set.reliability()
                    .filter(r -> tasks)
                    .ifPresent(r -> lines.add(reliability(set.detector(), r)));
        }
        if (tasks && first.reliability().isEmpty()) {
            lines.add(first.detector() + ": probability not shown, so not measured.");
        }
        lines.add("");
    }

    private static String row(SetFigures set, boolean tasks, boolean physical) {
        if (!set.raisesAlarms()) {
            String auc = tasks ? " | " + auc(set) + " | | | | | " : "";
            return judged(set, tasks) + auc + " | | | | | " + (physical ? " | | | " : "");
        }
        return judged(set, tasks)
                + (tasks ? tasks(set) : "")
                + rest(set)
                + (physical ? physical(set) : "");
    }

    private static String auc(SetFigures set) {
        return spread("%.2f", set.auc()) + " " + interval("%.2f", set.intervals().auc());
    }

    private static String judged(SetFigures set, boolean tasks) {
        return " | "
                + number("%.2f", set.judged().median())
                + (tasks ? " (" + number("%.2f", set.judgedInTasks().median()) + ")" : "");
    }

    private static String tasks(SetFigures set) {
        int n = set.tasks();
        Interval newly = set.intervals().newlyShare();
        return " | "
                + auc(set)
                + format(" | %d/%d ", set.newly(), n)
                + interval("%.0f", new Interval(newly.low() * n, newly.high() * n))
                + format(" | %d | %d", set.found(), set.cued())
                + format(" | %.1f (<= %.0f)", set.chance().newlyMean(), set.chance().newly95())
                + " | "
                + spread("%.0f", set.delay());
    }

    private static String rest(SetFigures set) {
        double hours = set.rest().hours();
        return " | "
                + number("%.2f", set.falseAlarmsPerHour())
                + " "
                + interval("%.2f", set.intervals().falseAlarmsPerHour())
                + " | "
                + number("%.2f", set.falseAlarmsPerJudgedHour())
                + " | "
                + number("%.2f", set.cues() / hours)
                + number(" (%.2f)", set.raisedCues() / hours)
                + " | "
                + number("%.2f", set.plainCues() / hours)
                + " | "
                + number("%.1f %%", 100 * set.rest().alarmShare());
    }

    private static String physical(SetFigures set) {
        return " | "
                + percent(set.spread(each -> 100 * each.physical().alarmShare()))
                + " | "
                + percent(set.spread(each -> 100 * each.physical().alarmShareOfJudged()))
                + " | "
                + percent(set.spread(each -> 100 * each.physical().judgedShare()));
    }

    private static String percent(Spread spread) {
        return spread.count() == 0 ? "-" : spread("%.0f", spread) + " %";
    }

    private static void addKinds(List<String> lines, SetFigures set) {
        String kinds =
                set.byKind().entrySet().stream()
                        .map(
                                each ->
                                        format(
                                                "%s %d/%d",
                                                each.getKey(),
                                                each.getValue().newly(),
                                                each.getValue().tasks()))
                        .collect(Collectors.joining(", "));
        lines.add(set.detector() + ": newly on by kind: " + kinds + ".");
        String responses =
                set.byResponse().entrySet().stream()
                        .filter(each -> each.getValue().tasks() > 0)
                        .map(
                                each ->
                                        format(
                                                "%s %d of %d",
                                                each.getKey().name().toLowerCase(Locale.ROOT),
                                                each.getValue().found(),
                                                each.getValue().tasks()))
                        .collect(Collectors.joining(", "));
        lines.add(set.detector() + ": found by how the heart answered: " + responses + ".");
        String labels =
                set.byLabel().entrySet().stream()
                        .map(
                                each ->
                                        format(
                                                "%s %.2f",
                                                each.getKey(), each.getValue().judgedShare()))
                        .collect(Collectors.joining(", "));
        lines.add(set.detector() + ": judged by label: " + labels + ".");
    }

    private static String reliability(String detector, Reliability r) {
        return format(
                "%s: probability: calibration error %.3f, Brier %.3f (constant %.3f), share of"
                        + " tasks %.2f.",
                detector, r.calibrationError(), r.brier(), r.constantBrier(), r.prevalence());
    }

    private static void addPooled(List<String> lines, Evaluation evaluation) {
        List<SetFigures> cells = evaluation.pooledCells(evaluation.detectors().get(0));
        if (cells.isEmpty()) {
            return;
        }
        String names =
                cells.stream()
                        .map(cell -> cell.dataSet() + " " + cell.source().word())
                        .collect(Collectors.joining(", "));
        lines.add("## False alarms together: " + names);
        lines.add("");
        lines.add("| detector | false alarms | h of rest | per h (95 %, Poisson) | per judged h |");
        lines.add("|---|---|---|---|---|");
        for (String detector : evaluation.detectors()) {
            evaluation
                    .pooled(detector)
                    .ifPresent(
                            all ->
                                    lines.add(
                                            format(
                                                    "| %s | %d | %.1f | %.2f %s | %s |",
                                                    detector,
                                                    all.count(),
                                                    all.hours(),
                                                    all.perHour(),
                                                    interval("%.2f", all.perHourInterval()),
                                                    number("%.2f", all.perJudgedHour()))));
        }
        lines.add("");
    }

    private static String spread(String pattern, Spread spread) {
        return spread.count() == 0
                ? "-"
                : format(
                        pattern + " [" + pattern + "-" + pattern + "]",
                        spread.median(),
                        spread.low(),
                        spread.high());
    }

    private static String interval(String pattern, Interval interval) {
        return Double.isFinite(interval.low()) && Double.isFinite(interval.high())
                ? format("(" + pattern + "-" + pattern + ")", interval.low(), interval.high())
                : "";
    }

    private static String number(String pattern, double value) {
        return Double.isFinite(value) ? format(pattern, value) : "-";
    }

    private static String format(String pattern, Object... values) {
        return String.format(Locale.ROOT, pattern, values);
    }
}
