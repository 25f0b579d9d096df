package org.attune.evaluate;

/**
 * What a detector made of one task.
 *
 * @param kind the task's label
 * @param from its onset, s
 * @param to its end, s
 * @param found whether the alarm stood at any time in it
 * @param newly whether it was found and the alarm was off before the onset
 * @param cued whether a cue was given in it
 * @param delaySeconds from the onset to the first alarm; -1 when not found
 * @param response how it showed in the heart
 */
public record TaskFigures(
        String kind,
        int from,
        int to,
        boolean found,
        boolean newly,
        boolean cued,
        int delaySeconds,
        Response response) {
    static TaskFigures of(Task task, Track track, Response response) {
        int on = track.alarm().nextSetBit(task.from());
        boolean found = on >= 0 && on < task.to();
        int cue = track.cues().nextSetBit(task.from());
        return new TaskFigures(
                task.kind(),
                task.from(),
                task.to(),
                found,
                found && !track.isAlarm(Math.max(task.from() - 1, 0)),
                cue >= 0 && cue < task.to(),
                found ? on - task.from() : -1,
                response);
    }
}
