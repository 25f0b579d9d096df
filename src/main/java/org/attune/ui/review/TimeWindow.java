package org.attune.ui.review;

import org.attune.Limits;

/**
 * The stretch of a session that is seen. Never narrower than {@link #LEAST_SECONDS} (unless the
 * session is), never wider than the session, never beyond its ends. Immutable.
 *
 * @param from its left end, session seconds
 * @param to its right end, session seconds
 * @param end where the session ends, session seconds
 */
record TimeWindow(double from, double to, double end) {
    static final double LEAST_SECONDS = 15;

    TimeWindow {
        Limits.within("from", from, 0, end);
        Limits.within("to", to, from, end);
    }

    /** All of a session; one second at least, so that there is something to draw on. */
    static TimeWindow whole(double endSeconds) {
        double end = Math.max(1, endSeconds);
        return new TimeWindow(0, end, end);
    }

    double seconds() {
        return to - from;
    }

    boolean isWhole() {
        return from <= 0 && to >= end;
    }

    boolean holds(double second) {
        return second >= from && second <= to;
    }

    /** {@code factor} times as wide; what is at {@code around} stays where it is. */
    TimeWindow zoomed(double factor, double around) {
        double fixed = Math.max(from, Math.min(to, around));
        double width = width(seconds() * factor);
        double share = seconds() <= 0 ? 0.5 : (fixed - from) / seconds();
        return at(fixed - share * width, width);
    }

    /** Moved by a share of its width, positive towards the end. */
    TimeWindow panned(double share) {
        return at(from + share * seconds(), seconds());
    }

    /** Moved so that it begins at {@code second}, as far as there is session. */
    TimeWindow beginningAt(double second) {
        return at(second, seconds());
    }

    /** From {@code a} to {@code b}, in either order. */
    TimeWindow stretch(double a, double b) {
        double width = width(Math.abs(b - a));
        return at((a + b) / 2 - width / 2, width);
    }

    /** The same, moved as little as it takes until {@code second} is seen with some air. */
    TimeWindow showing(double second) {
        double air = seconds() / 10;
        if (second < from + air) {
            return at(second - air, seconds());
        }
        return second > to - air ? at(second + air - seconds(), seconds()) : this;
    }

    private double width(double wanted) {
        return Math.max(Math.min(LEAST_SECONDS, end), Math.min(end, wanted));
    }

    private TimeWindow at(double start, double width) {
        double begin = Math.max(0, Math.min(end - width, start));
        return new TimeWindow(begin, Math.min(end, begin + width), end);
    }
}
