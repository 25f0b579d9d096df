package org.attune.hrv;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
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
    private final Deque<Beat> beats = new ArrayDeque<>();
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
    }

    /** Takes a judged beat, in order. */
    public void add(Beat beat) {
        if (begin.isEmpty()) {
            begin = Optional.of(beat.at().plusNanos(-beat.interval().nanos()));
        }
        byIntervals = true;
        beats.addLast(beat);
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
        forgetBefore(now.plusNanos(-keepNanos));
        SessionTime end = byIntervals ? end(now) : now;
        HrvWindow rate = window(end, plan.rateSeconds());
        HrvWindow quality = window(end, plan.qualitySeconds());
        HrvWindow variability = window(end, plan.variabilitySeconds());
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
        if (beats.isEmpty()) {
            return oldest;
        }
        SessionTime newest = beats.getLast().at();
        return newest.isBefore(oldest) ? oldest : newest.isAfter(now) ? now : newest;
    }

    private HrvWindow window(SessionTime to, double seconds) {
        SessionTime start = to.plusNanos(-nanos(seconds));
        SessionTime from = begin.isPresent() ? SessionTime.later(start, begin.get()) : start;
        long span = Math.max(SECOND, to.nanos() - from.nanos());
        if (!byIntervals) {
            return new HrvWindow(
                    from, to, HrvFeatures.NONE, reportedCoverage(from, to, span), 0, 0);
        }
        List<Beat> inside = new ArrayList<>();
        long covered = 0;
        long last = from.nanos(); // No time is lived through twice, whatever a sensor claims.
        int artefacts = 0;
        for (Beat beat : beats) {
            if (!beat.at().isAfter(from) || beat.at().isAfter(to)) {
                continue;
            }
            inside.add(beat);
            if (beat.verdict().isNormal()) {
                long began = Math.max(last, beat.at().nanos() - beat.interval().nanos());
                covered += Math.max(0, beat.at().nanos() - began);
            } else {
                artefacts++;
            }
            last = Math.max(last, beat.at().nanos());
        }
        double coverage = Math.min(1.0, (double) covered / span);
        double share = inside.isEmpty() ? 0 : (double) artefacts / inside.size();
        boolean grown = to.nanos() - from.nanos() >= nanos(seconds) / 2;
        HrvFeatures features =
                coverage < plan.leastCoverage() ? HrvFeatures.NONE : features(inside, grown);
        return new HrvWindow(from, to, features, coverage, share, inside.size());
    }

    private HrvFeatures features(List<Beat> inside, boolean grown) {
        NnSeries nn = NnSeries.of(inside);
        boolean enough = grown && nn.pairs() >= plan.leastPairs();
        return new HrvFeatures(
                TimeDomain.meanNn(nn),
                TimeDomain.medianNn(nn),
                enough ? TimeDomain.sdnn(nn) : OptionalDouble.empty(),
                enough ? TimeDomain.rmssd(nn) : OptionalDouble.empty(),
                enough ? TimeDomain.percentAbove(nn, 50) : OptionalDouble.empty());
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

    private void forgetBefore(SessionTime limit) {
        while (!beats.isEmpty() && beats.getFirst().at().isBefore(limit)) {
            beats.removeFirst();
        }
        while (!rates.isEmpty() && rates.getFirst().at().isBefore(limit)) {
            rates.removeFirst();
        }
    }

    private static long nanos(double seconds) {
        return Math.round(seconds * 1e9);
    }
}
