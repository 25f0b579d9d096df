package org.attune.sensor.replay;

import java.util.ArrayList;
import java.util.List;
import org.attune.sensor.RrInterval;
import org.attune.time.SessionTime;

/**
 * What a failing strap says in place of what it felt: its last packet over and over, or noise. The
 * beats it felt meanwhile are lost. Confined to one thread.
 */
final class StrapFaults {
    private static final double NOISE_SHORTEST_MS = 300;
    private static final double NOISE_LONGEST_MS = 2000;
    private static final long APART_NANOS = 1_000_000;

    private final Course course;
    private final Dice dice;
    private List<RrInterval> last = List.of();

    StrapFaults(Course course, Dice dice) {
        this.course = course;
        this.dice = dice;
    }

    /** The intervals of the packet that was made up at that instant. */
    List<TimedInterval> said(List<TimedInterval> felt, SessionTime at) {
        if (course.strength(Course.Kind.GHOSTS, at.toSeconds()) > 0) {
            return timed(last, at);
        }
        if (course.strength(Course.Kind.NOISE, at.toSeconds()) > 0) {
            return timed(noise(), at);
        }
        if (!felt.isEmpty()) {
            last = felt.stream().map(TimedInterval::interval).toList();
        }
        return felt;
    }

    private List<RrInterval> noise() {
        List<RrInterval> intervals = new ArrayList<>();
        for (int left = dice.hits(0.3) ? 2 : 1; left > 0; left--) {
            double millis = dice.between(NOISE_SHORTEST_MS, NOISE_LONGEST_MS);
            intervals.add(RrInterval.ofTicks1024((int) Math.round(millis * 1.024)));
        }
        return intervals;
    }

    /** No beat is behind them, so they bear the time of their packet, in order. */
    private static List<TimedInterval> timed(List<RrInterval> intervals, SessionTime at) {
        List<TimedInterval> timed = new ArrayList<>();
        long nanos = at.nanos() - intervals.size() * APART_NANOS;
        for (RrInterval interval : intervals) {
            nanos += APART_NANOS;
            timed.add(new TimedInterval(new SessionTime(nanos), interval));
        }
        return timed;
    }
}
