package org.attune.regulation;

/**
 * Why something was concluded or withheld: a code, and the one figure that belongs to it.
 *
 * @param code what it is about
 * @param value the figure in the unit the code names, 0 where it has none
 */
public record Reason(Code code, double value) {
    /** Below this, a seated person's wrist is as good as still; thousandths of g. */
    private static final double STILL_MILLI_G = 15;

    public static final Reason STARTING = of(Code.STARTING);
    public static final Reason LISTENING = of(Code.LISTENING);
    public static final Reason SENSOR_SILENT = of(Code.SENSOR_SILENT);
    public static final Reason LINK_LOST = of(Code.LINK_LOST);
    public static final Reason CONTACT_LOST = of(Code.CONTACT_LOST);
    public static final Reason MOVING = of(Code.MOVING);
    public static final Reason RHYTHM_IRREGULAR = of(Code.RHYTHM_IRREGULAR);
    public static final Reason SENSOR_REPEATS = of(Code.SENSOR_REPEATS);
    public static final Reason AFTER_EXERTION = of(Code.AFTER_EXERTION);
    public static final Reason FAULT = of(Code.FAULT);

    /** The kinds of reason, and the unit of each one's figure. */
    public enum Code {
        /** Nothing was heard yet. */
        STARTING,
        /** Beats come, but not yet for long enough. */
        LISTENING,
        /** No credible beat was heard for too long: silence, or noise. */
        SENSOR_SILENT,
        LINK_LOST,
        CONTACT_LOST,
        /** Share of usable time in the quality window, percent. */
        TOO_FEW_BEATS,
        /** The rate follows the body. */
        MOVING,
        /** No beat foretells the next: neither rate nor variability says anything of arousal. */
        RHYTHM_IRREGULAR,
        /** The sensor reports a rate only; single beats are not known. */
        RATE_ONLY,
        /** The sensor says the same over and over: no heart does. */
        SENSOR_REPEATS,
        /** A pacemaker: the rate may be the device's own. */
        PACED,
        /** A transplanted heart: its answers are late and small. */
        DENERVATED,
        /** A medicine blunts every rise: the usual range may be shown falsely. */
        BLUNTED,
        /** A rhythm known to be irregular: variability is not read. */
        KNOWN_IRREGULAR,
        /** The rate is still coming down from movement. */
        AFTER_EXERTION,
        /** The person was well above usual not long ago. */
        AFTER_PEAK,
        /** Breathing is uneven for long, as in speech; how likely is not known. */
        UNEVEN_BREATHING,
        /** Breaths a minute, read from the heart. */
        BREATHING,
        /** Judged against this many earlier sessions alone. */
        EARLIER_SESSIONS,
        /** Today's range was drawn towards that of so many earlier sessions. */
        DRAWN_TO_EARLIER,
        /** The range of earlier sessions could not be used. */
        EARLIER_UNUSABLE,
        /** The program itself failed; nothing more is concluded. */
        FAULT,
        /** The session is seen elsewhere, and why stays with its therapist. */
        NOT_TOLD,
        /** Share of the learning that is done, percent. */
        LEARNING,
        /** Distance from the middle of the usual range, bpm, signed. */
        LEVEL,
        /** Change of rate, bpm in 10 s, signed. */
        SLOPE,
        /** How long the state has held, seconds. */
        HELD,
        /** How long the rate has hardly varied, seconds. */
        FLAT,
        /** Share of what was heard that was believed, percent. */
        COVERAGE,
        /** Mean movement, thousandths of g. */
        MOVEMENT,
        /** No motion channel: movement cannot be told from arousal. */
        MOVEMENT_UNKNOWN,
        /** How long ago what is shown happened, seconds. */
        DELAY
    }

    public Reason {
        if (!Double.isFinite(value)) {
            throw new IllegalArgumentException("must be finite: value=" + value);
        }
    }

    /** A reason without a figure. */
    public static Reason of(Code code) {
        return new Reason(code, 0);
    }

    /** The reason in plain words. */
    public String toWords() {
        return switch (code) {
            case STARTING -> "waiting for the sensor";
            case LISTENING -> "listening to the first half minute";
            case SENSOR_SILENT -> "no usable heartbeat";
            case LINK_LOST -> "connection to the sensor lost";
            case CONTACT_LOST -> "strap contact";
            case TOO_FEW_BEATS -> "only " + whole(value) + " % of beats usable";
            case MOVING -> "moving: the heart follows the body";
            case RHYTHM_IRREGULAR -> "rhythm irregular; nothing can be read from it";
            case RATE_ONLY -> "rate only, low confidence";
            case SENSOR_REPEATS -> "the sensor repeats itself; no heart does";
            case PACED -> "pacemaker: the rate may be the device's own";
            case DENERVATED -> "transplanted heart: it answers late and little";
            case BLUNTED -> "medicine blunts every rise; a usual rate may be wrong";
            case KNOWN_IRREGULAR -> "known irregular rhythm; variability not read";
            case AFTER_EXERTION -> "still coming down from movement";
            case AFTER_PEAK -> "well above usual " + duration(value) + " ago";
            case UNEVEN_BREATHING -> "breathing uneven, perhaps talking";
            case BREATHING -> "about " + whole(value) + " breaths a minute";
            case EARLIER_SESSIONS ->
                    "judged against " + whole(value) + " earlier sessions, not today's rest";
            case DRAWN_TO_EARLIER -> "range drawn towards " + whole(value) + " earlier sessions";
            case EARLIER_UNUSABLE -> "earlier sessions do not compare with this one";
            case FAULT -> "the program failed; end the session";
            case NOT_TOLD -> "why stays with the therapist";
            case LEARNING -> "getting to know today's range, " + whole(value) + " % done";
            case LEVEL -> (value < 0 ? "" : "+") + whole(value) + " bpm from this person's usual";
            case SLOPE ->
                    Math.abs(value) < 0.5
                            ? "holding"
                            : (value > 0 ? "climbing " : "coming down ")
                                    + tenths(Math.abs(value))
                                    + " bpm in 10 s";
            case HELD -> "for " + duration(value);
            case FLAT -> "hardly varying for " + duration(value);
            case COVERAGE -> whole(value) + " % of beats usable";
            case MOVEMENT -> value < STILL_MILLI_G ? "little movement" : "some movement";
            case MOVEMENT_UNKNOWN -> "movement not known";
            case DELAY -> "about " + whole(value) + " s behind";
        };
    }

    private static String duration(double seconds) {
        long whole = Math.round(seconds);
        return whole < 60 ? whole + " s" : whole / 60 + " min " + whole % 60 + " s";
    }

    /** To the nearest whole number, halves away from zero. */
    private static String whole(double value) {
        long rounded = (long) (Math.abs(value) + 0.5);
        return value < 0 ? "-" + rounded : Long.toString(rounded);
    }

    /** With one decimal. The words are made once a second: a format is read anew each time. */
    private static String tenths(double value) {
        long rounded = (long) (value * 10 + 0.5);
        return rounded / 10 + "." + rounded % 10;
    }
}
