package org.attune.hrv;

import java.util.Locale;

/**
 * Why a metric has no value.
 *
 * @param reason the kind of lack
 * @param needed what it would take, in the unit of the reason; 0 where there is none
 * @param held what there was
 */
public record Refusal(Reason reason, double needed, double held) {
    /** Kinds of lack. */
    public enum Reason {
        NOT_ASKED,
        NO_INTERVALS,
        NO_PAIRS,
        NOT_INTERVALS,
        NOT_IN_TIME,
        TOO_SHORT,
        TOO_LONG,
        TOO_FEW,
        TOO_MANY,
        TOO_LITTLE_COVERED,
        TOO_MANY_ARTEFACTS,
        IRREGULAR_RHYTHM,
        GAPS,
        NO_VARIATION,
        NO_LENGTH,
        NO_FREQUENCY,
        NO_POWER,
        NOTHING_SIMILAR,
        NOT_FINITE
    }

    static Refusal of(Reason reason) {
        return new Refusal(reason, 0, 0);
    }

    /** One plain sentence, without a full stop. */
    public String sentence() {
        return switch (reason) {
            case NOT_ASKED -> "was not asked for";
            case NO_INTERVALS -> "the window holds no normal interval";
            case NO_PAIRS -> "the window holds too few neighbouring normal intervals";
            case NOT_INTERVALS -> "the window holds a value that is no interval";
            case NOT_IN_TIME -> "the beats of the window do not follow each other in time";
            case TOO_SHORT ->
                    "needs " + number(needed) + " s, the window holds " + below(held) + " s";
            case TOO_LONG ->
                    "is told up to "
                            + number(needed)
                            + " s, the window holds "
                            + above(held)
                            + " s";
            case TOO_FEW ->
                    "needs " + number(needed) + " intervals, the window holds " + number(held);
            case TOO_MANY ->
                    "is told of up to "
                            + number(needed)
                            + " intervals, the window holds "
                            + number(held);
            case IRREGULAR_RHYTHM -> "rhythm irregular, variability not interpretable";
            case TOO_LITTLE_COVERED ->
                    "needs "
                            + number(100 * needed)
                            + " % of the window in normal intervals, there are "
                            + below(100 * held)
                            + " %";
            case TOO_MANY_ARTEFACTS ->
                    "allows "
                            + number(100 * needed)
                            + " % artefacts, there are "
                            + above(100 * held)
                            + " %";
            case GAPS ->
                    "every stretch of the window has a gap longer than " + number(needed) + " s";
            case NO_VARIATION -> "all intervals of the window are alike";
            case NO_LENGTH -> "the Poincaré plot of the window has no length";
            case NO_FREQUENCY -> "the window is too short to hold a frequency of the band";
            case NO_POWER -> "the window holds no power at these frequencies";
            case NOTHING_SIMILAR -> "no two patterns of the window are similar";
            case NOT_FINITE -> "the figure is too large to be told";
        };
    }

    private static String number(double value) {
        double rounded = Math.rint(value * 10) / 10;
        return rounded == Math.rint(rounded)
                ? String.format(Locale.ROOT, "%.0f", rounded)
                : String.format(Locale.ROOT, "%.1f", rounded);
    }

    /** Rounded down: what falls short by little is not shown as enough. */
    private static String below(double value) {
        return number(Math.floor(value * 10) / 10);
    }

    /** Rounded up: what exceeds by little is not shown as within. */
    private static String above(double value) {
        return number(Math.ceil(value * 10) / 10);
    }
}
