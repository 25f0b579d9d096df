package org.attune.evaluate;

/**
 * A stretch in which arousal is expected to rise.
 *
 * @param from first second
 * @param to second after the last
 * @param kind its label
 */
public record Task(int from, int to, String kind) {}
