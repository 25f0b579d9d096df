package org.attune.hrv;

/**
 * Breathing as the heart showed it over the last minute.
 *
 * @param perMinute breaths a minute, finite
 * @param confidence how alone its peak stands among the others, 0 to 1: 1 for one pure wave, about
 *     0.2 for noise
 */
public record Breath(double perMinute, double confidence) {}
