package org.attune.evaluate;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;

/** All recordings of a directory together: figures for each data set, source and detector. */
public final class Evaluation {
    private final List<Measured> recordings;
    private final List<SetFigures> sets = new ArrayList<>();

    /**
     * @param recordings never empty
     */
    public Evaluation(List<Measured> recordings) {
        if (recordings.isEmpty()) {
            throw new IllegalArgumentException("must not be empty: recordings=0");
        }
        this.recordings = List.copyOf(recordings);
        Map<String, List<RecordingFigures>> cells = new LinkedHashMap<>();
        recordings.stream()
                .sorted(
                        Comparator.comparing((Measured each) -> each.recording().dataSet())
                                .thenComparing(each -> each.recording().source()))
                .flatMap(each -> each.figures().stream())
                .forEach(
                        each ->
                                cells.computeIfAbsent(
                                                String.join(
                                                        "\t",
                                                        each.dataSet(),
                                                        each.source().word(),
                                                        each.detector()),
                                                k -> new ArrayList<>())
                                        .add(each));
        cells.values().forEach(cell -> sets.add(SetFigures.of(cell)));
    }

    /** Each recording and source. */
    public List<Measured> recordings() {
        return recordings;
    }

    /** By data set, source and detector, in this order. */
    public List<SetFigures> sets() {
        return List.copyOf(sets);
    }

    /** The detectors, the product first. */
    public List<String> detectors() {
        return sets.stream().map(SetFigures::detector).distinct().toList();
    }

    /** The figures of one data set and source, one for each detector. */
    List<List<SetFigures>> cells() {
        Map<String, List<SetFigures>> cells = new LinkedHashMap<>();
        for (SetFigures set : sets) {
            cells.computeIfAbsent(set.dataSet() + "\t" + set.source(), k -> new ArrayList<>())
                    .add(set);
        }
        return List.copyOf(cells.values());
    }

    /**
     * The cells whose false alarms are taken together: recordings of beats with tasks, of the main
     * data sets where there are such, else of all.
     */
    public List<SetFigures> pooledCells(String detector) {
        List<SetFigures> withTasks =
                sets.stream()
                        .filter(set -> set.detector().equals(detector))
                        .filter(set -> set.source().hasBeats() && set.tasks() > 0)
                        .toList();
        List<SetFigures> main =
                withTasks.stream()
                        .filter(set -> Thresholds.MAIN_SETS.contains(set.dataSet()))
                        .toList();
        return main.isEmpty() ? withTasks : main;
    }

    /** False alarms of the pooled cells; empty when there is no such cell. */
    public Optional<FalseAlarms> pooled(String detector) {
        List<SetFigures> cells = pooledCells(detector);
        return cells.isEmpty() || !cells.get(0).raisesAlarms()
                ? Optional.empty()
                : Optional.of(FalseAlarms.of(cells));
    }

    /** Names of the data sets, sorted. */
    public List<String> dataSets() {
        TreeSet<String> names = new TreeSet<>();
        sets.forEach(set -> names.add(set.dataSet()));
        return List.copyOf(names);
    }
}
