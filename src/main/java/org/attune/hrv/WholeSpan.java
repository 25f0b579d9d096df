package org.attune.hrv;

import org.attune.beat.Beat;
import org.attune.beat.Rhythm;
import org.attune.beat.RhythmHistory;

/**
 * Gathers a whole recording beat by beat, without an object for each: twenty bytes a normal beat.
 * Confined to one thread.
 */
public final class WholeSpan {
    private final NnSeries.Builder nn = new NnSeries.Builder();
    private final RhythmHistory rhythm = new RhythmHistory();
    private long fromNanos;
    private long lastAt;
    private long normalOrdinal = Long.MIN_VALUE;
    private long covered;
    private long heard;
    private int beats;

    /** Takes a judged beat, in order; nothing is known of the rhythm. */
    public void add(Beat beat) {
        add(beat, Rhythm.UNDETERMINED);
    }

    /** Takes a judged beat, in order, and the rhythm as judged with it. */
    public void add(Beat beat, Rhythm judged) {
        rhythm.hear(beat, judged);
        long at = beat.at().nanos();
        long began = at - beat.interval().nanos();
        if (beats == 0) {
            fromNanos = began;
            lastAt = began;
        }
        beats++;
        heard += at - Math.max(lastAt, began);
        if (beat.verdict().isNormal()) {
            boolean follows = beat.ordinal() - 1 == normalOrdinal;
            nn.append(beat.at().toSeconds(), beat.interval().toMillis(), follows);
            normalOrdinal = beat.ordinal();
            covered += at - Math.max(lastAt, began);
        }
        lastAt = at;
    }

    /** Number of beats so far. */
    public int beats() {
        return beats;
    }

    /** All so far, from the beginning of the first interval to the last beat. */
    public HrvSpan span() {
        long length = lastAt - fromNanos;
        double coverage = length > 0 ? Math.min(1.0, (double) covered / length) : 0;
        double share = beats == 0 ? 0 : (double) (beats - nn.size()) / beats;
        return new HrvSpan(
                fromNanos / 1e9,
                lastAt / 1e9,
                nn.build(),
                coverage,
                share,
                beats,
                rhythm.during(fromNanos, lastAt, heard));
    }
}
