package org.attune.evaluate;

import java.util.BitSet;

/**
 * What became of some seconds.
 *
 * @param seconds how many there are
 * @param judged of these, those a detector said anything about
 * @param alarm of all, those in which its alarm stood; an alarm may outlast judgement by a little
 * @param alarmJudged of those judged, those in which its alarm stood
 */
public record Share(int seconds, int judged, int alarm, int alarmJudged) {
    static final Share NONE = new Share(0, 0, 0, 0);

    static Share of(BitSet seconds, Track track) {
        BitSet judged = (BitSet) seconds.clone();
        judged.and(track.judged());
        return new Share(
                seconds.cardinality(),
                judged.cardinality(),
                common(seconds, track.alarm()),
                common(judged, track.alarm()));
    }

    static int common(BitSet one, BitSet other) {
        BitSet both = (BitSet) one.clone();
        both.and(other);
        return both.cardinality();
    }

    Share plus(Share other) {
        return new Share(
                seconds + other.seconds,
                judged + other.judged,
                alarm + other.alarm,
                alarmJudged + other.alarmJudged);
    }

    /** Hours in all. */
    public double hours() {
        return seconds / 3600.0;
    }

    /** Hours judged. */
    public double judgedHours() {
        return judged / 3600.0;
    }

    /** Share judged; not a number of nothing. */
    public double judgedShare() {
        return (double) judged / seconds;
    }

    /** Share in alarm; not a number of nothing. */
    public double alarmShare() {
        return (double) alarm / seconds;
    }

    /** Share in alarm of what was judged; not a number of nothing. */
    public double alarmShareOfJudged() {
        return (double) alarmJudged / judged;
    }
}
