package org.attune.evaluate;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** What was tried and chosen, for people. */
public final class TuningText {
    private TuningText() {}

    /** The candidates, the folds, and what is to be quoted: the people left out. */
    public static List<String> lines(Tuning tuning) {
        List<String> lines = new ArrayList<>();
        lines.add("## Tried on all");
        lines.add("");
        lines.add(
                "| settings | newly on | found | false alarms/h | AUC | newly on, false alarms/h by cell |");
        lines.add("|---|---|---|---|---|---|");
        for (Candidate each : tuning.candidates()) {
            lines.add(row(each.name(), each.totals(), each.auc(), each.byCell()));
        }
        lines.add("");
        lines.add(
                format(
                        "## Chosen with others, tried on people left out (at most %.2f false"
                                + " alarms/h where chosen)",
                        tuning.mostPerHour()));
        lines.add("");
        for (int i = 0; i < tuning.folds().size(); i++) {
            Tuning.Fold fold = tuning.folds().get(i);
            lines.add(
                    format(
                            "fold %d, %d people left out: %s",
                            i + 1, fold.people().size(), fold.chosen().name()));
        }
        lines.add("");
        lines.add(
                "| | newly on | found | false alarms/h | AUC | newly on, false alarms/h by cell |");
        lines.add("|---|---|---|---|---|---|");
        lines.add(
                row(
                        "left out",
                        tuning.outOfFold(),
                        tuning.outOfFoldAuc(),
                        tuning.outOfFoldByCell()));
        lines.add("");
        lines.add("For all: " + tuning.forAll().name());
        return lines;
    }

    private static String row(String name, Totals t, Spread auc, Map<String, Totals> cells) {
        List<String> parts = new ArrayList<>();
        cells.forEach(
                (cell, c) ->
                        parts.add(
                                format("%s %d/%d %.2f", cell, c.newly(), c.tasks(), c.perHour())));
        return format(
                "| %s | %d/%d | %d | %.2f | %.2f | %s |",
                name,
                t.newly(),
                t.tasks(),
                t.found(),
                t.perHour(),
                auc.median(),
                String.join(", ", parts));
    }

    private static String format(String pattern, Object... values) {
        return String.format(Locale.ROOT, pattern, values);
    }
}
