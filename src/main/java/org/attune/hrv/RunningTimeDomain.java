package org.attune.hrv;

import java.util.List;
import org.attune.beat.Beat;

/**
 * The time-domain measures of the last while, through several windows at once, kept up to date with
 * every beat. All windows look at one store of beats and end at the newest; one that is longer than
 * the time there was begins where the first interval did.
 *
 * <p>A beat costs about a microsecond for all windows together, and no memory: streaming updates
 * give what recomputation gives, to the last digits, after any number of beats.
 *
 * <p>Confined to one thread.
 */
public final class RunningTimeDomain {
    /** Windows commonly compared, s. */
    public static final List<Double> STANDARD_SECONDS = List.of(10.0, 30.0, 60.0, 120.0, 300.0);

    /** Five minutes of a heart at two hundred. */
    private static final int USUAL_BEATS = 1024;

    private static final double MOST_SECONDS = 366 * 86_400.0;

    private final BeatRing ring = new BeatRing(USUAL_BEATS);
    private final RunningWindow[] windows;
    private boolean begun;
    private long begin;

    /** Through windows of {@link #STANDARD_SECONDS}. */
    public RunningTimeDomain() {
        this(STANDARD_SECONDS);
    }

    /**
     * Through windows of these lengths, s.
     *
     * @throws IllegalArgumentException when one is not above zero
     */
    public RunningTimeDomain(List<Double> windowSeconds) {
        windows = new RunningWindow[windowSeconds.size()];
        for (int i = 0; i < windows.length; i++) {
            double seconds = windowSeconds.get(i);
            if (!(seconds > 0) || seconds > MOST_SECONDS) {
                throw new IllegalArgumentException("must be > 0 s: windowSeconds=" + seconds);
            }
            windows[i] = new RunningWindow(ring, Math.round(seconds * 1e9));
        }
    }

    /**
     * Takes a judged beat, in order; all windows then end at it.
     *
     * @throws IllegalArgumentException when it falls before the last
     */
    public void add(Beat beat) {
        add(beat.ordinal(), beat.at().nanos(), beat.interval().nanos(), beat.verdict().isNormal());
    }

    void add(long ordinal, long at, long interval, boolean normal) {
        ring.add(ordinal, at, interval, normal);
        if (!begun) {
            begun = true;
            begin = at - interval;
        }
        long oldest = Long.MAX_VALUE;
        for (RunningWindow window : windows) {
            window.moveTo(Math.max(at - window.lengthNanos(), begin), at);
            oldest = Math.min(oldest, window.firstNumber());
        }
        ring.forgetBelow(oldest);
    }

    /** How many windows there are. */
    public int size() {
        return windows.length;
    }

    /** The window given in this place; it goes on moving with the beats. */
    public RunningWindow window(int index) {
        return windows[index];
    }
}
