package org.attune.export.page;

/**
 * What of a session is drawn, in whole seconds: there the rate has a value, and no line ends
 * between two.
 *
 * @param from session seconds, at least 0
 * @param to session seconds, after {@code from}
 */
public record Part(double from, double to) {
    public Part {
        if (!(from >= 0 && to > from)) {
            throw new IllegalArgumentException("must be > from: from=" + from + " to=" + to);
        }
        from = Math.floor(from);
        to = Math.ceil(to);
    }
}
