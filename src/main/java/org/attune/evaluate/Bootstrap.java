package org.attune.evaluate;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;

/**
 * Intervals that say what other people of the same kind might have given: people, not recordings or
 * seconds, are drawn anew with replacement, a thousand times. Seeded.
 *
 * @param auc of the median over recordings
 * @param judged of the median over recordings
 * @param foundShare of the tasks found, of all tasks
 * @param newlyShare of the tasks newly switched on, of all tasks
 * @param falseAlarmsPerHour per hour of all rest
 */
public record Bootstrap(
        Interval auc,
        Interval judged,
        Interval foundShare,
        Interval newlyShare,
        Interval falseAlarmsPerHour) {
    private static final int DRAWS = 1000;
    private static final long SEED = 20_260_102;
    private static final int FIGURES = 5;

    static Bootstrap of(List<RecordingFigures> recordings) {
        Map<String, List<RecordingFigures>> people = new LinkedHashMap<>();
        recordings.forEach(
                each -> people.computeIfAbsent(each.person(), p -> new ArrayList<>()).add(each));
        List<List<RecordingFigures>> persons = List.copyOf(people.values());
        double[][] drawn = new double[FIGURES][DRAWS];
        Random random = new Random(SEED);
        for (int draw = 0; draw < DRAWS; draw++) {
            List<RecordingFigures> sample = new ArrayList<>(recordings.size());
            for (int i = 0; i < persons.size(); i++) {
                sample.addAll(persons.get(random.nextInt(persons.size())));
            }
            double[] figures = figures(sample);
            for (int i = 0; i < FIGURES; i++) {
                drawn[i][draw] = figures[i];
            }
        }
        return new Bootstrap(
                interval(drawn[0]),
                interval(drawn[1]),
                interval(drawn[2]),
                interval(drawn[3]),
                interval(drawn[4]));
    }

    private static double[] figures(Collection<RecordingFigures> sample) {
        double[] aucs = sample.stream().mapToDouble(RecordingFigures::auc).toArray();
        double[] judged = sample.stream().mapToDouble(RecordingFigures::judgedShare).toArray();
        double tasks = 0;
        double found = 0;
        double newly = 0;
        double alarms = 0;
        double hours = 0;
        for (RecordingFigures each : sample) {
            tasks += each.tasks().size();
            found += each.count(TaskFigures::found);
            newly += each.count(TaskFigures::newly);
            alarms += each.falseAlarms();
            hours += each.rest().hours();
        }
        return new double[] {
            Stats.median(finite(aucs)),
            Stats.median(finite(judged)),
            found / tasks,
            newly / tasks,
            alarms / hours
        };
    }

    private static double[] finite(double[] values) {
        return Arrays.stream(values).filter(Double::isFinite).toArray();
    }

    private static Interval interval(double[] drawn) {
        double[] known = finite(drawn);
        return new Interval(Stats.quantile(known, 0.025), Stats.quantile(known, 0.975));
    }
}
