package org.attune.evaluate;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What a detector made of one recording.
 *
 * @param dataSet the set it belongs to
 * @param name of the recording
 * @param person whose it is
 * @param source what the detector was given
 * @param detector its name
 * @param auc chance that a second of a task scores above one of rest; not a number with fewer than
 *     30 s of either
 * @param rest seconds in which an alarm is false
 * @param task seconds of tasks
 * @param physical seconds of exercise and recovery
 * @param falseAlarms alarms that began at rest
 * @param cues cues given at rest: the detector's own, of whatever kind
 * @param raisedCues of these, those given while the alarm stood
 * @param plainCues alarms that began at rest more than two minutes after the one before: what the
 *     cues would be without a budget
 * @param tasks one for each task
 * @param byLabel what became of the seconds of each label
 * @param chance tasks found by the same alarms at random times
 * @param reliability of its probability; empty when it gives none
 */
public record RecordingFigures(
        String dataSet,
        String name,
        String person,
        Source source,
        String detector,
        double auc,
        Share rest,
        Share task,
        Share physical,
        int falseAlarms,
        int cues,
        int raisedCues,
        int plainCues,
        List<TaskFigures> tasks,
        Map<String, Share> byLabel,
        Chance chance,
        Optional<Reliability> reliability) {
    private static final int LEAST_SECONDS = 30;

    public RecordingFigures {
        tasks = List.copyOf(tasks);
    }

    static RecordingFigures of(Recording recording, Track track, List<Response> responses) {
        Truth truth = recording.truth();
        List<TaskFigures> tasks = new ArrayList<>();
        for (int i = 0; i < truth.tasks().size(); i++) {
            tasks.add(TaskFigures.of(truth.tasks().get(i), track, responses.get(i)));
        }
        BitSet rest = truth.rest();
        return new RecordingFigures(
                recording.dataSet(),
                recording.name(),
                recording.person(),
                recording.source(),
                track.detector(),
                auc(truth, track),
                Share.of(rest, track),
                Share.of(truth.task(), track),
                Share.of(truth.physical(), track),
                Share.common(rest, AlarmRule.onsets(track.alarm())),
                Share.common(rest, track.cues()),
                Share.common(rest, track.raisedCues()),
                Share.common(rest, AlarmRule.cues(track.alarm())),
                tasks,
                byLabel(truth, track),
                Chance.of(truth, track, recording.name() + recording.source().word()),
                track.probability().map(p -> Reliability.of(p, truth)));
    }

    static double auc(Truth truth, Track track) {
        double[] high = scores(truth.task(), track);
        double[] low = scores(truth.rest(), track);
        return high.length >= LEAST_SECONDS && low.length >= LEAST_SECONDS
                ? Stats.auc(high, low)
                : Double.NaN;
    }

    static double[] scores(BitSet seconds, Track track) {
        return seconds.stream().mapToDouble(track::score).filter(Double::isFinite).toArray();
    }

    private static Map<String, Share> byLabel(Truth truth, Track track) {
        Map<String, Share> shares = new LinkedHashMap<>();
        for (Truth.Span span : truth.spans()) {
            BitSet seconds = new BitSet();
            seconds.set(Math.max(span.from(), truth.judgedFrom()), span.to());
            shares.merge(span.name(), Share.of(seconds, track), Share::plus);
        }
        return shares;
    }

    /** Share judged of what counts: rest and tasks. */
    public double judgedShare() {
        return rest.plus(task).judgedShare();
    }

    /** Seconds of alarm in tasks, of all seconds of tasks; not a number without a task. */
    public double sensitivity() {
        return task.alarmShare();
    }

    /** Harmonic mean of precision and sensitivity, by seconds; not a number without a task. */
    public double f1() {
        if (task.seconds() == 0) {
            return Double.NaN;
        }
        int hits = task.alarm();
        return 2.0 * hits / Math.max(1, hits + task.seconds() + rest.alarm());
    }

    int count(java.util.function.Predicate<TaskFigures> which) {
        return (int) tasks.stream().filter(which).count();
    }
}
