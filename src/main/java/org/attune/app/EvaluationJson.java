package org.attune.app;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.attune.evaluate.Bootstrap;
import org.attune.evaluate.Evaluation;
import org.attune.evaluate.FalseAlarms;
import org.attune.evaluate.Interval;
import org.attune.evaluate.Measured;
import org.attune.evaluate.RecordingFigures;
import org.attune.evaluate.Reliability;
import org.attune.evaluate.SetFigures;
import org.attune.evaluate.Share;
import org.attune.evaluate.Spread;
import org.attune.evaluate.TaskFigures;
import org.jspecify.annotations.Nullable;

/** All figures as maps and lists for JSON; what is not known is null. */
final class EvaluationJson {
    private EvaluationJson() {}

    static Map<String, Object> of(
            Evaluation evaluation, LabelledFolder labelled, boolean perRecording) {
        Map<String, Object> all = new LinkedHashMap<>();
        all.put("sets", evaluation.sets().stream().map(EvaluationJson::set).toList());
        Map<String, Object> pooled = new LinkedHashMap<>();
        for (String detector : evaluation.detectors()) {
            evaluation.pooled(detector).ifPresent(sum -> pooled.put(detector, pooled(sum)));
        }
        all.put("false_alarms_together", pooled);
        if (perRecording) {
            List<Object> recordings = new ArrayList<>();
            for (Measured measured : evaluation.recordings()) {
                measured.figures().forEach(each -> recordings.add(recording(each)));
            }
            all.put("recordings", recordings);
        }
        all.put("left_out", labelled.leftOut());
        return all;
    }

    private static Map<String, Object> set(SetFigures set) {
        Map<String, Object> map = new LinkedHashMap<>();
        map.put("dataset", set.dataSet());
        map.put("source", set.source().word());
        map.put("detector", set.detector());
        map.put("recordings", set.recordings().size());
        map.put("people", set.people());
        map.put("auc", spread(set.auc()));
        map.put("judged", spread(set.judged()));
        map.put("judged_in_tasks", spread(set.judgedInTasks()));
        map.put("tasks", set.tasks());
        map.put("found", set.found());
        map.put("newly_on", set.newly());
        map.put("cued", set.cued());
        map.put("delay_s", spread(set.delay()));
        map.put("false_alarms", set.falseAlarms());
        put(map, "false_alarms_per_h", set.falseAlarmsPerHour());
        put(map, "false_alarms_per_judged_h", set.falseAlarmsPerJudgedHour());
        put(map, "cues_per_h", set.cues() / set.rest().hours());
        put(map, "raised_cues_per_h", set.raisedCues() / set.rest().hours());
        put(map, "alarms_2_min_apart_per_h", set.plainCues() / set.rest().hours());
        map.put("rest", share(set.rest()));
        map.put("task", share(set.task()));
        map.put("exercise", share(set.physical()));
        map.put("exercise_in_alarm", spread(set.spread(each -> each.physical().alarmShare())));
        map.put("exercise_judged", spread(set.spread(each -> each.physical().judgedShare())));
        map.put("f1", spread(set.spread(RecordingFigures::f1)));
        map.put("sensitivity", spread(set.spread(RecordingFigures::sensitivity)));
        map.put("by_kind", hits(set.byKind()));
        map.put("by_response", hits(lower(set.byResponse())));
        Map<String, Object> labels = new LinkedHashMap<>();
        set.byLabel().forEach((label, share) -> labels.put(label, share(share)));
        map.put("by_label", labels);
        map.put("by_chance", chance(set));
        map.put("probability", set.reliability().map(EvaluationJson::reliability).orElse(null));
        map.put("people_interval_95", intervals(set.intervals()));
        return map;
    }

    private static Map<String, SetFigures.Hits> lower(
            Map<? extends Enum<?>, SetFigures.Hits> byConstant) {
        Map<String, SetFigures.Hits> map = new LinkedHashMap<>();
        byConstant.forEach((constant, hits) -> map.put(Json.lower(constant), hits));
        return map;
    }

    private static Map<String, Object> hits(Map<String, SetFigures.Hits> hits) {
        Map<String, Object> map = new LinkedHashMap<>();
        hits.forEach(
                (name, each) ->
                        map.put(
                                name,
                                Map.of(
                                        "tasks", each.tasks(),
                                        "found", each.found(),
                                        "newly_on", each.newly())));
        return map;
    }

    private static Map<String, Object> chance(SetFigures set) {
        Map<String, Object> map = new LinkedHashMap<>();
        put(map, "found_mean", set.chance().foundMean());
        put(map, "found_95", set.chance().found95());
        put(map, "newly_on_mean", set.chance().newlyMean());
        put(map, "newly_on_95", set.chance().newly95());
        return map;
    }

    private static Map<String, Object> reliability(Reliability r) {
        Map<String, Object> map = new LinkedHashMap<>();
        put(map, "calibration_error", r.calibrationError());
        put(map, "brier", r.brier());
        put(map, "brier_of_a_constant", r.constantBrier());
        put(map, "prevalence", r.prevalence());
        List<Object> bins = new ArrayList<>();
        for (int i = 0; i < r.bins(); i++) {
            if (r.counts(i)) {
                bins.add(Map.of("said", r.said(i), "was", r.was(i), "share", r.share(i)));
            }
        }
        map.put("bins", bins);
        return map;
    }

    private static Map<String, Object> intervals(Bootstrap people) {
        Map<String, Object> map = new LinkedHashMap<>();
        map.put("auc", interval(people.auc()));
        map.put("judged", interval(people.judged()));
        map.put("found_share", interval(people.foundShare()));
        map.put("newly_on_share", interval(people.newlyShare()));
        map.put("false_alarms_per_h", interval(people.falseAlarmsPerHour()));
        return map;
    }

    private static Map<String, Object> pooled(FalseAlarms sum) {
        Map<String, Object> map = new LinkedHashMap<>();
        map.put("false_alarms", sum.count());
        put(map, "rest_h", sum.hours());
        put(map, "per_h", sum.perHour());
        put(map, "per_judged_h", sum.perJudgedHour());
        map.put("per_h_interval_95_poisson", interval(sum.perHourInterval()));
        return map;
    }

    private static Map<String, Object> recording(RecordingFigures each) {
        Map<String, Object> map = new LinkedHashMap<>();
        map.put("dataset", each.dataSet());
        map.put("recording", each.name());
        map.put("person", each.person());
        map.put("source", each.source().word());
        map.put("detector", each.detector());
        put(map, "auc", each.auc());
        put(map, "judged", each.judgedShare());
        map.put("rest", share(each.rest()));
        map.put("task", share(each.task()));
        map.put("exercise", share(each.physical()));
        map.put("false_alarms", each.falseAlarms());
        map.put("cues", each.cues());
        map.put("raised_cues", each.raisedCues());
        map.put("alarms_2_min_apart", each.plainCues());
        map.put("tasks", each.tasks().stream().map(EvaluationJson::task).toList());
        return map;
    }

    private static Map<String, Object> task(TaskFigures task) {
        Map<String, Object> map = new LinkedHashMap<>();
        map.put("kind", task.kind());
        map.put("from_s", task.from());
        map.put("to_s", task.to());
        map.put("found", task.found());
        map.put("newly_on", task.newly());
        map.put("cued", task.cued());
        map.put("delay_s", task.found() ? task.delaySeconds() : null);
        map.put("response", Json.lower(task.response()));
        return map;
    }

    private static Map<String, Object> share(Share share) {
        Map<String, Object> map = new LinkedHashMap<>();
        map.put("seconds", share.seconds());
        put(map, "judged", share.judgedShare());
        put(map, "in_alarm", share.alarmShare());
        put(map, "in_alarm_of_judged", share.alarmShareOfJudged());
        return map;
    }

    private static Map<String, Object> spread(Spread spread) {
        Map<String, Object> map = new LinkedHashMap<>();
        put(map, "median", spread.median());
        put(map, "q1", spread.low());
        put(map, "q3", spread.high());
        map.put("n", spread.count());
        return map;
    }

    private static List<@Nullable Double> interval(Interval interval) {
        List<@Nullable Double> ends = new ArrayList<>();
        ends.add(known(interval.low()));
        ends.add(known(interval.high()));
        return ends;
    }

    private static void put(Map<String, Object> map, String key, double value) {
        map.put(key, known(value));
    }

    private static @Nullable Double known(double value) {
        return Double.isFinite(value) ? value : null;
    }
}
