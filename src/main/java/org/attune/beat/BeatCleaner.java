package org.attune.beat;

import static java.lang.Double.NaN;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.attune.time.SessionTime;

/**
 * Judges each interval against the beats before it and the two after it: final two beats later, or
 * at once when the sensor falls silent. The same code judges live, in review and on files.
 *
 * <p>Idea: {@link NormalCourse} knows how this heart has been beating, {@link Explanations} finds
 * the cheapest story of the interval and its two successors; what is no normal beat in it is an
 * artefact and left out. Two rules besides: the interval after a lone early one is counted to it,
 * as by definition NN intervals lie between normal beats; and a single normal interval between two
 * artefacts is counted to them, since nothing vouches for it, unless both are premature beats and
 * it lies at the heart's level, as in trigeminy. Several rejected in a row that agree among
 * themselves are a new level ({@link NewLevel}).
 *
 * <p>Limits: an artefact smaller than the heart's own sway passes for a beat. A rhythm that is
 * never regular is not cleaned but recognised: see {@link #rhythm}.
 *
 * <p>Cost: constant for each beat. Confined to the pipeline thread.
 */
public final class BeatCleaner {
    private static final int LOOK_AHEAD = Explanations.SPAN - 1;

    /** Beats that must be known before the course can be consulted. */
    private static final int ENOUGH = 4;

    /** While less is known: how far neighbours may lie from their median. */
    private static final double WARM_UP_TOLERANCE = 0.25;

    /** After so long without a credible beat, trust is earned anew. */
    private static final long SILENCE_NANOS = 5_000_000_000L;

    /** Weight of the newest beat in the share of artefacts. */
    private static final double NEWEST = 1.0 / 75;

    /** A lone interval shorter than this part of the level is an early beat. */
    private static final double EARLY = 0.9;

    /** Spreads within which an interval between two premature beats is an NN interval. */
    private static final double AT_LEVEL = 1.5;

    private final CleaningRules rules;
    private final NormalCourse course;
    private final Explanations explanations;
    private final NewLevel newLevel;
    private final RhythmWatch rhythm = new RhythmWatch();
    private final Credibility credibility = new Credibility();
    private final Steadiness steadiness = new Steadiness();
    private final PlacedInterval[] waiting = new PlacedInterval[LOOK_AHEAD + 1];
    private int waitingCount;
    private Optional<SessionTime> lastCredible = Optional.empty();
    private Verdict previous = Verdict.NORMAL;
    private Verdict secondOfPair = Verdict.NORMAL;
    private boolean afterLoneEarly;
    private long previousOrdinal = -1;
    private double artefactShare;
    private double previousMillis = NaN;

    public BeatCleaner(CleaningRules rules) {
        this.rules = rules;
        course = new NormalCourse(rules.referenceBeats());
        explanations = new Explanations(rules, course);
        newLevel = new NewLevel(rules.reseedBeats());
    }

    /** Takes one more interval; returns the beats whose judgement became final by it. */
    public List<Beat> accept(PlacedInterval next) {
        List<Beat> judged = List.of();
        if (waitingCount > 0 && next.ordinal() != waiting[waitingCount - 1].ordinal() + 1) {
            judged = flush();
            credibility.breakHere();
            steadiness.breakHere();
        }
        noteCredible(next);
        waiting[waitingCount++] = next;
        if (waitingCount <= LOOK_AHEAD) {
            return judged;
        }
        Beat oldest = judgeOldest();
        if (judged.isEmpty()) {
            return List.of(oldest);
        }
        judged.add(oldest);
        return judged;
    }

    /** Judges all that waits by what is known: the sensor fell silent, or a gap begins. */
    public List<Beat> flush() {
        List<Beat> judged = new ArrayList<>(LOOK_AHEAD + 1);
        while (waitingCount > 0) {
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

    /**
     * Whether too many of the newest intervals do not look like a heart. Weaker than not {@link
     * #trusted}: after a silence nothing contradicts, but nothing is trusted yet either.
     */
    public boolean contradicted() {
        return credibility.contradicted();
    }

    /** Whether the newest intervals do not follow from each other: told at once, let go late. */
    public boolean unsteady() {
        return steadiness.isUnsteady();
    }

    /** The same by the stricter standard of electrodes and even beats: no noise excuses it. */
    public boolean doubtful() {
        return steadiness.isDoubtful();
    }

    /** Whether a row of beats was heard lately that followed from each other. */
    public boolean heardEven() {
        return steadiness.evenness().isHeardEven();
    }

    /**
     * Whether most of the last hundred beats follow closely from their neighbours; while they are
     * {@link #doubtful}, whether they did before.
     */
    public boolean mostlyEven() {
        return steadiness.isMostlyEven();
    }

    /** The same roughly, of beats heard without a gap. */
    public boolean fairlyEven() {
        return steadiness.isFairlyEven();
    }

    /** Whether the last beats have a rhythm whose variability can be interpreted. */
    public Rhythm rhythm() {
        return rhythm.rhythm();
    }

    private void noteCredible(PlacedInterval next) {
        if (lastCredible.isPresent()
                && next.at().nanos() - lastCredible.get().nanos() > SILENCE_NANOS) {
            credibility.forget();
            steadiness.forget();
        }
        double level = course.known() >= ENOUGH ? course.medianMillis() : NaN;
        steadiness.hear(next.interval().toMillis(), level);
        if (credibility.hear(next.interval().toMillis(), rules, course)) {
            lastCredible = Optional.of(next.at());
        }
    }

    private Beat judgeOldest() {
        PlacedInterval interval = waiting[0];
        waitingCount--;
        System.arraycopy(waiting, 1, waiting, 0, waitingCount);
        double millis = interval.interval().toMillis();
        if (interval.ordinal() != previousOrdinal + 1) {
            course.breakHere();
            rhythm.breakHere();
            secondOfPair = Verdict.NORMAL;
            afterLoneEarly = false;
            previous = Verdict.NORMAL;
            previousMillis = NaN;
        }
        previousOrdinal = interval.ordinal();
        Verdict verdict = judge(millis, ahead(0), ahead(1));
        if (!verdict.isNormal() && rules.plausible(millis) && newLevel.foundWith(millis)) {
            newLevel.teach(course);
            secondOfPair = Verdict.NORMAL;
            verdict = Verdict.NORMAL;
        } else if (verdict.isNormal()) {
            newLevel.clear();
            course.accept(millis);
        } else {
            course.reject();
        }
        artefactShare += NEWEST * ((verdict.isNormal() ? 0 : 1) - artefactShare);
        previous = verdict;
        previousMillis = millis;
        if (rules.plausible(millis)) {
            rhythm.hear(millis);
        }
        return interval.judged(verdict);
    }

    private double ahead(int i) {
        return i < waitingCount ? waiting[i].interval().toMillis() : NaN;
    }

    private Verdict judge(double now, double next, double afterNext) {
        if (!secondOfPair.isNormal()) {
            Verdict verdict = rules.plausible(now) ? secondOfPair : Verdict.IMPLAUSIBLE;
            secondOfPair = Verdict.NORMAL;
            return verdict;
        }
        if (course.known() < ENOUGH) {
            return judgeEarly(now, next, afterNext);
        }
        explanations.experienced(artefactShare);
        Cause cause = explanations.of(now, next, afterNext);
        boolean counted = cause == Cause.BEAT && countedToNeighbours(now, next, afterNext);
        afterLoneEarly =
                cause == Cause.STRAY && rules.plausible(now) && now < EARLY * course.medianMillis();
        if (counted && previous != Verdict.IMPLAUSIBLE) {
            return previous;
        }
        return cause == Cause.BEAT && !counted ? Verdict.NORMAL : named(cause, now);
    }

    /** Whether an interval that may be a beat is still part of the disturbance around it. */
    private boolean countedToNeighbours(double now, double next, double afterNext) {
        if (afterLoneEarly) {
            return true;
        }
        if (previous.isNormal() || Double.isNaN(next)) {
            return false;
        }
        Cause after = explanations.after(now, next, afterNext);
        return after != Cause.BEAT && !betweenPrematureBeats(now, next, after);
    }

    /** Whether the artefacts on both sides are premature beats, and {@code now} is at the level. */
    private boolean betweenPrematureBeats(double now, double next, Cause after) {
        double level = course.medianMillis();
        return previous == Verdict.ECTOPIC
                && after == Cause.DISPLACED
                && next < level
                && Math.abs(now - level) < AT_LEVEL * course.spread() * level;
    }

    private Verdict named(Cause cause, double now) {
        boolean early = now < course.medianMillis();
        Verdict verdict =
                switch (cause) {
                    case DISPLACED -> early ? Verdict.ECTOPIC : Verdict.LONG;
                    case SPLIT -> Verdict.EXTRA;
                    case MERGED -> Verdict.MISSED;
                    case BEAT, STRAY -> early ? Verdict.SHORT : Verdict.LONG;
                };
        if (cause.isPair()) {
            secondOfPair = verdict == Verdict.LONG ? Verdict.SHORT : verdict;
        }
        return rules.plausible(now) || cause == Cause.MERGED ? verdict : Verdict.IMPLAUSIBLE;
    }

    /** Too little is known of this heart: only neighbours that agree vouch for each other. */
    private Verdict judgeEarly(double now, double next, double afterNext) {
        if (!rules.plausible(now)) {
            return Verdict.IMPLAUSIBLE;
        }
        double middle = median(now, next, afterNext);
        boolean agree =
                near(now, middle) && near(Double.isNaN(next) ? previousMillis : next, middle);
        if (agree && (course.known() == 0 || near(now, course.medianMillis()))) {
            return Verdict.NORMAL;
        }
        double expected = course.known() == 0 ? middle : course.medianMillis();
        return now < expected ? Verdict.SHORT : Verdict.LONG;
    }

    private static double median(double a, double b, double c) {
        if (Double.isNaN(b)) {
            return a;
        }
        return Double.isNaN(c)
                ? (a + b) / 2
                : Math.max(Math.min(a, b), Math.min(Math.max(a, b), c));
    }

    /** Whether {@code millis} is not there or near {@code middle}. */
    private static boolean near(double millis, double middle) {
        return !(Math.abs(millis - middle) > WARM_UP_TOLERANCE * middle);
    }
}
