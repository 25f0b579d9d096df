package org.attune.beat;

import static java.lang.Double.NaN;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import org.attune.time.SessionTime;

/**
 * Judges each interval against the beats before it and the two after it: final two beats later, or
 * at once when the sensor falls silent.
 *
 * <p>Idea: the local reference is the median of the last accepted intervals; while there are too
 * few of them, of the interval and its neighbours. An interval further from it than the tolerance
 * is an artefact, named by the pattern it makes: short then long and together two beats (ectopic),
 * a multiple (missed), a fraction that its neighbour completes (extra). Several such in a row that
 * agree among themselves are a new level (a change of posture, a true rise), not artefacts: the
 * reference is seeded anew, or one would reject for ever. An interval within tolerance of the
 * reference but leaping from both its neighbours is rejected too; one beyond it to which its
 * neighbours lead in steps is not.
 *
 * <p>Limits: an artefact that stays within the tolerance passes for a beat; a heart that is never
 * regular (fibrillation) is mostly rejected, which is as it should be: its RMSSD means nothing
 * here.
 *
 * <p>Cost: constant for each beat (a median of at most {@code referenceBeats} values). Confined to
 * the pipeline thread.
 */
public final class BeatCleaner {
    private static final int LOOK_AHEAD = 2;

    /** After so long without a credible beat, trust is earned anew. */
    private static final long SILENCE_NANOS = 5_000_000_000L;

    /** How many tolerances an interval may lie from the reference if its neighbours lead there. */
    private static final double SWAY = 2.5;

    /** How close its neighbours must then be to each other. */
    private static final double BETWEEN = 0.5;

    /** The same two for the judgement at once, which knows only the neighbour before. */
    private static final double SWAY_AT_ONCE = 1.75;

    private static final double SMOOTH = 0.12;

    /** An even heart is held to itself: so many of its own spreads, but never to less than this. */
    private static final double SPREADS = 6;

    private static final double EVEN = 0.12;

    private final CleaningRules rules;
    private final Deque<PlacedInterval> waiting = new ArrayDeque<>();
    private final LocalReference reference;
    private final Credibility credibility = new Credibility();
    private Optional<SessionTime> lastCredible = Optional.empty();
    private Verdict previous = Verdict.NORMAL;
    private double previousMillis = NaN;
    private long previousOrdinal = -1;

    public BeatCleaner(CleaningRules rules) {
        this.rules = rules;
        this.reference = new LocalReference(rules.referenceBeats());
    }

    /** Takes one more interval; returns the beats whose judgement became final by it. */
    public List<Beat> accept(PlacedInterval next) {
        List<Beat> judged = new ArrayList<>(2);
        PlacedInterval newest = waiting.peekLast();
        if (newest != null && next.ordinal() != newest.ordinal() + 1) {
            judged.addAll(flush());
            credibility.breakHere();
        }
        if (lastCredible.isPresent()
                && next.at().nanos() - lastCredible.get().nanos() > SILENCE_NANOS) {
            credibility.forget();
        }
        double millis = next.interval().toMillis();
        boolean credible = looksCredible(millis);
        credibility.add(millis, credible, reference.ready() ? reference.medianMillis() : NaN);
        if (credible) {
            lastCredible = Optional.of(next.at());
        }
        waiting.addLast(next);
        if (waiting.size() > LOOK_AHEAD) {
            judged.add(judgeOldest());
        }
        return judged;
    }

    /** Judges all that waits by what is known: the sensor fell silent, or a gap begins. */
    public List<Beat> flush() {
        List<Beat> judged = new ArrayList<>(waiting.size());
        while (!waiting.isEmpty()) {
            judged.add(judgeOldest());
        }
        return judged;
    }

    /**
     * When the newest interval that looks like a beat ended, judged provisionally from the past
     * alone; empty before the first.
     */
    public Optional<SessionTime> lastCredible() {
        return lastCredible;
    }

    /**
     * Whether the newest intervals, taken together, look like a heart. Random intervals fall near
     * the reference now and then; they do not do so four times out of five.
     */
    public boolean trusted() {
        return credibility.trusted();
    }

    private boolean looksCredible(double millis) {
        if (!plausible(millis)) {
            return false;
        }
        double before = credibility.previousMillis();
        if (!reference.ready()) {
            return Double.isNaN(before) || near(millis, before, rules.tolerance());
        }
        double expected = reference.medianMillis();
        double tolerance =
                Math.min(rules.tolerance(), Math.max(EVEN, SPREADS * reference.relativeSpread()));
        return near(millis, expected, tolerance)
                || (near(millis, expected, rules.tolerance() * SWAY_AT_ONCE)
                        && near(millis, before, SMOOTH));
    }

    private Beat judgeOldest() {
        PlacedInterval interval = waiting.removeFirst();
        if (interval.ordinal() != previousOrdinal + 1) {
            previous = Verdict.NORMAL;
            previousMillis = NaN;
        }
        double millis = interval.interval().toMillis();
        double[] ahead = ahead();
        Verdict verdict = judge(millis, ahead);
        if (verdict.isNormal()) {
            reference.add(millis);
        }
        previous = verdict;
        previousMillis = millis;
        previousOrdinal = interval.ordinal();
        return interval.judged(verdict);
    }

    private double[] ahead() {
        double[] ahead = new double[waiting.size()];
        int i = 0;
        for (PlacedInterval each : waiting) {
            ahead[i++] = each.interval().toMillis();
        }
        return ahead;
    }

    private Verdict judge(double millis, double[] ahead) {
        if (!plausible(millis)) {
            reference.rejected(NaN, rules);
            return namedOutOfRange(millis);
        }
        double expected = reference.ready() ? reference.medianMillis() : localMedian(millis, ahead);
        if (completesFraction(millis, expected)) {
            return Verdict.EXTRA;
        }
        if (near(millis, expected, rules.tolerance())
                ? !leaps(millis, ahead)
                : sways(millis, expected, ahead)) {
            return Verdict.NORMAL;
        }
        if (reference.rejected(millis, rules)) {
            return Verdict.NORMAL;
        }
        return named(millis, expected, ahead);
    }

    /** Whether a beat too early to be one has cut this interval short of a whole one. */
    private boolean completesFraction(double millis, double expected) {
        return previousMillis < rules.leastMillis()
                && millis < expected
                && near(millis + previousMillis, expected, 0.10)
                && !near(millis, expected, 0.05);
    }

    private Verdict namedOutOfRange(double millis) {
        if (millis > rules.mostMillis() && reference.ready()) {
            double beats = millis / reference.medianMillis();
            if (beats < 4.5 && Math.abs(beats - Math.rint(beats)) < 0.15) {
                return Verdict.MISSED;
            }
        }
        return Verdict.IMPLAUSIBLE;
    }

    private Verdict named(double millis, double expected, double[] ahead) {
        boolean shortOne = millis < expected;
        double partner = ahead.length > 0 ? ahead[0] : NaN;
        if (shortOne) {
            if (near(millis + partner, expected, 0.15)
                    || (previous == Verdict.EXTRA
                            && near(millis + previousMillis, expected, 0.15))) {
                return Verdict.EXTRA;
            }
            return near(millis + partner, 2 * expected, 0.12) && partner > expected
                    ? Verdict.ECTOPIC
                    : Verdict.SHORT;
        }
        if (previous == Verdict.ECTOPIC || previous == Verdict.SHORT) {
            return Verdict.ECTOPIC;
        }
        double beats = millis / expected;
        return beats > 1.7 && Math.abs(beats - Math.rint(beats)) < 0.2
                ? Verdict.MISSED
                : Verdict.LONG;
    }

    /** Whether it parts from both neighbours in the same direction by more than the tolerance. */
    private boolean leaps(double millis, double[] ahead) {
        if (ahead.length == 0 || Double.isNaN(previousMillis) || !previous.isNormal()) {
            return false;
        }
        double mean = (previousMillis + ahead[0]) / 2;
        return plausible(ahead[0])
                && near(previousMillis, ahead[0], rules.tolerance())
                && !near(millis, mean, rules.tolerance());
    }

    /**
     * Whether it lies beyond the tolerance, but between its neighbours: deep breathing sways a
     * young heart by more than a fifth, in steps; an artefact leaps.
     */
    private boolean sways(double millis, double expected, double[] ahead) {
        if (ahead.length == 0 || Double.isNaN(previousMillis) || !previous.isNormal()) {
            return false;
        }
        return plausible(ahead[0])
                && near(millis, expected, rules.tolerance() * SWAY)
                && near(millis, (previousMillis + ahead[0]) / 2, rules.tolerance())
                && near(ahead[0], previousMillis, BETWEEN);
    }

    private double localMedian(double millis, double[] ahead) {
        double[] values = new double[ahead.length + 1];
        values[0] = millis;
        int count = 1;
        for (double each : ahead) {
            if (plausible(each)) {
                values[count++] = each;
            }
        }
        return LocalReference.median(values, count);
    }

    private boolean plausible(double millis) {
        return millis >= rules.leastMillis() && millis <= rules.mostMillis();
    }

    private static boolean near(double value, double expected, double tolerance) {
        return Math.abs(value - expected) <= tolerance * expected;
    }
}
