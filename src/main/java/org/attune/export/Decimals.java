package org.attune.export;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import org.attune.Limits;

/** Numbers and instants as text: exact, the same in every locale, no digit more than needed. */
public final class Decimals {
    private static final int MOST_PLACES = 9;
    private static final double MOST = 1e15;
    private static final double[] TENS = {1, 1e1, 1e2, 1e3, 1e4, 1e5, 1e6, 1e7, 1e8, 1e9};

    private Decimals() {}

    /** Nanoseconds as seconds: {@code 1.25}, never {@code 1.250000000} or {@code 1E-9}. */
    public static String seconds(long nanos) {
        return plain(BigDecimal.valueOf(nanos, 9));
    }

    /** Nanoseconds as milliseconds: {@code 812.5}. */
    public static String millis(long nanos) {
        return plain(BigDecimal.valueOf(nanos, 6));
    }

    /** A number to the nearest of {@code places} decimals, 0 to 9. */
    public static String rounded(double value, int places) {
        return plain(nearest(value, places));
    }

    /** The same as a number. */
    public static BigDecimal exact(double value, int places) {
        return new BigDecimal(rounded(value, places));
    }

    private static BigDecimal nearest(double value, int places) {
        Limits.within("places", places, 0, MOST_PLACES);
        double scaled = value * TENS[places];
        Limits.within("value", scaled, -MOST, MOST);
        return BigDecimal.valueOf(Math.round(scaled), places);
    }

    /** An instant in UTC: {@code 2026-11-26T09:00:00.25Z}. */
    public static String utc(Instant instant) {
        return DateTimeFormatter.ISO_INSTANT.format(instant);
    }

    private static String plain(BigDecimal value) {
        return value.signum() == 0 ? "0" : value.stripTrailingZeros().toPlainString();
    }
}
