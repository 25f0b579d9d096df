package org.attune.evaluate;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.function.ToDoubleFunction;
import java.util.function.ToIntFunction;

/**
 * What a detector made of one source of one data set.
 *
 * @param recordings what it made of each; never empty
 * @param intervals over people, 95 %
 */
public record SetFigures(List<RecordingFigures> recordings, Bootstrap intervals) {
    /**
     * Of some tasks.
     *
     * @param tasks how many
     * @param found those in which the alarm stood
     * @param newly those found with the alarm off before the onset
     */
    public record Hits(int tasks, int found, int newly) {
        Hits plus(TaskFigures task) {
            return new Hits(
                    tasks + 1, found + (task.found() ? 1 : 0), newly + (task.newly() ? 1 : 0));
        }
    }

    public SetFigures {
        recordings = List.copyOf(recordings);
        if (recordings.isEmpty()) {
            throw new IllegalArgumentException("must not be empty: recordings=0");
        }
    }

    static SetFigures of(List<RecordingFigures> recordings) {
        return new SetFigures(recordings, Bootstrap.of(recordings));
    }

    /** The set's name. */
    public String dataSet() {
        return recordings.get(0).dataSet();
    }

    /** What the detector was given. */
    public Source source() {
        return recordings.get(0).source();
    }

    /** The detector's name. */
    public String detector() {
        return recordings.get(0).detector();
    }

    /** Whether it ever raises an alarm; a mere score does not. */
    public boolean raisesAlarms() {
        return !detector().equals(Movement.NAME);
    }

    /** How many people. */
    public int people() {
        return (int) recordings.stream().map(RecordingFigures::person).distinct().count();
    }

    /** Over recordings. */
    public Spread spread(ToDoubleFunction<RecordingFigures> figure) {
        return Spread.of(recordings.stream().mapToDouble(figure).boxed().toList());
    }

    /** Area under the ROC curve, over recordings. */
    public Spread auc() {
        return spread(RecordingFigures::auc);
    }

    /** Share judged of rest and tasks, over recordings. */
    public Spread judged() {
        return spread(RecordingFigures::judgedShare);
    }

    /** Share judged of tasks, over recordings. */
    public Spread judgedInTasks() {
        return spread(each -> each.task().judgedShare());
    }

    /** Rest, all recordings together. */
    public Share rest() {
        return recordings.stream().map(RecordingFigures::rest).reduce(Share.NONE, Share::plus);
    }

    /** Tasks, all recordings together. */
    public Share task() {
        return recordings.stream().map(RecordingFigures::task).reduce(Share.NONE, Share::plus);
    }

    /** Exercise, all recordings together. */
    public Share physical() {
        return recordings.stream().map(RecordingFigures::physical).reduce(Share.NONE, Share::plus);
    }

    /** Alarms that began at rest. */
    public int falseAlarms() {
        return sum(RecordingFigures::falseAlarms);
    }

    /** The detector's own cues at rest. */
    public int cues() {
        return sum(RecordingFigures::cues);
    }

    /** Of these, those given while the alarm stood. */
    public int raisedCues() {
        return sum(RecordingFigures::raisedCues);
    }

    /** Alarms at rest with a refractory time of two minutes, no budget. */
    public int plainCues() {
        return sum(RecordingFigures::plainCues);
    }

    /** False alarms per hour of all rest; not a number without rest. */
    public double falseAlarmsPerHour() {
        return falseAlarms() / rest().hours();
    }

    /** False alarms per judged hour of rest. */
    public double falseAlarmsPerJudgedHour() {
        return falseAlarms() / rest().judgedHours();
    }

    private int sum(ToIntFunction<RecordingFigures> figure) {
        return recordings.stream().mapToInt(figure).sum();
    }

    /** How many tasks there are. */
    public int tasks() {
        return count(task -> true);
    }

    /** Tasks in which the alarm stood. */
    public int found() {
        return count(TaskFigures::found);
    }

    /** Tasks found with the alarm off before the onset. */
    public int newly() {
        return count(TaskFigures::newly);
    }

    /** Tasks in which a cue was given. */
    public int cued() {
        return count(TaskFigures::cued);
    }

    private int count(Predicate<TaskFigures> which) {
        return sum(each -> each.count(which));
    }

    /** From onset to alarm, s, over tasks found. */
    public Spread delay() {
        List<Double> delays = new ArrayList<>();
        for (RecordingFigures each : recordings) {
            each.tasks().stream()
                    .filter(TaskFigures::found)
                    .forEach(task -> delays.add((double) task.delaySeconds()));
        }
        return Spread.of(delays);
    }

    /** Tasks by kind, in the order of their names. */
    public Map<String, Hits> byKind() {
        Map<String, Hits> hits = new TreeMap<>();
        for (RecordingFigures each : recordings) {
            for (TaskFigures task : each.tasks()) {
                hits.put(task.kind(), hits.getOrDefault(task.kind(), new Hits(0, 0, 0)).plus(task));
            }
        }
        return hits;
    }

    /** Tasks by how they showed in the heart; every response named. */
    public Map<Response, Hits> byResponse() {
        Map<Response, Hits> hits = new EnumMap<>(Response.class);
        for (Response response : Response.values()) {
            hits.put(response, new Hits(0, 0, 0));
        }
        for (RecordingFigures each : recordings) {
            for (TaskFigures task : each.tasks()) {
                hits.computeIfPresent(task.response(), (r, h) -> h.plus(task));
            }
        }
        return hits;
    }

    /** Seconds by label, in the order of their names. */
    public Map<String, Share> byLabel() {
        Map<String, Share> shares = new TreeMap<>();
        recordings.forEach(
                each -> each.byLabel().forEach((k, share) -> shares.merge(k, share, Share::plus)));
        return shares;
    }

    /** Tasks found by the same alarms at random times. */
    public Chance chance() {
        return Chance.sum(recordings.stream().map(RecordingFigures::chance).toList());
    }

    /** Of the detector's probability; empty when it gives none. */
    public Optional<Reliability> reliability() {
        List<Reliability> given =
                recordings.stream().flatMap(each -> each.reliability().stream()).toList();
        return Optional.of(given)
                .filter(list -> !list.isEmpty())
                .map(Reliability::sum)
                .filter(sum -> sum.seconds() > 0);
    }
}
