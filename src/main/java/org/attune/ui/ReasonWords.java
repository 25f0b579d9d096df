package org.attune.ui;

import java.util.Optional;
import org.attune.regulation.Reason;

/** A reason in the language of the display; in English, the words the reason has itself. */
final class ReasonWords {
    /** Below this change, bpm in 10 s, a rate is said to hold. */
    static final double HOLDING = 0.5;

    /** Below this, a seated person's wrist is as good as still; thousandths of g. */
    private static final double STILL_MILLI_G = 15;

    private ReasonWords() {}

    static String of(LiveWords words, Reason reason) {
        double value = reason.value();
        return switch (reason.code()) {
            case SLOPE -> slope(words, value);
            case LEVEL -> {
                String sign = value < 0 ? "" : "+";
                yield words.text("reason.level", sign + words.whole(value));
            }
            case MOVEMENT ->
                    value < STILL_MILLI_G
                            ? words.text("reason.movement")
                            : words.text("reason.movement.some");
            case AFTER_PEAK, HELD, FLAT ->
                    words.text("reason", reason.code(), words.duration(value));
            default -> words.text("reason", reason.code(), words.whole(value));
        };
    }

    /** Why nothing is known; where no reason is given, the last conclusion is too old. */
    static String unknown(LiveWords words, Optional<Reason> because) {
        return because.map(reason -> of(words, reason)).orElseGet(() -> words.text("reason.stale"));
    }

    private static String slope(LiveWords words, double value) {
        if (Math.abs(value) < HOLDING) {
            return words.text("reason.slope");
        }
        String rate = words.tenths(Math.abs(value));
        return value > 0
                ? words.text("reason.slope.up", rate)
                : words.text("reason.slope.down", rate);
    }
}
