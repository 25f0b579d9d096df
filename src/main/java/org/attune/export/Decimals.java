package org.attune.export;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Instant;
import java.time.format.DateTimeFormatter;

/** Numbers and instants as text: exact, the same in every locale, no digit more than needed. */
public final class Decimals {
    private Decimals() {}

    /** Nanoseconds as seconds: {@code 1.25}, never {@code 1.250000000} or {@code 1E-9}. */
    public static String seconds(long nanos) {
        return plain(BigDecimal.valueOf(nanos, 9));
    }

    /** Nanoseconds as milliseconds: {@code 812.5}. */
    public static String millis(long nanos) {
        return plain(BigDecimal.valueOf(nanos, 6));
    }

    /** A number with {@code places} decimals at most, halves away from zero. */
    public static String rounded(double value, int places) {
        return plain(exact(value, places));
    }

    /** The same as a number. */
    public static BigDecimal exact(double value, int places) {
        BigDecimal rounded = new BigDecimal(value).setScale(places, RoundingMode.HALF_UP);
        return rounded.signum() == 0 ? BigDecimal.ZERO : new BigDecimal(plain(rounded));
    }

    /** An instant in UTC: {@code 2026-11-26T09:00:00.25Z}. */
    public static String utc(Instant instant) {
        return DateTimeFormatter.ISO_INSTANT.format(instant);
    }

    private static String plain(BigDecimal value) {
        return value.signum() == 0 ? "0" : value.stripTrailingZeros().toPlainString();
    }
}
