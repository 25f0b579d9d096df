package org.attune.hrv;

import org.attune.beat.Rhythm;

/**
 * A stretch of a recording: its normal intervals, and how much of it they carry.
 *
 * @param fromSeconds where it begins, exclusive, s of session time; before the recording if
 *     negative
 * @param toSeconds where it ends, inclusive
 * @param nn its normal intervals
 * @param coverage share of the stretch lived through by them, 0 to 1
 * @param artefactShare share of its beats that were judged artefacts, 0 to 1
 * @param beats number of judged beats in it
 * @param rhythm the rhythm its heart kept for most of it, as far as it was judged
 */
public record HrvSpan(
        double fromSeconds,
        double toSeconds,
        NnSeries nn,
        double coverage,
        double artefactShare,
        int beats,
        Rhythm rhythm) {
    /** Its length, s. */
    public double seconds() {
        return toSeconds - fromSeconds;
    }
}
