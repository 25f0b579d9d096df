package org.attune.beat;

import java.util.ArrayList;
import java.util.List;
import org.attune.sensor.RrInterval;
import org.attune.sensor.SensorEvent.RrReceived;
import org.attune.time.SessionTime;

/**
 * Lays intervals end to end on session time.
 *
 * <p>Sensors send intervals without a time, in bursts and late by up to a notification period. The
 * intervals themselves are the better clock: each beat falls one interval after the one before.
 * Arrival only bounds it. A beat cannot have fallen after it was reported, so a line that reaches
 * beyond its arrival is drawn back; a line that stays behind its arrivals for longer than a slow
 * beat and a late notification can explain has lost beats. That is a gap: the line starts anew and
 * no difference is ever taken across it.
 *
 * <p>Cost: constant for each interval. Confined to the pipeline thread.
 */
public final class BeatTimeline {
    /** Arrivals over which a lag must persist before it is taken as lost beats. */
    private static final int LAG_MEMORY = 8;

    private final TimelineRules rules;
    private final long[] lags = new long[LAG_MEMORY];
    private int lagCount;
    private boolean running;
    private long lastNanos;
    private long ordinal;

    public BeatTimeline(TimelineRules rules) {
        this.rules = rules;
    }

    /** Places what arrived, oldest first. */
    public List<PlacedInterval> place(RrReceived event) {
        List<RrInterval> intervals = event.intervals();
        if (intervals.isEmpty()) {
            return List.of();
        }
        long arrival = event.at().nanos();
        long total = 0;
        for (RrInterval interval : intervals) {
            total += interval.nanos();
        }
        long end = running ? lastNanos + total : arrival;
        long lag = arrival - end;
        if (running
                && (lag > nanos(rules.gapAfterSeconds()) || -lag > nanos(rules.leadSeconds()))) {
            breakHere();
            end = arrival;
        } else if (lag < 0) {
            end = arrival;
            lagCount = 0;
        } else if (persistentLag(lag) > largest(intervals) / 2) {
            breakHere();
            end = arrival;
        }
        return layOut(intervals, end, total);
    }

    /** What comes next does not continue what came before. */
    public void breakHere() {
        if (running) {
            ordinal++;
        }
        running = false;
        lagCount = 0;
    }

    private List<PlacedInterval> layOut(List<RrInterval> intervals, long end, long total) {
        List<PlacedInterval> placed = new ArrayList<>(intervals.size());
        long at = end - total;
        for (RrInterval interval : intervals) {
            at += interval.nanos();
            // Drawing the line back must not let a beat fall before the one it follows.
            lastNanos = Math.max(at, ordinal == 0 ? 0 : lastNanos + 1);
            ordinal++;
            placed.add(new PlacedInterval(ordinal, new SessionTime(lastNanos), interval));
        }
        running = true;
        return placed;
    }

    /** The least lag of the last arrivals: what no late notification explains; 0 until known. */
    private long persistentLag(long lag) {
        lags[lagCount % LAG_MEMORY] = lag;
        lagCount++;
        if (lagCount < LAG_MEMORY) {
            return 0;
        }
        long least = Long.MAX_VALUE;
        for (long each : lags) {
            least = Math.min(least, each);
        }
        return least;
    }

    private static long largest(List<RrInterval> intervals) {
        long largest = 0;
        for (RrInterval interval : intervals) {
            largest = Math.max(largest, interval.nanos());
        }
        return largest;
    }

    private static long nanos(double seconds) {
        return Math.round(seconds * 1e9);
    }
}
