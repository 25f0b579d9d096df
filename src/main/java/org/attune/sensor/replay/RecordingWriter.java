package org.attune.sensor.replay;

import java.io.BufferedWriter;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.attune.sensor.SensorEvent;
import org.attune.sensor.SensorEvent.MotionReceived;

/**
 * Writes recordings as {@link RecordingFile} reads them, exact to the nanosecond: reading gives
 * back what was written. Stateless; any thread.
 */
public final class RecordingWriter {
    private RecordingWriter() {}

    /** The table {@code t_s rr_ms}. */
    public static void writeIntervals(Appendable out, Iterable<TimedInterval> intervals)
            throws IOException {
        out.append("t_s\trr_ms\n");
        for (TimedInterval timed : intervals) {
            out.append(decimal(timed.at().nanos(), 9))
                    .append('\t')
                    .append(decimal(timed.interval().nanos(), 6))
                    .append('\n');
        }
    }

    /** The table {@code start_s end_s label}. */
    public static void writeLabels(Appendable out, List<ScenarioLabel> labels) throws IOException {
        out.append("start_s\tend_s\tlabel\n");
        for (ScenarioLabel label : labels) {
            out.append(decimal(label.from().nanos(), 9))
                    .append('\t')
                    .append(decimal(label.to().nanos(), 9))
                    .append('\t')
                    .append(label.label())
                    .append('\n');
        }
    }

    /** The table {@code t_s activity_mg} of the motion among the events. */
    public static void writeActivity(Appendable out, Iterable<SensorEvent> events)
            throws IOException {
        out.append("t_s\tactivity_mg\n");
        for (SensorEvent event : events) {
            if (event instanceof MotionReceived motion) {
                out.append(decimal(motion.at().nanos(), 9))
                        .append('\t')
                        .append(Double.toString(motion.milliG()))
                        .append('\n');
            }
        }
    }

    /**
     * A simulated client's recording, with the labels and the movement in files beside it: for
     * {@code NAME.rr.tsv} (or any other ending) {@code NAME.labels.tsv} and {@code
     * NAME.activity.tsv}. Files that exist are replaced.
     *
     * @return the files written, the recording first
     * @throws RecordingFileException when they cannot be written
     */
    public static List<Path> write(
            Path file, SimulationScenario scenario, long seed, Duration duration) {
        Path labels = beside(file, ".labels.tsv");
        Path activity = beside(file, ".activity.tsv");
        try {
            try (BufferedWriter out = Files.newBufferedWriter(file)) {
                writeIntervals(out, SyntheticHeart.intervals(scenario, seed, duration));
            }
            try (BufferedWriter out = Files.newBufferedWriter(labels)) {
                writeLabels(out, scenario.labels(duration));
            }
            try (BufferedWriter out = Files.newBufferedWriter(activity)) {
                writeActivity(out, SyntheticHeart.stream(scenario, seed, duration));
            }
        } catch (IOException e) {
            throw new RecordingFileException(
                    file + " cannot be written: check that its folder exists and allows it", e);
        }
        return List.of(file, labels, activity);
    }

    private static Path beside(Path file, String ending) {
        Path fileName = file.getFileName();
        String name = fileName == null ? "" : fileName.toString();
        String stem = name.replaceFirst("(?:\\.rr)?\\.[A-Za-z0-9]+$", "");
        return file.resolveSibling((stem.isEmpty() ? name : stem) + ending);
    }

    private static String decimal(long nanos, int places) {
        BigDecimal exact = BigDecimal.valueOf(nanos, places).stripTrailingZeros();
        return exact.toPlainString();
    }
}
