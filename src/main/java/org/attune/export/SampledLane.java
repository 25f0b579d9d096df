package org.attune.export;

import java.util.Arrays;
import java.util.OptionalDouble;
import org.attune.export.ExportContent.Interval;
import org.attune.export.ExportContent.Second;

/**
 * A lane at a fixed rate of {@value #RATE} samples a second, for formats that know no other. What a
 * sample says held at its instant: the length of the interval that ran, and the rate that was
 * shown. Nothing is drawn between beats, nothing across a gap; a sample without a value is absent.
 * Where intervals overlap, which they do by little where the time line was laid anew, the later one
 * counts.
 *
 * <p>It begins with a whole second of session time, before 0 if the first interval does, and ends
 * with one. Immutable; any thread.
 */
public final class SampledLane {
    /** Samples a second. */
    public static final int RATE = 4;

    private static final long STEP_NANOS = 1_000_000_000 / RATE;
    private static final long SECOND_NANOS = 1_000_000_000;

    private final long firstSecond;
    private final double[] rrMillis;
    private final double[] bpm;

    private SampledLane(long firstSecond, int seconds) {
        this.firstSecond = firstSecond;
        rrMillis = new double[Math.multiplyExact(seconds, RATE)];
        bpm = new double[rrMillis.length];
        Arrays.fill(rrMillis, Double.NaN);
        Arrays.fill(bpm, Double.NaN);
    }

    /** The samples of {@code content}; at least one second of them. */
    public static SampledLane of(ExportContent content) {
        long first = 0;
        long end = Math.max(1, content.durationNanos());
        for (Interval interval : content.intervals()) {
            first = Math.min(first, interval.onsetNanos());
            end = Math.max(end, interval.beatNanos());
        }
        long firstSecond = Math.floorDiv(first, SECOND_NANOS);
        long endSecond = -Math.floorDiv(-end, SECOND_NANOS);
        SampledLane lane = new SampledLane(firstSecond, Math.toIntExact(endSecond - firstSecond));
        for (Interval each : content.intervals()) {
            double millis = each.durationNanos() / 1e6;
            lane.hold(lane.rrMillis, each.onsetNanos(), each.beatNanos(), millis);
        }
        for (Second each : content.seconds()) {
            double shown = each.bpm().orElse(Double.NaN);
            lane.hold(lane.bpm, each.atNanos(), each.atNanos() + SECOND_NANOS, shown);
        }
        return lane;
    }

    /** Gives the samples from {@code from}, inclusive, to {@code to}, exclusive, a value. */
    private void hold(double[] samples, long from, long to, double value) {
        long begin = firstSecond * SECOND_NANOS;
        long first = Math.max(0, -Math.floorDiv(begin - from, STEP_NANOS));
        long end = Math.min(samples.length, -Math.floorDiv(begin - to, STEP_NANOS));
        if (first < end) {
            Arrays.fill(samples, (int) first, (int) end, value);
        }
    }

    /** Session time of the first sample, s; not above 0. */
    public long firstSecond() {
        return firstSecond;
    }

    /** Number of samples; a multiple of {@link #RATE}. */
    public int size() {
        return rrMillis.length;
    }

    /** Length of the interval that ran at sample {@code i}, ms, as reported. */
    public OptionalDouble rrMillis(int i) {
        return value(rrMillis[i]);
    }

    /** The heart rate shown at sample {@code i}, beats a minute. */
    public OptionalDouble bpm(int i) {
        return value(bpm[i]);
    }

    private static OptionalDouble value(double sample) {
        return Double.isNaN(sample) ? OptionalDouble.empty() : OptionalDouble.of(sample);
    }
}
