package org.attune.app;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import org.attune.hrv.HrvAnalyser;
import org.attune.hrv.HrvReport;
import org.attune.hrv.HrvSpan;
import org.attune.hrv.Metric;
import org.jspecify.annotations.Nullable;

/**
 * The measures of a stretch under the names other programs know.
 *
 * @param values by name, in the order of columns; null where there is none
 * @param withheld by name, why there is none
 */
record Metrics(Map<String, @Nullable Number> values, Map<String, String> withheld) {
    private static final String COVERAGE = "coverage";
    private static final String ARTEFACT_SHARE = "artefact_share";

    /** The names, in the order of columns. */
    static List<String> names() {
        List<String> names = new ArrayList<>();
        for (Metric metric : Metric.values()) {
            names.add(metric.code());
        }
        names.add(COVERAGE);
        names.add(ARTEFACT_SHARE);
        return names;
    }

    static Metrics of(HrvSpan span, HrvAnalyser analyser) {
        HrvReport report = analyser.analyse(span);
        Map<String, @Nullable Number> values = new LinkedHashMap<>();
        Map<String, String> withheld = new LinkedHashMap<>();
        for (Metric metric : Metric.values()) {
            values.put(metric.code(), number(metric, report.value(metric)));
            report.refusal(metric)
                    .ifPresent(refusal -> withheld.put(metric.code(), refusal.sentence()));
        }
        values.put(COVERAGE, span.coverage());
        values.put(ARTEFACT_SHARE, span.artefactShare());
        return new Metrics(values, withheld);
    }

    private static @Nullable Number number(Metric metric, OptionalDouble value) {
        if (value.isEmpty()) {
            return null;
        }
        if (metric == Metric.N || metric == Metric.NN50) {
            return (int) value.getAsDouble();
        }
        return value.getAsDouble();
    }
}
