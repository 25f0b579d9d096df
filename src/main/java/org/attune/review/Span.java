package org.attune.review;

import org.attune.Limits;

/**
 * Something that held for a stretch of a session. Immutable.
 *
 * @param from its beginning, session seconds, {@code >= 0}
 * @param to its end, session seconds, not before {@code from}
 * @param what held
 */
public record Span<T>(double from, double to, T what) {
    private static final double MOST_SECONDS = 9e9;

    public Span {
        Limits.within("from", from, 0, MOST_SECONDS);
        Limits.within("to", to, from, MOST_SECONDS);
    }

    /** How long it held, seconds. */
    public double seconds() {
        return to - from;
    }

    /** The part of it within a window, which it must touch. */
    public Span<T> clipped(double windowFrom, double windowTo) {
        return from >= windowFrom && to <= windowTo
                ? this
                : new Span<>(Math.max(from, windowFrom), Math.min(to, windowTo), what);
    }
}
