package org.attune.export.edf;

import java.util.OptionalDouble;
import java.util.function.IntFunction;
import org.attune.export.ExportContent;
import org.attune.export.ExportContent.SensorUsed;
import org.attune.export.SampledLane;

/**
 * A signal of an EDF+ file: what the header says of it, and its samples as 16-bit numbers. The
 * physical minimum is -1 and means that there is no value; what lies beyond the range is left out
 * likewise, never bent to its edge.
 *
 * @param label its name, 16 signs
 * @param transducer where it comes from, 80 signs
 * @param unit of its values, 8 signs
 * @param most the greatest physical value
 * @param note what was done to it, 80 signs
 * @param size number of samples
 * @param values sample by sample
 */
record EdfSignal(
        String label,
        String transducer,
        String unit,
        int most,
        String note,
        int size,
        IntFunction<OptionalDouble> values) {
    /** The physical minimum; stands for no value. */
    static final int NO_VALUE = -1;

    private static final int STEPS = 65_535;

    /** Intervals as reported, 0 to 4094 ms in steps of 1/16 ms. */
    static EdfSignal rr(ExportContent content, SampledLane lane) {
        String sensor =
                content.sensors().isEmpty()
                        ? "sensor not told"
                        : content.sensors().stream()
                                .map(SensorUsed::model)
                                .distinct()
                                .reduce((one, other) -> one + "; " + other)
                                .orElse("");
        return new EdfSignal(
                "RR interval",
                sensor,
                "ms",
                4094,
                "derived: the interval as reported, held at 4 Hz; -1 where there is none",
                lane.size(),
                lane::rrMillis);
    }

    /** The rate shown, 0 to 299 beats a minute in steps of 0.0046. */
    static EdfSignal shownRate(SampledLane lane) {
        return new EdfSignal(
                "HR shown",
                "computed from RR",
                "bpm",
                299,
                "derived: the rate as shown once a second, held at 4 Hz; -1 where none was shown",
                lane.size(),
                lane::bpm);
    }

    /** Sample {@code i}; no value beyond the last. */
    short digital(int i) {
        OptionalDouble value = i < size ? values.apply(i) : OptionalDouble.empty();
        if (value.isEmpty() || value.getAsDouble() < 0 || value.getAsDouble() > most) {
            return Short.MIN_VALUE;
        }
        long step = Math.round((value.getAsDouble() - NO_VALUE) / (most - NO_VALUE) * STEPS);
        return (short) (Short.MIN_VALUE + step);
    }
}
