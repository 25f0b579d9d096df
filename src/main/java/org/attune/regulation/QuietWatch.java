package org.attune.regulation;

import java.util.OptionalDouble;
import org.attune.session.Phase;
import org.attune.time.SessionTime;

/**
 * Whether a heart hardly varies: for long in a phase marked as work, or for a shorter time soon
 * after it stood high. What "hardly" means is the person's own: a share of how much their rate
 * varied while the baseline was learned, and never more than a fixed limit.
 *
 * <p>Flatness tells nothing of its cause; dissociation cannot be read from a heart (EJPT 2022, 13,
 * 2132599). All that follows from it is: look.
 *
 * <p>Confined to the pipeline thread.
 */
final class QuietWatch {
    /** Soon after a peak is within this time. */
    private static final double SOON_SECONDS = 600;

    private final StateRules rules;
    private final RateTrend longTrend;
    private final RateTrend shortTrend;
    private Phase phase = Phase.ARRIVE;
    private SessionTime phaseSince = SessionTime.ZERO;
    private double peakAgoSeconds = Double.POSITIVE_INFINITY;
    private boolean flat;
    private double flatSeconds;
    private boolean afterPeak;

    QuietWatch(StateRules rules) {
        this.rules = rules;
        this.longTrend = new RateTrend((int) Math.ceil(rules.quietDwellSeconds()));
        this.shortTrend = new RateTrend((int) Math.ceil(rules.afterPeakSeconds()));
    }

    /** One usable second of the rate. */
    void add(double bpm) {
        longTrend.add(bpm);
        shortTrend.add(bpm);
    }

    /** A second was not usable: nothing may be read across it. */
    void forget() {
        longTrend.forget();
        shortTrend.forget();
        flat = false;
        afterPeak = false;
    }

    /** Mean of the last ten seconds minus mean of the ten before, bpm in 10 s. */
    OptionalDouble slopeBpm() {
        return shortTrend.slopeBpm();
    }

    /**
     * One second that is judged.
     *
     * @param steps distance from the middle of the range
     * @param high whether the state is High
     */
    void step(SessionTime now, double steps, Baseline band, Phase newPhase, boolean high) {
        if (newPhase != phase) {
            phase = newPhase;
            phaseSince = now;
        }
        peakAgoSeconds = high ? 0 : peakAgoSeconds + 1;
        double limit =
                Math.min(
                        rules.flatSdBpm(),
                        rules.flatShare() * band.spreadBpm().orElse(Double.POSITIVE_INFINITY));
        // What was flat before the work began says nothing of the work.
        boolean workedLongEnough =
                phase == Phase.WORK
                        && (now.nanos() - phaseSince.nanos()) / 1e9 >= rules.quietDwellSeconds();
        flat = workedLongEnough && steps < rules.risingAbove() && below(longTrend, limit);
        flatSeconds = flat ? flatSeconds + 1 : 0;
        afterPeak =
                phase != Phase.SETTLE
                        && peakAgoSeconds <= SOON_SECONDS
                        && steps < rules.risingBelow()
                        && below(shortTrend, limit);
    }

    private static boolean below(RateTrend trend, double limit) {
        OptionalDouble spread = trend.spreadBpm();
        return spread.isPresent() && spread.getAsDouble() < limit;
    }

    /** Whether it hardly varied for the whole dwell of Quiet, all of it at work. */
    boolean isFlat() {
        return flat;
    }

    /** For how long it has hardly varied, seconds; meaningful while it {@link #isFlat}. */
    double flatSeconds() {
        return rules.quietDwellSeconds() + flatSeconds;
    }

    /** Whether it went flat soon after a peak. */
    boolean isFlatAfterPeak() {
        return afterPeak;
    }

    /** How long ago the person stood high, seconds. */
    double peakAgoSeconds() {
        return peakAgoSeconds;
    }
}
