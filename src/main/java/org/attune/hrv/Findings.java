package org.attune.hrv;

import java.util.EnumMap;
import java.util.OptionalDouble;
import java.util.Set;
import org.attune.hrv.Refusal.Reason;

/** A report in the making: what was refused first stays refused. Confined to one thread. */
final class Findings {
    private static final Refusal NOT_FINITE = Refusal.of(Reason.NOT_FINITE);

    private final EnumMap<Metric, Double> values = new EnumMap<>(Metric.class);
    private final EnumMap<Metric, Refusal> refusals = new EnumMap<>(Metric.class);

    void refuse(Metric metric, Refusal refusal) {
        refusals.putIfAbsent(metric, refusal);
    }

    void refuse(Set<Metric> metrics, Refusal refusal) {
        for (Metric metric : metrics) {
            refuse(metric, refusal);
        }
    }

    void refuse(Metric metric, Reason reason) {
        if (!refusals.containsKey(metric)) {
            refusals.put(metric, Refusal.of(reason));
        }
    }

    void put(Metric metric, double value) {
        if (refusals.containsKey(metric)) {
            return;
        }
        if (Math.abs(value) <= Double.MAX_VALUE) {
            values.put(metric, value);
        } else {
            refusals.put(metric, NOT_FINITE);
        }
    }

    /** Puts {@code value}, or refuses the metric for {@code reason} when there is none. */
    void put(Metric metric, OptionalDouble value, Reason reason) {
        if (value.isPresent()) {
            put(metric, value.getAsDouble());
        } else {
            refuse(metric, reason);
        }
    }

    HrvReport report() {
        return new HrvReport(values, refusals);
    }
}
