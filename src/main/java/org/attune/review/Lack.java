package org.attune.review;

import java.util.Locale;

/**
 * Why a session does not give a figure.
 *
 * @param kind the kind of lack
 * @param needed what it would take, in the unit of the kind; 0 where there is none
 * @param held what there was
 */
public record Lack(Kind kind, double needed, double held) {
    /** Kinds of lack. */
    public enum Kind {
        /** The personal range was never known. */
        NO_BAND,
        /** Arousal never rose above the usual range. */
        NO_RISE,
        /** Too little of the stretch was usable; seconds. */
        TOO_LITTLE_USABLE,
        /** Too few values; a count. */
        TOO_FEW,
        /** All values are alike. */
        NO_VARIATION,
        /** It had not come back when the signal or the session ended. */
        NOT_REACHED,
        /** The fall is too small to tell its shape; bpm. */
        TOO_SMALL,
        /** No curve of this form could be laid through it. */
        NO_FIT,
        /** The curve explains too little of the fall; share, 0 to 1. */
        POOR_FIT,
        /** The interval around the figure is wider than can be of use; its width, s. */
        TOO_UNSURE,
        /** The rate follows the body. */
        MOVING,
        /** The phase it is told of was not marked. */
        NO_PHASE,
        /** Nothing was learned at the beginning. */
        NOT_LEARNED
    }

    static Lack of(Kind kind) {
        return new Lack(kind, 0, 0);
    }

    /** One plain sentence, without a full stop. */
    public String sentence() {
        return switch (kind) {
            case NO_BAND -> "the usual range was never known";
            case NO_RISE -> "it never rose above the usual range";
            case TOO_LITTLE_USABLE ->
                    "needs " + whole(needed) + " s of usable time, there are " + whole(held);
            case TOO_FEW -> "needs " + whole(needed) + " values, there are " + whole(held);
            case NO_VARIATION -> "all values are alike";
            case NOT_REACHED -> "not reached before the signal or the session ended";
            case TOO_SMALL -> "the fall is too small to tell how fast it was";
            case NO_FIT -> "the fall does not have the form of a recovery";
            case POOR_FIT -> "the curve fits too poorly to say";
            case TOO_UNSURE -> "too unsure to say";
            case MOVING -> "the heart followed the body";
            case NO_PHASE -> "that phase was not marked";
            case NOT_LEARNED -> "no quiet stretch was learned at the start";
        };
    }

    private static String whole(double value) {
        return String.format(Locale.ROOT, "%.0f", Math.floor(value));
    }
}
