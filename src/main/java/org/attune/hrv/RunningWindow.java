package org.attune.hrv;

/**
 * A window that slides over the beats of a ring and always knows their time-domain measures. What
 * enters is added to sums of whole numbers, what leaves is taken from them: a beat costs the same
 * in a long window as in a short one (the median: the logarithm of it), reading costs next to
 * nothing, nothing is allocated, and nothing drifts.
 *
 * <p>Measures follow {@link TimeDomain}: artefacts are left out, differences are taken between true
 * neighbours inside the window only. A measure the window does not carry is NaN.
 *
 * <p>Confined to the thread of its owner.
 */
public final class RunningWindow {
    private static final double NANOS_PER_MILLI = 1e6;
    private static final long MILLIS_20 = 20_000_000L;
    private static final long MILLIS_50 = 50_000_000L;

    /** A shorter span says nothing of coverage. */
    private static final long LEAST_SPAN_NANOS = 1_000_000_000L;

    private final BeatRing ring;
    private final long lengthNanos;
    private final ExactSum nn = new ExactSum();
    private final ExactSum differences = new ExactSum();
    private final RunningRate rates = new RunningRate();
    private final RunningMedian median;
    private long first;
    private long end;
    private long from = Long.MIN_VALUE;
    private long to = Long.MIN_VALUE;
    private long covered;
    private int above20;
    private int above50;

    RunningWindow(BeatRing ring, long lengthNanos) {
        this.ring = ring;
        this.lengthNanos = lengthNanos;
        this.median = new RunningMedian(ring);
        this.first = ring.first();
        this.end = first;
    }

    /** Moves to the beats after {@code fromNanos}, up to and with {@code toNanos}. */
    void moveTo(long fromNanos, long toNanos) {
        if (fromNanos < from || toNanos < to) {
            restart();
        }
        from = fromNanos;
        to = toNanos;
        while (end < ring.next() && ring.at(end) <= to) {
            enter(end++);
        }
        while (first < end && ring.at(first) <= from) {
            leave(first++);
        }
    }

    private void restart() {
        nn.clear();
        differences.clear();
        rates.clear();
        median.clear();
        covered = 0;
        above20 = 0;
        above50 = 0;
        first = ring.first();
        end = first;
    }

    private void enter(long beat) {
        if (!ring.isNormal(beat)) {
            return;
        }
        long interval = ring.interval(beat);
        nn.add(interval);
        rates.add(ring.wholeRate(beat), ring.restOfRate(beat));
        median.add(beat);
        covered += ring.at(beat) - ring.began(beat);
        if (beat > first && ring.isPair(beat)) {
            long difference = ring.difference(beat);
            differences.add(difference);
            above20 += isAbove(difference, MILLIS_20);
            above50 += isAbove(difference, MILLIS_50);
        }
    }

    private void leave(long beat) {
        if (!ring.isNormal(beat)) {
            return;
        }
        long interval = ring.interval(beat);
        nn.remove(interval);
        rates.remove(ring.wholeRate(beat), ring.restOfRate(beat));
        median.remove(beat);
        covered -= ring.at(beat) - ring.began(beat);
        if (beat + 1 < end && ring.isPair(beat + 1)) {
            long difference = ring.difference(beat + 1);
            differences.remove(difference);
            above20 -= isAbove(difference, MILLIS_20);
            above50 -= isAbove(difference, MILLIS_50);
        }
    }

    private static int isAbove(long difference, long limit) {
        return Math.abs(difference) > limit ? 1 : 0;
    }

    /** The number of the oldest beat inside. */
    long firstNumber() {
        return first;
    }

    /** The number after that of the newest beat inside. */
    long endNumber() {
        return end;
    }

    /** Its full length, s. */
    public double lengthSeconds() {
        return lengthNanos / 1e9;
    }

    long lengthNanos() {
        return lengthNanos;
    }

    /** Where it begins, exclusive, in nanoseconds of session time; before a session if negative. */
    public long fromNanos() {
        return from;
    }

    /** Where it ends, inclusive, in nanoseconds of session time. */
    public long toNanos() {
        return to;
    }

    /** Number of beats inside, artefacts among them. */
    public int beats() {
        return (int) (end - first);
    }

    /** Number of normal intervals inside. */
    public int intervals() {
        return (int) nn.count();
    }

    /** Number of pairs of true neighbours inside. */
    public int pairs() {
        return (int) differences.count();
    }

    /** Share of the span lived through by normal intervals, 0 to 1. */
    public double coverage() {
        long span = Math.max(LEAST_SPAN_NANOS, to - from);
        return Math.min(1.0, (double) coveredNanos() / span);
    }

    /** Time lived through by normal intervals, ns. */
    long coveredNanos() {
        boolean cut = first < end && ring.isNormal(first);
        return cut ? covered - Math.max(0, from - ring.began(first)) : covered;
    }

    /** Share of the beats that were judged artefacts, 0 to 1; 0 where there are no beats. */
    public double artefactShare() {
        return end == first ? 0 : (double) (beats() - nn.count()) / beats();
    }

    /** Mean NN, ms. */
    public double meanNn() {
        return nn.mean() / NANOS_PER_MILLI;
    }

    /** Median NN, ms. */
    public double medianNn() {
        return median.median() / NANOS_PER_MILLI;
    }

    /** Mean of the beat-by-beat rate, bpm. */
    public double meanHeartRate() {
        return rates.mean(nn.count());
    }

    /** Rate of the mean interval, bpm. */
    public double heartRateOfMeanNn() {
        return 60_000 / meanNn();
    }

    /** Standard deviation of NN (n - 1), ms. */
    public double sdnn() {
        return nn.deviation() / NANOS_PER_MILLI;
    }

    /** Root mean square of successive differences, ms. */
    public double rmssd() {
        return differences.rootMeanSquare() / NANOS_PER_MILLI;
    }

    /** Natural logarithm of RMSSD in ms; where it is above zero. */
    public double lnRmssd() {
        double rmssd = rmssd();
        return rmssd > 0 ? StrictMath.log(rmssd) : Double.NaN;
    }

    /** Standard deviation of successive differences (n - 1), ms. */
    public double sdsd() {
        return differences.deviation() / NANOS_PER_MILLI;
    }

    /** Number of successive differences above 50 ms in size. */
    public int nn50() {
        return above50;
    }

    /** Share of successive differences above 50 ms in size, percent. */
    public double pnn50() {
        return 100.0 * above50 / differences.count();
    }

    /** Share of successive differences above 20 ms in size, percent. */
    public double pnn20() {
        return 100.0 * above20 / differences.count();
    }

    /** Width of the Poincaré plot, ms. */
    public double sd1() {
        return sdsd() / Math.sqrt(2);
    }

    /** Length of the Poincaré plot, ms. */
    public double sd2() {
        double sdnn = sdnn();
        double sdsd = sdsd();
        return Math.sqrt(2 * sdnn * sdnn - sdsd * sdsd / 2);
    }
}
