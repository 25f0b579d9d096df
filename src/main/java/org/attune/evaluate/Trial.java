package org.attune.evaluate;

import java.util.BitSet;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * What counts of one recording when settings are compared.
 *
 * @param person whose it is; people are never parted
 * @param cell data set and source
 * @param tasks how many
 * @param found of these, those in which the alarm stood
 * @param newly of these, those with the alarm off before the onset
 * @param falseAlarms alarms that began at rest
 * @param rest what became of the rest
 * @param auc chance that a second of a task scores above one of rest; not a number when unknown
 */
record Trial(
        String person,
        String cell,
        int tasks,
        int found,
        int newly,
        int falseAlarms,
        Share rest,
        double auc) {
    static Trial of(Recording recording, Track track) {
        Truth truth = recording.truth();
        BitSet rest = truth.rest();
        List<TaskFigures> tasks =
                truth.tasks().stream()
                        .map(task -> TaskFigures.of(task, track, Response.UNCOMPARED))
                        .toList();
        return new Trial(
                recording.person(),
                recording.dataSet() + " " + recording.source().word(),
                tasks.size(),
                (int) tasks.stream().filter(TaskFigures::found).count(),
                (int) tasks.stream().filter(TaskFigures::newly).count(),
                Share.common(rest, AlarmRule.onsets(track.alarm())),
                Share.of(rest, track),
                RecordingFigures.auc(truth, track));
    }

    /** By cell, in the order of their names. */
    static Map<String, Totals> byCell(List<Trial> trials) {
        Map<String, Totals> cells = new TreeMap<>();
        for (Trial trial : trials) {
            cells.merge(trial.cell(), Totals.NONE.plus(trial), Totals::plus);
        }
        return cells;
    }
}
