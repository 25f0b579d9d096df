package org.attune.hrv;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;
import java.util.OptionalDouble;
import org.attune.beat.Beat;
import org.attune.time.SessionTime;

/**
 * The beats of the last while, read through the windows of the plan at each step of the grid.
 *
 * <p>A judgement is final two beats late, so windows end at the newest judged beat, as long as that
 * is no older than {@link #MOST_LATENCY_NANOS}; after that, the silence itself enters the window
 * and coverage falls. A session younger than a window is measured by the time there was.
 *
 * <p>Sensors that send no intervals report a rate; it stands in for the heart rate, each report
 * covers the time since the one before it up to two seconds, and no variability is shown for them.
 *
 * <p>Confined to the pipeline thread.
 */
public final class SlidingWindow {
    private static final long MOST_LATENCY_NANOS = 5_000_000_000L;
    private static final long SECOND = 1_000_000_000L;

    /** A reported rate stands for the time since the one before it, up to this. */
    private static final long MOST_REPORTED_NANOS = 2 * SECOND;

    private final WindowPlan plan;
    private final long keepNanos;
    private final BeatRing ring = new BeatRing(256);
    private final RunningWindow rateWindow;
    private final RunningWindow qualityWindow;
    private final RunningWindow variabilityWindow;
    private final Deque<ReportedRate> rates = new ArrayDeque<>();
    private Optional<SessionTime> begin = Optional.empty();
    private boolean byIntervals;

    private record ReportedRate(SessionTime at, double bpm) {}

    public SlidingWindow(WindowPlan plan) {
        this.plan = plan;
        double longest =
                Math.max(
                        plan.rateSeconds(),
                        Math.max(plan.qualitySeconds(), plan.variabilitySeconds()));
        this.keepNanos = nanos(longest) + 2 * MOST_LATENCY_NANOS;
        this.rateWindow = new RunningWindow(ring, nanos(plan.rateSeconds()));
        this.qualityWindow = new RunningWindow(ring, nanos(plan.qualitySeconds()));
        this.variabilityWindow = new RunningWindow(ring, nanos(plan.variabilitySeconds()));
    }

    /**
     * Takes a judged beat, in order.
     *
     * @throws IllegalArgumentException when it falls before the last
     */
    public void add(Beat beat) {
        ring.add(beat);
        if (begin.isEmpty()) {
            begin = Optional.of(beat.at().plusNanos(-beat.interval().nanos()));
        }
        byIntervals = true;
    }

    /** Takes a rate the sensor reported by itself. */
    public void addReportedRate(SessionTime at, double bpm) {
        if (begin.isEmpty()) {
            begin = Optional.of(at);
        }
        rates.addLast(new ReportedRate(at, bpm));
    }

    /** What the windows hold at {@code now}. */
    public HrvReading read(SessionTime now) {
        SessionTime end = byIntervals ? end(now) : now;
        HrvWindow rate = window(end, rateWindow);
        HrvWindow quality = window(end, qualityWindow);
        HrvWindow variability = window(end, variabilityWindow);
        forgetUntil(now.nanos() - keepNanos);
        return new HrvReading(now, rate, quality, variability, heartRate(rate));
    }

    private OptionalDouble heartRate(HrvWindow rate) {
        if (rate.coverage() < plan.leastCoverage()) {
            return OptionalDouble.empty();
        }
        return byIntervals ? rate.features().heartRateBpm() : meanReported(rate);
    }

    private SessionTime end(SessionTime now) {
        SessionTime oldest = now.plusNanos(-MOST_LATENCY_NANOS);
        if (ring.isEmpty()) {
            return oldest;
        }
        SessionTime newest = new SessionTime(ring.newestAt());
        return newest.isBefore(oldest) ? oldest : newest.isAfter(now) ? now : newest;
    }

    private HrvWindow window(SessionTime to, RunningWindow window) {
        SessionTime start = to.plusNanos(-window.lengthNanos());
        SessionTime from = begin.isPresent() ? SessionTime.later(start, begin.get()) : start;
        if (!byIntervals) {
            long span = Math.max(SECOND, to.nanos() - from.nanos());
            return new HrvWindow(
                    from, to, HrvFeatures.NONE, reportedCoverage(from, to, span), 0, 0);
        }
        window.moveTo(from.nanos(), to.nanos());
        double coverage = window.coverage();
        boolean grown = to.nanos() - from.nanos() >= window.lengthNanos() / 2;
        HrvFeatures features =
                coverage < plan.leastCoverage() ? HrvFeatures.NONE : features(window, grown);
        return new HrvWindow(from, to, features, coverage, window.artefactShare(), window.beats());
    }

    private HrvFeatures features(RunningWindow window, boolean grown) {
        boolean enough = grown && window.pairs() >= plan.leastPairs();
        return new HrvFeatures(
                present(window.meanNn()),
                present(window.medianNn()),
                enough ? present(window.sdnn()) : OptionalDouble.empty(),
                enough ? present(window.rmssd()) : OptionalDouble.empty(),
                enough ? present(window.pnn50()) : OptionalDouble.empty());
    }

    private static OptionalDouble present(double value) {
        return Double.isNaN(value) ? OptionalDouble.empty() : OptionalDouble.of(value);
    }

    private double reportedCoverage(SessionTime from, SessionTime to, long span) {
        long covered = 0;
        long last = from.nanos();
        for (ReportedRate rate : rates) {
            long at = rate.at().nanos();
            if (at > last && at <= to.nanos()) {
                covered += Math.min(at - last, MOST_REPORTED_NANOS);
                last = at;
            }
        }
        return Math.min(1.0, (double) covered / span);
    }

    private OptionalDouble meanReported(HrvWindow window) {
        double sum = 0;
        int count = 0;
        for (ReportedRate rate : rates) {
            if (rate.at().isAfter(window.from()) && !rate.at().isAfter(window.to())) {
                sum += rate.bpm();
                count++;
            }
        }
        return count == 0 ? OptionalDouble.empty() : OptionalDouble.of(sum / count);
    }

    private void forgetUntil(long limit) {
        ring.forgetUntil(limit - 1);
        while (!rates.isEmpty() && rates.getFirst().at().nanos() < limit) {
            rates.removeFirst();
        }
    }

    private static long nanos(double seconds) {
        return Math.round(seconds * 1e9);
    }
}
