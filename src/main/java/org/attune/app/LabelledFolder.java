package org.attune.app;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.attune.AttuneException;
import org.attune.evaluate.Label;
import org.attune.evaluate.Recording;
import org.attune.evaluate.Series;
import org.attune.evaluate.Source;
import org.attune.evaluate.Truth;
import org.attune.sensor.SensorEvent;
import org.attune.sensor.replay.ActivityFile;
import org.attune.sensor.replay.AnyRecording;
import org.jspecify.annotations.Nullable;

/**
 * Labelled recordings on disk: folders of {@code NAME.labels.tsv} with {@code NAME.rr.tsv}, {@code
 * NAME.e4ibi.tsv}, {@code NAME.hr.tsv} and {@code NAME.activity.tsv} beside it; each folder is a
 * data set. What cannot be read is named and left out.
 */
final class LabelledFolder {
    private static final String LABELS = ".labels.tsv";
    private static final int DEEPEST = 2;

    private final List<Entry> entries = new ArrayList<>();
    private final List<String> leftOut = new ArrayList<>();
    private final Map<String, List<String>> unlabelled = new TreeMap<>();

    /**
     * A recording and what a sensor would have said.
     *
     * @param recording as plain data
     * @param events of the heart and of movement, in order
     */
    record Entry(Recording recording, List<SensorEvent> events) {}

    private final List<Source> sources;

    private LabelledFolder(List<Source> sources) {
        this.sources = sources.isEmpty() ? List.of(Source.values()) : List.copyOf(sources);
    }

    /**
     * Reads all there is.
     *
     * @param sources only these; empty for all
     * @throws UsageException when there is no folder, or no labelled recording in it
     */
    static LabelledFolder read(Path folder, List<Source> sources) {
        LabelledFolder all = new LabelledFolder(sources);
        for (Path labels : labelFiles(folder)) {
            all.add(labels);
        }
        if (all.entries.isEmpty()) {
            throw new UsageException(
                    "no labelled recording in "
                            + folder
                            + ": NAME"
                            + LABELS
                            + " with a row 'calibration', and NAME.rr.tsv beside it, were expected"
                            + (all.leftOut().isEmpty() ? "" : " (" + all.leftOut().get(0) + ")"));
        }
        return all;
    }

    List<Entry> entries() {
        return entries;
    }

    /** One line for each recording, or source of one, that could not be used. */
    List<String> leftOut() {
        List<String> lines = new ArrayList<>(leftOut);
        unlabelled.forEach(
                (dataSet, names) ->
                        lines.add(
                                dataSet
                                        + ": "
                                        + names.size()
                                        + " without a row 'calibration' among the labels ("
                                        + String.join(", ", names)
                                        + ")"));
        return lines;
    }

    private static List<Path> labelFiles(Path folder) {
        if (!Files.isDirectory(folder)) {
            throw new UsageException(folder + " is no folder: name one of labelled recordings");
        }
        try (Stream<Path> files = Files.find(folder, DEEPEST, (file, a) -> isLabels(file))) {
            return files.sorted().toList();
        } catch (IOException e) {
            throw new UsageException(folder + " cannot be read: check its permissions");
        }
    }

    private static boolean isLabels(Path file) {
        return name(file).endsWith(LABELS);
    }

    private static String name(@Nullable Path file) {
        Path name = file == null ? null : file.getFileName();
        return name == null ? "" : name.toString();
    }

    private void add(Path labelsFile) {
        String name = name(labelsFile);
        name = name.substring(0, name.length() - LABELS.length());
        String dataSet = name(labelsFile.toAbsolutePath().normalize().getParent());
        Optional<Truth> truth;
        try {
            truth = Truth.of(Label.parse(name + LABELS, Files.readAllLines(labelsFile)));
        } catch (IOException e) {
            leftOut.add(dataSet + "/" + name + ": its labels cannot be read");
            return;
        } catch (AttuneException e) {
            leftOut.add(dataSet + "/" + name + ": " + e.getMessage());
            return;
        }
        if (truth.isEmpty()) {
            unlabelled.computeIfAbsent(dataSet, d -> new ArrayList<>()).add(name);
            return;
        }
        for (Source source : sources) {
            Path file = labelsFile.resolveSibling(name + "." + source.word() + ".tsv");
            if (Files.exists(file)) {
                add(dataSet, name, source, truth.get(), file);
            }
        }
    }

    private void add(String dataSet, String name, Source source, Truth truth, Path file) {
        try {
            List<SensorEvent> events = new ArrayList<>(AnyRecording.read(file).events());
            Series heart = heart(events);
            if (heart.size() < Recording.LEAST_ROWS) {
                leftOut.add(
                        dataSet
                                + "/"
                                + name(file)
                                + ": fewer than "
                                + Recording.LEAST_ROWS
                                + " rows");
                return;
            }
            Path movement = file.resolveSibling(name + ".activity.tsv");
            Optional<Series> activity = Optional.empty();
            if (Files.exists(movement)) {
                List<SensorEvent.MotionReceived> motions = ActivityFile.read(movement).motions();
                activity = Optional.of(activity(motions));
                events = MergedEvents.of(events, motions);
            }
            entries.add(
                    new Entry(Recording.of(dataSet, name, source, truth, heart, activity), events));
        } catch (AttuneException e) {
            leftOut.add(dataSet + "/" + name(file) + ": " + e.getMessage());
        }
    }

    private static Series heart(List<SensorEvent> events) {
        List<double[]> rows = new ArrayList<>();
        for (SensorEvent event : events) {
            double at = event.at().toSeconds();
            if (event instanceof SensorEvent.RrReceived received) {
                received.intervals().forEach(rr -> rows.add(new double[] {at, rr.toMillis()}));
            } else if (event instanceof SensorEvent.HeartRateReceived rate) {
                rows.add(new double[] {at, rate.bpm()});
            }
        }
        return series(rows);
    }

    private static Series activity(List<SensorEvent.MotionReceived> motions) {
        return series(
                motions.stream().map(m -> new double[] {m.at().toSeconds(), m.milliG()}).toList());
    }

    private static Series series(List<double[]> rows) {
        return new Series(
                rows.stream().mapToDouble(row -> row[0]).toArray(),
                rows.stream().mapToDouble(row -> row[1]).toArray());
    }
}
