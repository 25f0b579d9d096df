package org.attune.evaluate;

import java.util.BitSet;

/**
 * When a score is an alarm: on after {@code onSeconds} in a row at or above the threshold, off
 * after {@code offSeconds} in a row below {@code hysteresis} of it, or without a score.
 *
 * @param threshold in the unit of the score
 * @param onSeconds seconds in a row
 * @param offSeconds seconds in a row
 * @param hysteresis share of the threshold below which it is over, 0 to 1
 */
public record AlarmRule(double threshold, int onSeconds, int offSeconds, double hysteresis) {
    private static final int REFRACTORY_SECONDS = 120;

    /** Whether the alarm is on, for each second of a score; not a number is no score. */
    BitSet alarm(double[] score) {
        BitSet alarm = new BitSet();
        boolean on = false;
        int above = 0;
        int below = 0;
        for (int s = 0; s < score.length; s++) {
            boolean high = score[s] >= threshold;
            boolean low = !(score[s] >= threshold * hysteresis);
            above = high ? above + 1 : 0;
            below = low ? below + 1 : 0;
            if (above >= onSeconds) {
                on = true;
            } else if (below >= offSeconds) {
                on = false;
            }
            alarm.set(s, on);
        }
        return alarm;
    }

    /** The seconds in which alarms begin. */
    static BitSet onsets(BitSet alarm) {
        BitSet onsets = new BitSet();
        for (int s = alarm.nextSetBit(0); s >= 0; s = alarm.nextSetBit(alarm.nextClearBit(s))) {
            onsets.set(s);
        }
        return onsets;
    }

    /** Onsets that come more than two minutes after the alarm before them: one cue each. */
    static BitSet cues(BitSet alarm) {
        BitSet cues = new BitSet();
        int lastOn = Integer.MIN_VALUE / 2;
        for (int s = alarm.nextSetBit(0); s >= 0; s = alarm.nextSetBit(alarm.nextClearBit(s))) {
            if (s - lastOn > REFRACTORY_SECONDS) {
                cues.set(s);
            }
            lastOn = alarm.nextClearBit(s) - 1;
        }
        return cues;
    }
}
