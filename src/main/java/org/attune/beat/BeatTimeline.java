package org.attune.beat;

import java.util.ArrayList;
import java.util.Arrays;
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
 * beyond its arrival is drawn back. The lag behind the arrivals swings by up to one interval, since
 * beats and notifications go at different paces; a line that stays behind by more has lost beats.
 * That is a gap: the line starts anew and no difference is ever taken across it. A lag that grows
 * by parts in a thousand is the sensor's clock going slow, and is followed.
 *
 * <p>A notification that fails to come on time may be late or lost. Which of them shows later; no
 * difference is taken across the doubt, and the line is moved only once the loss is certain.
 *
 * <p>Cost: constant for each interval. Confined to the pipeline thread.
 */
public final class BeatTimeline {
    /** Arrivals over which a lag must persist before it is taken as lost beats. */
    private static final int LAG_MEMORY = 8;

    /**
     * Arrivals over which a lag must persist before it is taken as a slow clock. Some of so many
     * follow their beat at once, whatever the jitter and however beats and notifications beat
     * against each other; the least of fewer would be mostly lateness, and drag the line after it.
     */
    private static final int DRIFT_MEMORY = 128;

    /** Arrivals from which the usual pace of notifications is known. */
    private static final int PACE_MEMORY = 15;

    /** A notification later than this many times the latest usual one is missing. */
    private static final double MISSING_FACTOR = 1.35;

    /** Lateness that no lost beat is needed to explain, beyond one interval. */
    private static final long JITTER_NANOS = 300_000_000L;

    /** Clock drift that is followed: far more than any crystal shows, far less than a lost beat. */
    private static final double MOST_DRIFT = 0.0005;

    private final TimelineRules rules;
    private final long[] lags = new long[LAG_MEMORY];
    private final long[] paces = new long[PACE_MEMORY];
    private final long[] longLags = new long[DRIFT_MEMORY];
    private int lagCount;
    private int longLagCount;
    private int paceCount;
    private boolean running;
    private boolean lossSuspected;
    private boolean notificationMissing;
    private long lastArrival = -1;
    private long lastNanos;
    private long ordinal;
    private List<RrInterval> lastIntervals = List.of();

    public BeatTimeline(TimelineRules rules) {
        this.rules = rules;
    }

    /** Places what arrived, oldest first; nothing for what was delivered twice. */
    public List<PlacedInterval> place(RrReceived event) {
        long arrival = event.at().nanos();
        notePace(arrival);
        List<RrInterval> intervals = event.intervals();
        if (intervals.isEmpty()) {
            return List.of();
        }
        long total = sum(intervals);
        long end = running ? lastNanos + total : arrival;
        if (running) {
            long lag = arrival - end;
            if (intervals.equals(lastIntervals) && -lag > total / 2) {
                return List.of(); // More heartbeat than time has passed, word for word: an echo.
            }
            end = settle(end, lag, arrival, intervals);
        }
        notificationMissing = false;
        lastIntervals = intervals;
        return layOut(intervals, end, total);
    }

    /** What comes next does not continue what came before. */
    public void breakHere() {
        if (running) {
            ordinal++;
        }
        running = false;
        lossSuspected = false;
        lagCount = 0;
        longLagCount = 0;
        paceCount = 0;
        lastArrival = -1;
        lastIntervals = List.of();
    }

    /** Where the line ends after {@code intervals}, whose naive end lies {@code lag} back. */
    private long settle(long end, long lag, long arrival, List<RrInterval> intervals) {
        if (lag > nanos(rules.gapAfterSeconds()) || -lag > nanos(rules.leadSeconds())) {
            breakHere();
            lastArrival = arrival;
            return arrival;
        }
        noteLongLag(lag);
        if (lag < 0) {
            lagCount = 0;
            lossSuspected = false;
            shiftLongLags(lag);
            return arrival;
        }
        long interval = largest(intervals);
        if (notificationMissing && lag > interval / 2) {
            ordinal++; // Late or lost: no neighbours either way.
            lossSuspected = true;
            lagCount = 0;
        }
        long persistent = persistentLag(lag);
        if (persistent > (lossSuspected ? interval / 2 : interval + JITTER_NANOS)) {
            if (!lossSuspected) {
                ordinal++;
            }
            lossSuspected = false;
            return moved(end, persistent);
        }
        if (lossSuspected && lagCount >= LAG_MEMORY) {
            lossSuspected = false;
        }
        long drift = Math.min(persistent, Math.max(0, leastLongLag()));
        return moved(end, Math.min(drift, Math.round(MOST_DRIFT * sum(intervals))));
    }

    private long moved(long end, long by) {
        for (int i = 0; i < LAG_MEMORY; i++) {
            lags[i] -= by;
        }
        shiftLongLags(by);
        return end + by;
    }

    private void noteLongLag(long lag) {
        longLags[longLagCount % DRIFT_MEMORY] = lag;
        longLagCount++;
    }

    private void shiftLongLags(long by) {
        Arrays.setAll(longLags, i -> longLags[i] - by);
    }

    /** The least lag of many arrivals; 0 until so many are known. */
    private long leastLongLag() {
        return longLagCount < DRIFT_MEMORY ? 0 : Arrays.stream(longLags).min().orElse(0);
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

    private void notePace(long arrival) {
        if (lastArrival >= 0) {
            long pace = arrival - lastArrival;
            notificationMissing |=
                    paceCount >= PACE_MEMORY && pace > MISSING_FACTOR * latestUsualPace();
            paces[paceCount % PACE_MEMORY] = pace;
            paceCount++;
        }
        lastArrival = arrival;
    }

    /** The second longest of the last paces: one late notification does not become the usual. */
    private long latestUsualPace() {
        long[] sorted = paces.clone();
        Arrays.sort(sorted);
        return sorted[PACE_MEMORY - 2];
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
        return Math.max(0, least);
    }

    private static long sum(List<RrInterval> intervals) {
        long sum = 0;
        for (RrInterval interval : intervals) {
            sum += interval.nanos();
        }
        return sum;
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
