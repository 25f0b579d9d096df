package org.attune.beat;

import java.util.ArrayDeque;
import java.util.Deque;

/**
 * When the rhythm was irregular, told beat by beat by what a {@link BeatCleaner} said of it.
 *
 * <p>A rhythm is judged by its last {@value RhythmWatch#BEATS} beats and so becomes known late;
 * when it turns out to be irregular, so were those beats, and they are counted from the first of
 * them. It counts as irregular until the cleaner says otherwise, which is late likewise: what is in
 * doubt at either end is counted as irregular. Whoever asks before the beats that decide were heard
 * is told what was known then.
 *
 * <p>Memory: one entry for each stretch not yet forgotten. Confined to one thread.
 */
public final class RhythmHistory {
    /** More than this share of the time must have been irregular. */
    private static final double MOST = 0.5;

    private final long[] began = new long[RhythmWatch.BEATS];
    private final long[] ended = new long[RhythmWatch.BEATS];
    private final Deque<Stretch> stretches = new ArrayDeque<>();
    private long heard;
    private long lastAt = Long.MIN_VALUE;
    private boolean known;
    private boolean irregular;

    private record Stretch(long from, long to) {}

    /** Takes a beat, in order of time, and the rhythm as it was judged when the beat was. */
    public void hear(Beat beat, Rhythm rhythm) {
        long at = beat.at().nanos();
        int slot = (int) (heard++ % RhythmWatch.BEATS);
        began[slot] = Math.max(lastAt, at - beat.interval().nanos());
        ended[slot] = at;
        lastAt = at;
        known |= rhythm != Rhythm.UNDETERMINED;
        boolean before = irregular;
        irregular = rhythm == Rhythm.IRREGULAR;
        if (irregular) {
            long first = before ? heard - 1 : Math.max(0, heard - RhythmWatch.BEATS);
            for (long i = first; i < heard; i++) {
                int each = (int) (i % RhythmWatch.BEATS);
                note(began[each], ended[each]);
            }
        }
    }

    private void note(long from, long to) {
        Stretch last = stretches.peekLast();
        if (last == null || from > last.to) {
            stretches.addLast(new Stretch(from, to));
        } else if (to > last.to) {
            stretches.removeLast();
            stretches.addLast(new Stretch(last.from, to));
        }
    }

    /**
     * The rhythm of a stretch of time, as far as known by now.
     *
     * @param heardNanos how much of the stretch was lived through by beats, artefacts among them,
     *     ns; irregular if more than half of it was
     */
    public Rhythm during(long fromNanos, long toNanos, long heardNanos) {
        if (!known || heardNanos <= 0) {
            return Rhythm.UNDETERMINED;
        }
        long sum = 0;
        for (Stretch each : stretches) {
            sum += Math.max(0, Math.min(each.to, toNanos) - Math.max(each.from, fromNanos));
        }
        return sum > MOST * heardNanos ? Rhythm.IRREGULAR : Rhythm.REGULAR;
    }

    /** Forgets what ended by then: nobody will ask of it any more. */
    public void forgetUntil(long nanos) {
        while (!stretches.isEmpty() && stretches.getFirst().to <= nanos) {
            stretches.removeFirst();
        }
    }
}
