package org.attune.app;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import org.attune.evaluate.Evaluation;
import org.attune.evaluate.Measured;
import org.attune.evaluate.RecordingFigures;
import org.attune.evaluate.TaskFigures;

/** One row a recording, source and detector. */
final class EvaluationTsv {
    private EvaluationTsv() {}

    static List<String> lines(Evaluation evaluation) {
        List<String> lines = new ArrayList<>();
        lines.add(
                "dataset\trecording\tperson\tsource\tdetector\tauc\tjudged\tjudged_in_tasks\ttasks"
                        + "\tfound\tnewly_on\tcued\trest_h\tfalse_alarms\tcues\traised_cues\talarms_2_min_apart"
                        + "\trest_in_alarm\texercise_in_alarm\texercise_judged\tf1\tsensitivity");
        for (Measured measured : evaluation.recordings()) {
            measured.figures().forEach(each -> lines.add(line(each)));
        }
        return lines;
    }

    private static String line(RecordingFigures each) {
        List<TaskFigures> tasks = each.tasks();
        return String.join(
                "\t",
                each.dataSet(),
                each.name(),
                each.person(),
                each.source().word(),
                each.detector(),
                cell(each.auc()),
                cell(each.judgedShare()),
                cell(each.task().judgedShare()),
                String.valueOf(tasks.size()),
                String.valueOf(tasks.stream().filter(TaskFigures::found).count()),
                String.valueOf(tasks.stream().filter(TaskFigures::newly).count()),
                String.valueOf(tasks.stream().filter(TaskFigures::cued).count()),
                cell(each.rest().hours()),
                String.valueOf(each.falseAlarms()),
                String.valueOf(each.cues()),
                String.valueOf(each.raisedCues()),
                String.valueOf(each.plainCues()),
                cell(each.rest().alarmShare()),
                cell(each.physical().alarmShare()),
                cell(each.physical().judgedShare()),
                cell(each.f1()),
                cell(each.sensitivity()));
    }

    private static String cell(double value) {
        return Numbers.cell(
                Double.isFinite(value) ? OptionalDouble.of(value) : OptionalDouble.empty(), 6);
    }
}
