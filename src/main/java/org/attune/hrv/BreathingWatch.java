package org.attune.hrv;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.Optional;
import java.util.OptionalDouble;
import org.attune.beat.Beat;
import org.attune.hrv.Metric.Family;
import org.attune.time.SessionTime;

/**
 * Breathing, read from the heart every ten seconds over the last minute, as context and never as a
 * measure of arousal: speech spoils it, and the heart shows it only where breathing moves it.
 *
 * <p>Cost: a spectrum of a minute every ten seconds. Confined to the pipeline thread.
 */
public final class BreathingWatch {
    private static final long EVERY_NANOS = 10_000_000_000L;

    private final double spanSeconds = AnalysisRules.DEFAULT.leastSeconds(Metric.BREATHING_RATE);
    private final HrvAnalyser analyser =
            new HrvAnalyser(AnalysisRules.DEFAULT, Metric.of(Family.BREATHING));
    private final Deque<Beat> recent = new ArrayDeque<>();
    private long dueNanos;
    private Optional<Breath> newest = Optional.empty();

    /** Takes a judged beat, in order. */
    public void add(Beat beat) {
        recent.addLast(beat);
        forgetUntil(beat.at().toSeconds() - 2 * spanSeconds); // Even if nobody ever looks.
    }

    /**
     * What the last look showed.
     *
     * @param window the window of variability, which says how good the beats are
     */
    public Optional<Breath> at(SessionTime now, HrvWindow window) {
        if (now.nanos() >= dueNanos) {
            dueNanos = now.nanos() + EVERY_NANOS;
            newest = look(window);
        }
        return newest;
    }

    private void forgetUntil(double seconds) {
        while (!recent.isEmpty() && recent.getFirst().at().toSeconds() <= seconds) {
            recent.removeFirst();
        }
    }

    private Optional<Breath> look(HrvWindow window) {
        forgetUntil(window.to().toSeconds() - spanSeconds);
        NnSeries nn = NnSeries.of(new ArrayList<>(recent));
        HrvReport report =
                analyser.analyse(nn, spanSeconds, window.coverage(), window.artefactShare());
        OptionalDouble rate = report.value(Metric.BREATHING_RATE);
        OptionalDouble confidence = report.value(Metric.BREATHING_CONFIDENCE);
        return rate.isPresent() && confidence.isPresent()
                ? Optional.of(new Breath(rate.getAsDouble(), confidence.getAsDouble()))
                : Optional.empty();
    }
}
