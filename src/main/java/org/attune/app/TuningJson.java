package org.attune.app;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.attune.evaluate.Candidate;
import org.attune.evaluate.Spread;
import org.attune.evaluate.Totals;
import org.attune.evaluate.Tuning;

/** What was tried and chosen, as maps and lists for JSON. */
final class TuningJson {
    private TuningJson() {}

    static Map<String, Object> of(Tuning tuning) {
        Map<String, Object> all = new LinkedHashMap<>();
        all.put("most_false_alarms_per_h", tuning.mostPerHour());
        List<Object> tried = new ArrayList<>();
        for (Candidate each : tuning.candidates()) {
            tried.add(figures(each.name(), each.totals(), each.auc(), each.byCell()));
        }
        all.put("tried_on_all", tried);
        List<Object> folds = new ArrayList<>();
        for (Tuning.Fold fold : tuning.folds()) {
            folds.add(Map.of("left_out", fold.people(), "chosen", fold.chosen().name()));
        }
        all.put("folds", folds);
        all.put(
                "people_left_out",
                figures(
                        "chosen on others",
                        tuning.outOfFold(),
                        tuning.outOfFoldAuc(),
                        tuning.outOfFoldByCell()));
        all.put("for_all", tuning.forAll().name());
        return all;
    }

    private static Map<String, Object> figures(
            String name, Totals totals, Spread auc, Map<String, Totals> byCell) {
        Map<String, Object> map = new LinkedHashMap<>();
        map.put("settings", name);
        map.putAll(totals(totals));
        map.put("auc_median", Double.isFinite(auc.median()) ? auc.median() : null);
        Map<String, Object> cells = new LinkedHashMap<>();
        byCell.forEach((cell, each) -> cells.put(cell, totals(each)));
        map.put("by_cell", cells);
        return map;
    }

    private static Map<String, Object> totals(Totals totals) {
        Map<String, Object> map = new LinkedHashMap<>();
        map.put("tasks", totals.tasks());
        map.put("found", totals.found());
        map.put("newly_on", totals.newly());
        map.put("false_alarms", totals.falseAlarms());
        map.put("false_alarms_per_h", Double.isFinite(totals.perHour()) ? totals.perHour() : null);
        return map;
    }
}
