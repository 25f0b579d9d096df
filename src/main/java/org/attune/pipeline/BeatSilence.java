package org.attune.pipeline;

import java.util.OptionalDouble;
import org.attune.beat.Beat;
import org.attune.time.SessionTime;

/**
 * Tells when no beat was believed for so long that nothing may be concluded, however well windows
 * of half a minute are still filled with older ones.
 *
 * <p>Idea: more than five seconds. A beat is judged once two later ones were heard, and a strap
 * tells of it up to a second late; in a heart slower than some 50 beats a minute that alone takes
 * longer, so there as long as it takes. Confined to the pipeline thread.
 */
final class BeatSilence {
    private static final double MOST_SECONDS = 5;

    /** Until a beat is judged: the two behind it, and part of the one that is under way. */
    private static final double BEATS_TO_JUDGE = 3.5;

    private static final double NOTIFICATION_SECONDS = 1;

    private double newest;
    private double bpm = Double.NaN;

    void judged(Beat beat) {
        if (beat.verdict().isNormal()) {
            newest = Math.max(newest, beat.at().toSeconds());
        }
    }

    /**
     * @param rate of the heart lately, bpm; the last one known holds where it is empty
     */
    boolean isTooLong(SessionTime now, OptionalDouble rate) {
        bpm = rate.orElse(bpm);
        double judging = NOTIFICATION_SECONDS + BEATS_TO_JUDGE * 60 / bpm; // NaN: no rate yet
        double most = judging > MOST_SECONDS ? judging : MOST_SECONDS;
        return now.toSeconds() - newest > most;
    }
}
