package org.attune.app;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.OptionalDouble;
import org.attune.hrv.NnSeries;
import org.attune.hrv.TimeDomain;
import org.jspecify.annotations.Nullable;

/** The measures of a series under the names other programs know; null where there is no value. */
final class Metrics {
    private Metrics() {}

    static Map<String, @Nullable Number> timeDomain(NnSeries nn) {
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
