package org.attune.hrv;

import java.util.EnumMap;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * What is known of a window: for every {@link Metric} either a finite value or the reason why there
 * is none.
 *
 * <p>Immutable; any thread.
 */
public final class HrvReport {
    private final EnumMap<Metric, Double> values;
    private final EnumMap<Metric, Refusal> refusals;

    /** Takes both maps, which are not changed any more; each metric is in one of them. */
    HrvReport(EnumMap<Metric, Double> values, EnumMap<Metric, Refusal> refusals) {
        this.values = values;
        this.refusals = refusals;
    }

    /** The value in the unit of the metric; finite. */
    public OptionalDouble value(Metric metric) {
        Double value = values.get(metric);
        return value == null ? OptionalDouble.empty() : OptionalDouble.of(value);
    }

    /** Why there is no value; empty if and only if there is one. */
    public Optional<Refusal> refusal(Metric metric) {
        return Optional.ofNullable(refusals.get(metric));
    }
}
