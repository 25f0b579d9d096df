package org.attune.hrv;

import java.util.function.Consumer;
import org.attune.Limits;
import org.attune.beat.Beat;
import org.attune.beat.Rhythm;
import org.attune.beat.RhythmHistory;

/**
 * Cuts a recording into windows of one length at an even step, while it is still being made: a
 * window is handed on as soon as a beat beyond its end, or the end of the recording, shows that it
 * is complete. Only the beats that a window to come may need are kept.
 *
 * <p>The rhythm of a window is told as far as it is known when the window is complete: what begins
 * too near its end to be recognised by then counts in the next.
 *
 * <p>The first window begins with the first interval. Windows that the recording does not fill are
 * not handed on. Confined to one thread.
 */
public final class SteppedSpans {
    /** What a last window may lack: rounding of the times as written. */
    private static final long TOLERANCE_NANOS = 1_000;

    private static final double LEAST_SECONDS = 0.001;
    private static final double MOST_SECONDS = 366 * 86_400.0;

    private final long lengthNanos;
    private final long stepNanos;
    private final Consumer<HrvSpan> taker;
    private final BeatRing ring = new BeatRing(256);
    private final RunningWindow window;
    private final RhythmHistory rhythm = new RhythmHistory();
    private boolean begun;
    private long nextFrom;

    /**
     * @param windowSeconds length of each, 0.001 s to a year
     * @param stepSeconds from the beginning of one to that of the next, 0.001 s to a year
     * @param taker is given each window when it is complete, in order
     * @throws IllegalArgumentException when a length is beyond its limits
     */
    public SteppedSpans(double windowSeconds, double stepSeconds, Consumer<HrvSpan> taker) {
        Limits.within("windowSeconds", windowSeconds, LEAST_SECONDS, MOST_SECONDS);
        Limits.within("stepSeconds", stepSeconds, LEAST_SECONDS, MOST_SECONDS);
        this.lengthNanos = Math.round(windowSeconds * 1e9);
        this.stepNanos = Math.round(stepSeconds * 1e9);
        this.taker = taker;
        this.window = new RunningWindow(ring, lengthNanos);
    }

    /**
     * Takes a judged beat, in order; nothing is known of the rhythm.
     *
     * @throws IllegalArgumentException when it falls before the last
     */
    public void add(Beat beat) {
        add(beat, Rhythm.UNDETERMINED);
    }

    /**
     * Takes a judged beat, in order, and the rhythm as judged with it.
     *
     * @throws IllegalArgumentException when it falls before the last
     */
    public void add(Beat beat, Rhythm judged) {
        long at = beat.at().nanos();
        ring.add(beat);
        rhythm.hear(beat, judged);
        if (!begun) {
            begun = true;
            nextFrom = at - beat.interval().nanos();
        }
        handOnUntil(at - 1);
        window.moveTo(Math.min(at, nextFrom), at);
        ring.forgetBelow(window.firstNumber());
        rhythm.forgetUntil(Math.min(at, nextFrom));
    }

    /** The recording has ended; hands on what its last beat completes. */
    public void finish() {
        if (begun) {
            handOnUntil(ring.newestAt() + TOLERANCE_NANOS);
        }
    }

    private void handOnUntil(long limit) {
        while (nextFrom + lengthNanos <= limit) {
            window.moveTo(nextFrom, nextFrom + lengthNanos);
            taker.accept(span());
            nextFrom += stepNanos;
        }
    }

    private HrvSpan span() {
        NnSeries.Builder nn = new NnSeries.Builder(window.intervals());
        long heard = 0;
        for (long beat = window.firstNumber(); beat < window.endNumber(); beat++) {
            heard += ring.at(beat) - Math.max(window.fromNanos(), ring.began(beat));
            if (ring.isNormal(beat)) {
                nn.append(ring.at(beat) / 1e9, ring.interval(beat) / 1e6, ring.isPair(beat));
            }
        }
        return new HrvSpan(
                window.fromNanos() / 1e9,
                window.toNanos() / 1e9,
                nn.build(),
                Math.min(1.0, (double) window.coveredNanos() / lengthNanos),
                window.artefactShare(),
                window.beats(),
                rhythm.during(window.fromNanos(), window.toNanos(), heard));
    }
}
