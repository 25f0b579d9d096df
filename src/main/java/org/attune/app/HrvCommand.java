package org.attune.app;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import org.attune.beat.Beat;
import org.attune.beat.Verdict;
import org.attune.hrv.NnSeries;
import org.attune.pipeline.PipelineSettings;
import org.attune.sensor.replay.RecordingFile;
import org.attune.sensor.replay.TimedInterval;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Heart-rate variability of a recording, whole or window by window. */
@Command(
        name = "hrv",
        description =
                "Computes the time-domain measures of a recording, whole or window by window.")
final class HrvCommand extends Subcommand {
    @Parameters(paramLabel = "FILE", description = "a recording; - is standard input")
    String file = "";

    @Option(names = "--window", paramLabel = "S", description = "length of a window, seconds")
    @Nullable Double windowSeconds;

    @Option(names = "--step", paramLabel = "S", description = "distance of windows, seconds")
    @Nullable Double stepSeconds;

    @Option(names = "--json", description = "JSON instead of TSV")
    boolean json;

    @Option(names = "--as-is", description = "takes the intervals as NN, without cleaning")
    boolean asIs;

    /** A stretch of a recording: where it lies and what it yields. */
    private record Row(double from, double to, Map<String, @Nullable Number> metrics) {}

    @Override
    int run() {
        if (windowSeconds == null && stepSeconds != null) {
            throw new UsageException("--step needs --window");
        }
        List<Beat> beats = beats();
        if (beats.isEmpty()) {
            throw new UsageException("the recording holds no interval: " + file);
        }
        List<Row> rows = windowSeconds == null ? List.of(whole(beats)) : windows(beats);
        out().println(json ? toJson(rows) : toTsv(rows));
        return ExitCode.DONE;
    }

    private List<Beat> beats() {
        if (!asIs) {
            PipelineSettings settings = Wiring.settings(common, null).pipeline();
            return BeatsCommand.judged(Recordings.events(file), settings);
        }
        RecordingFile recording = Recordings.read(file);
        List<Beat> beats = new ArrayList<>();
        for (TimedInterval each : recording.intervals()) {
            beats.add(new Beat(beats.size(), each.at(), each.interval(), Verdict.NORMAL));
        }
        return beats;
    }

    private static double start(List<Beat> beats) {
        Beat first = beats.get(0);
        return first.at().toSeconds() - first.interval().toMillis() / 1000;
    }

    private Row whole(List<Beat> beats) {
        return row(beats, start(beats), beats.get(beats.size() - 1).at().toSeconds());
    }

    private List<Row> windows(List<Beat> beats) {
        double length = positive("--window", windowSeconds);
        double step = stepSeconds == null ? length : positive("--step", stepSeconds);
        double end = beats.get(beats.size() - 1).at().toSeconds();
        List<Row> rows = new ArrayList<>();
        int first = 0;
        for (long i = 0; ; i++) {
            double from = start(beats) + i * step;
            double to = from + length;
            if (to > end + 1e-6) {
                return rows;
            }
            while (first < beats.size() && beats.get(first).at().toSeconds() <= from) {
                first++;
            }
            int last = first;
            while (last < beats.size() && beats.get(last).at().toSeconds() <= to + 1e-9) {
                last++;
            }
            rows.add(row(beats.subList(first, last), from, to));
        }
    }

    private static double positive(String name, @Nullable Double value) {
        if (value == null || !(value > 0)) {
            throw new UsageException(name + " must be above 0 seconds, is " + value);
        }
        return value;
    }

    private static Row row(List<Beat> beats, double from, double to) {
        double normal = 0;
        int artefacts = 0;
        for (Beat beat : beats) {
            if (beat.verdict().isNormal()) {
                double began =
                        Math.max(from, beat.at().toSeconds() - beat.interval().toMillis() / 1000);
                normal += beat.at().toSeconds() - began;
            } else {
                artefacts++;
            }
        }
        Map<String, @Nullable Number> metrics = Metrics.timeDomain(NnSeries.of(beats));
        double coverage = to > from ? Math.min(1, normal / (to - from)) : 0;
        metrics.put("coverage", coverage);
        metrics.put("artefact_share", beats.isEmpty() ? 0.0 : (double) artefacts / beats.size());
        return new Row(from, to, metrics);
    }

    private String toTsv(List<Row> rows) {
        StringBuilder text = new StringBuilder();
        Map<String, @Nullable Number> names =
                rows.isEmpty()
                        ? Metrics.timeDomain(NnSeries.asIs(new double[0]))
                        : rows.get(0).metrics;
        text.append("from_s\tto_s\t").append(String.join("\t", names.keySet()));
        for (Row row : rows) {
            text.append('\n').append(Numbers.text(row.from, 3));
            text.append('\t').append(Numbers.text(row.to, 3));
            for (Number value : row.metrics.values()) {
                text.append('\t').append(cell(value));
            }
        }
        return text.toString();
    }

    private static String cell(@Nullable Number value) {
        if (value instanceof Integer) {
            return value.toString();
        }
        return value == null ? "" : Numbers.cell(OptionalDouble.of(value.doubleValue()), 9);
    }

    private String toJson(List<Row> rows) {
        List<Map<String, Object>> objects = new ArrayList<>();
        for (Row row : rows) {
            Map<String, Object> object = new LinkedHashMap<>();
            object.put("from_s", row.from);
            object.put("to_s", row.to);
            object.put("metrics", row.metrics);
            objects.add(object);
        }
        return Json.text(windowSeconds == null ? objects.get(0) : objects);
    }
}
