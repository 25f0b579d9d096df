package org.attune.review;

import org.attune.hrv.HrvWindow;

/** How far a figure of variability may be off. The same figures as the live display draws. */
final class VariationDoubt {
    /** Below this share of its window lived through by normal intervals it is not shown. */
    private static final double LEAST_COVERAGE = 0.5;

    /** Below this it is read with care. */
    private static final double POOR_COVERAGE = 0.8;

    /** Share of artefacts above which it is read with care. */
    private static final double CARE_ARTEFACTS = 0.05;

    private static final double MOST = 0.7;
    private static final double FOR_MISSING = 0.4;
    private static final int LEAST_BEATS = 4;

    private VariationDoubt() {}

    static boolean mayBeShown(HrvWindow window) {
        return window.coverage() >= LEAST_COVERAGE;
    }

    static boolean needsCare(HrvWindow window) {
        return window.coverage() < POOR_COVERAGE || window.artefactShare() > CARE_ARTEFACTS;
    }

    /**
     * Half the width of the doubt, in units of ln RMSSD. The standard error of the logarithm of a
     * root mean square of n independent values is about 1 / sqrt(2 n). Missing time and artefacts,
     * which bias rather than scatter, widen it by a convention of the display.
     */
    static double halfWidth(HrvWindow window) {
        double error = 1 / Math.sqrt(2.0 * Math.max(LEAST_BEATS, window.beats()));
        return Math.min(
                MOST, error + FOR_MISSING * (1 - window.coverage()) + window.artefactShare());
    }
}
