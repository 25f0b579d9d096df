package org.attune.app;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.Set;
import org.attune.hrv.HrvSpan;
import org.attune.hrv.NnSeries;
import org.attune.hrv.TimeDomain;
import org.jspecify.annotations.Nullable;

/**
 * The measures of a stretch under the names other programs know.
 *
 * @param values by name, in the order of columns; null where there is none
 * @param withheld by name, why there is none
 */
record Metrics(Map<String, @Nullable Number> values, Map<String, String> withheld) {
    /** The names, in the order of columns. */
    static Set<String> names() {
        return of(new HrvSpan(0, 0, NnSeries.asIs(new double[0]), 0, 0, 0), true).values.keySet();
    }

    static Metrics of(HrvSpan span, boolean asIs) {
        Map<String, @Nullable Number> values = timeDomain(span.nn());
        values.put("coverage", span.coverage());
        values.put("artefact_share", span.artefactShare());
        Map<String, String> withheld = new LinkedHashMap<>();
        values.forEach(
                (name, value) -> {
                    if (value == null) {
                        withheld.put(name, "too few intervals");
                    }
                });
        return new Metrics(values, withheld);
    }

    private static Map<String, @Nullable Number> timeDomain(NnSeries nn) {
        Map<String, @Nullable Number> metrics = new LinkedHashMap<>();
        metrics.put("n", nn.size());
        put(metrics, "meanNN", TimeDomain.meanNn(nn));
        put(metrics, "medianNN", TimeDomain.medianNn(nn));
        put(metrics, "meanHR_of_beats", TimeDomain.meanHeartRate(nn));
        OptionalDouble mean = TimeDomain.meanNn(nn);
        metrics.put("HR_of_meanNN", mean.isPresent() ? 60_000 / mean.getAsDouble() : null);
        put(metrics, "SDNN", TimeDomain.sdnn(nn));
        put(metrics, "RMSSD", TimeDomain.rmssd(nn));
        put(metrics, "lnRMSSD", TimeDomain.lnRmssd(nn));
        put(metrics, "SDSD", TimeDomain.sdsd(nn));
        metrics.put("NN50", nn.pairs() == 0 ? null : TimeDomain.countAbove(nn, 50));
        put(metrics, "pNN50", TimeDomain.percentAbove(nn, 50));
        put(metrics, "pNN20", TimeDomain.percentAbove(nn, 20));
        put(metrics, "SD1", TimeDomain.sd1(nn));
        put(metrics, "SD2", TimeDomain.sd2(nn));
        return metrics;
    }

    private static void put(
            Map<String, @Nullable Number> metrics, String name, OptionalDouble value) {
        metrics.put(name, value.isPresent() ? value.getAsDouble() : null);
    }
}
