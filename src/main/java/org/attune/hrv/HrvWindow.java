package org.attune.hrv;

import java.util.OptionalDouble;
import org.attune.time.SessionTime;

/**
 * A span of time, what was computed of it, and how much of it the data carry.
 *
 * @param from beginning, exclusive
 * @param to end, inclusive
 * @param features what could be computed
 * @param coverage share of the span lived through by normal intervals, 0 to 1
 * @param artefactShare share of its beats that were judged artefacts, 0 to 1
 * @param beats number of judged beats in it
 */
public record HrvWindow(
        SessionTime from,
        SessionTime to,
        HrvFeatures features,
        double coverage,
        double artefactShare,
        int beats) {
    public HrvWindow {
        if (!(coverage >= 0 && coverage <= 1)) {
            throw new IllegalArgumentException("must be 0 to 1: coverage=" + coverage);
        }
        if (!(artefactShare >= 0 && artefactShare <= 1)) {
            throw new IllegalArgumentException("must be 0 to 1: artefactShare=" + artefactShare);
        }
    }

    /** The same without measures of variability; the mean stays. */
    HrvWindow withoutVariability() {
        HrvFeatures kept =
                new HrvFeatures(
                        features.meanNnMillis(),
                        features.medianNnMillis(),
                        OptionalDouble.empty(),
                        OptionalDouble.empty(),
                        OptionalDouble.empty());
        return new HrvWindow(from, to, kept, coverage, artefactShare, beats);
    }
}
