package org.attune.app;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.OptionalDouble;

/** Numbers as machines read them: dot decimals, and nothing at all where there is no value. */
final class Numbers {
    private Numbers() {}

    /** {@code value} to at most {@code decimals}, without trailing zeros. */
    static String text(double value, int decimals) {
        BigDecimal rounded = BigDecimal.valueOf(value).setScale(decimals, RoundingMode.HALF_EVEN);
        BigDecimal bare = rounded.stripTrailingZeros();
        return (bare.signum() == 0 ? BigDecimal.ZERO : bare).toPlainString();
    }

    /** The value, or an empty cell. */
    static String cell(OptionalDouble value, int decimals) {
        return value.isPresent() ? text(value.getAsDouble(), decimals) : "";
    }
}
