package org.attune.evaluate;

import java.util.BitSet;
import java.util.List;
import java.util.Random;

/**
 * How many tasks the very same alarms find when they come at other times: the alarms of a recording
 * are shifted round by a random time, again and again. What a detector finds is to be read above
 * this. Seeded: the same recording gives the same figures. Immutable.
 */
public final class Chance {
    /** How often they are shifted. */
    static final int SHIFTS = 1000;

    private static final long SEED = 20_260_101;

    private final int[] found;
    private final int[] newly;

    private Chance(int[] found, int[] newly) {
        this.found = found;
        this.newly = newly;
    }

    static Chance of(Truth truth, Track track, String seedText) {
        int[] found = new int[SHIFTS];
        int[] newly = new int[SHIFTS];
        int from = truth.judgedFrom();
        int length = truth.seconds() - from;
        if (length > 0 && !truth.tasks().isEmpty()) {
            BitSet alarm = track.alarm().get(from, truth.seconds());
            int[] upTo = running(alarm, length);
            Random random = new Random(SEED ^ seedText.hashCode());
            for (int shift = 0; shift < SHIFTS; shift++) {
                int offset = random.nextInt(length);
                for (Task task : truth.tasks()) {
                    int start = Math.floorMod(task.from() - from - offset, length);
                    int stop = start + Math.min(task.to() - task.from(), length);
                    if (upTo[stop] > upTo[start]) {
                        found[shift]++;
                        newly[shift] += alarm.get(Math.floorMod(start - 1, length)) ? 0 : 1;
                    }
                }
            }
        }
        return new Chance(found, newly);
    }

    /** Seconds of alarm before each second, twice round. */
    private static int[] running(BitSet alarm, int length) {
        int[] upTo = new int[2 * length + 1];
        for (int s = 0; s < 2 * length; s++) {
            upTo[s + 1] = upTo[s] + (alarm.get(s % length) ? 1 : 0);
        }
        return upTo;
    }

    static Chance sum(List<Chance> parts) {
        int[] found = new int[SHIFTS];
        int[] newly = new int[SHIFTS];
        for (Chance part : parts) {
            for (int i = 0; i < SHIFTS; i++) {
                found[i] += part.found[i];
                newly[i] += part.newly[i];
            }
        }
        return new Chance(found, newly);
    }

    /** Tasks found, on average over the shifts. */
    public double foundMean() {
        return Stats.mean(doubles(found));
    }

    /** Tasks found in all but one of twenty shifts at most. */
    public double found95() {
        return Stats.quantile(doubles(found), 0.95);
    }

    /** Tasks newly switched on, on average over the shifts. */
    public double newlyMean() {
        return Stats.mean(doubles(newly));
    }

    /** Tasks newly switched on in all but one of twenty shifts at most. */
    public double newly95() {
        return Stats.quantile(doubles(newly), 0.95);
    }

    private static double[] doubles(int[] values) {
        return java.util.Arrays.stream(values).asDoubleStream().toArray();
    }
}
