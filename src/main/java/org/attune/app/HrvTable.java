package org.attune.app;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.OptionalDouble;
import org.attune.hrv.AnalysisRules;
import org.attune.hrv.HrvAnalyser;
import org.attune.hrv.HrvSpan;
import org.jspecify.annotations.Nullable;

/**
 * Writes the measures of stretches of a recording, as TSV or JSON, each as it comes. Confined to
 * one thread.
 */
final class HrvTable {
    private final Rows rows;
    private final boolean json;
    private final HrvAnalyser analyser;
    private final boolean many;
    private int written;

    private HrvTable(Rows rows, boolean json, boolean asIs, boolean many) {
        this.rows = rows;
        this.json = json;
        // What is taken as it is, is also measured as far as mathematics can.
        this.analyser = new HrvAnalyser(asIs ? AnalysisRules.COMPUTABLE : AnalysisRules.DEFAULT);
        this.many = many;
    }

    /** Of a whole recording; JSON is one object. */
    static HrvTable ofOne(Rows rows, boolean json, boolean asIs) {
        return new HrvTable(rows, json, asIs, false);
    }

    /** Of windows; JSON is a list. */
    static HrvTable ofMany(Rows rows, boolean json, boolean asIs) {
        return new HrvTable(rows, json, asIs, true);
    }

    void add(HrvSpan span) {
        Metrics metrics = Metrics.of(span, analyser);
        if (json) {
            String before = !many ? "" : written == 0 ? "[" : ",";
            rows.add(before + Json.text(object(span, metrics)));
        } else {
            header();
            rows.add(line(span, metrics));
        }
        written++;
    }

    /** There are no more. */
    void end() {
        if (!json) {
            header();
        } else if (many) {
            rows.add(written == 0 ? "[]" : "]");
        }
    }

    private void header() {
        if (written == 0) {
            rows.add("from_s\tto_s\t" + String.join("\t", Metrics.names()));
        }
    }

    private static String line(HrvSpan span, Metrics metrics) {
        StringBuilder line = new StringBuilder(200);
        line.append(Numbers.text(span.fromSeconds(), 3));
        line.append('\t').append(Numbers.text(span.toSeconds(), 3));
        for (Number value : metrics.values().values()) {
            line.append('\t').append(cell(value));
        }
        return line.toString();
    }

    private static String cell(@Nullable Number value) {
        if (value instanceof Integer) {
            return value.toString();
        }
        return value == null ? "" : Numbers.cell(OptionalDouble.of(value.doubleValue()), 9);
    }

    private static Map<String, Object> object(HrvSpan span, Metrics metrics) {
        Map<String, Object> object = new LinkedHashMap<>();
        object.put("from_s", span.fromSeconds());
        object.put("to_s", span.toSeconds());
        object.put("beats", span.beats());
        object.put("coverage", span.coverage());
        object.put("artefact_share", span.artefactShare());
        object.put("rhythm", span.rhythm().name());
        object.put("metrics", metrics.values());
        object.put("withheld", metrics.withheld());
        return object;
    }
}
