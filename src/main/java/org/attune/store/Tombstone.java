package org.attune.store;

import java.time.Instant;

/**
 * That something was erased.
 *
 * @param kind {@code client}, {@code stream} (one person's lane of a session), {@code span} or
 *     {@code notes}
 * @param id the random id it had
 * @param at when it was removed
 */
public record Tombstone(String kind, String id, Instant at) {}
