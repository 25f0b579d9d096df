package org.attune.review;

import java.util.Optional;
import java.util.OptionalDouble;

/**
 * A figure of a session: a value, or the reason why there is none. Never a guess.
 *
 * @param value in the unit its place names; empty when withheld
 * @param lack why there is none; empty when there is one
 */
public record Figure(OptionalDouble value, Optional<Lack> lack) {
    public Figure {
        if (value.isPresent() == lack.isPresent()) {
            throw new IllegalArgumentException("must be a value or a lack, and not both");
        }
        if (value.isPresent() && !Double.isFinite(value.getAsDouble())) {
            throw new IllegalArgumentException("must be finite: value=" + value.getAsDouble());
        }
    }

    /** A figure that is known. */
    public static Figure of(double value) {
        return new Figure(OptionalDouble.of(value), Optional.empty());
    }

    /** A figure that is withheld. */
    public static Figure none(Lack lack) {
        return new Figure(OptionalDouble.empty(), Optional.of(lack));
    }

    /** A figure that is withheld for a reason without numbers. */
    public static Figure none(Lack.Kind kind) {
        return none(Lack.of(kind));
    }

    public boolean isKnown() {
        return value.isPresent();
    }

    /** This less {@code other}; what either lacks, the difference lacks. */
    public Figure minus(Figure other) {
        if (!isKnown()) {
            return this;
        }
        return other.isKnown() ? of(value.getAsDouble() - other.value.getAsDouble()) : other;
    }
}
