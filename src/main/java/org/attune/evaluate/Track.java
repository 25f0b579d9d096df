package org.attune.evaluate;

import java.util.Arrays;
import java.util.BitSet;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What a detector said of each second of one recording. Immutable. */
public final class Track {
    private final String detector;
    private final double[] score;
    private final BitSet alarm;
    private final BitSet cues;
    private final BitSet judged;
    private final double @Nullable [] probability;

    private Track(
            String detector,
            double[] score,
            BitSet alarm,
            BitSet cues,
            BitSet judged,
            double @Nullable [] probability) {
        this.detector = detector;
        this.score = score;
        this.alarm = alarm;
        this.cues = cues;
        this.judged = judged;
        this.probability = probability;
    }

    /**
     * What a detector with an alarm and cues of its own said.
     *
     * @param detector its name
     * @param score higher = more aroused; not a number where it said none
     * @param alarm seconds in which its condition stood
     * @param cues seconds in which it gave a cue
     * @param judged seconds in which it said anything but "unknown"
     */
    public static Track of(
            String detector, double[] score, BitSet alarm, BitSet cues, BitSet judged) {
        return new Track(
                detector,
                score.clone(),
                (BitSet) alarm.clone(),
                (BitSet) cues.clone(),
                (BitSet) judged.clone(),
                null);
    }

    /** What nobody said: no score, no alarm. */
    public static Track silent(Recording recording) {
        double[] none = Seconds.none(recording.truth().seconds());
        return of("silent", none, new BitSet(), new BitSet(), new BitSet());
    }

    /** What follows from a bare score by a rule; it judges wherever it has a score. */
    static Track of(String detector, double[] score, AlarmRule rule) {
        BitSet alarm = rule.alarm(score);
        return new Track(
                detector, score.clone(), alarm, AlarmRule.cues(alarm), finite(score), null);
    }

    /** The same with a probability that it is a task, for each second. */
    Track withProbability(double[] given) {
        return new Track(detector, score, alarm, cues, judged, given.clone());
    }

    private static BitSet finite(double[] score) {
        BitSet bits = new BitSet();
        for (int s = 0; s < score.length; s++) {
            bits.set(s, Double.isFinite(score[s]));
        }
        return bits;
    }

    /** Its name. */
    public String detector() {
        return detector;
    }

    /** How many seconds it covers. */
    public int seconds() {
        return score.length;
    }

    /** Not a number where it said none, and beyond its end. */
    public double score(int second) {
        return second < score.length ? score[second] : Double.NaN;
    }

    /** Seconds in which the alarm stood; not to be changed. */
    BitSet alarm() {
        return alarm;
    }

    /** Seconds in which a cue was given; not to be changed. */
    BitSet cues() {
        return cues;
    }

    /** Cues given while the alarm stood. */
    BitSet raisedCues() {
        BitSet raised = (BitSet) cues.clone();
        raised.and(alarm);
        return raised;
    }

    /** Seconds in which it said anything; not to be changed. */
    BitSet judged() {
        return judged;
    }

    /** Whether the alarm stood. */
    public boolean isAlarm(int second) {
        return alarm.get(second);
    }

    /** Whether it said anything but "unknown". */
    public boolean isJudged(int second) {
        return judged.get(second);
    }

    /** Whether a cue was given. */
    public boolean isCue(int second) {
        return cues.get(second);
    }

    /** That it is a task, for each second; empty when the detector gives none. */
    Optional<double[]> probability() {
        return probability == null
                ? Optional.empty()
                : Optional.of(Arrays.copyOf(probability, probability.length));
    }
}
