package org.attune.review.trend;

import org.attune.Limits;

/**
 * How sessions are laid side by side. Not part of what a session is judged by.
 *
 * @param leastSessions with fewer there is no line; 3 to 12
 * @param compareWith with how many of the last sessions the newest is compared; 3 to 12
 * @param leastSeconds usable time a figure must rest on, s; 30 to 900
 */
public record TrendRules(int leastSessions, int compareWith, double leastSeconds) {
    public static final TrendRules DEFAULT = new TrendRules(3, 5, 120);

    public TrendRules {
        Limits.within("leastSessions", leastSessions, 3, 12);
        Limits.within("compareWith", compareWith, 3, 12);
        Limits.within("leastSeconds", leastSeconds, 30, 900);
    }
}
