package org.attune.hrv;

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
 */
public record HrvSpan(
        double fromSeconds,
        double toSeconds,
        NnSeries nn,
        double coverage,
        double artefactShare,
        int beats) {
    /** Its length, s. */
    public double seconds() {
        return toSeconds - fromSeconds;
    }
}
