package org.attune.ui.trainee;

import org.attune.regulation.RegulationState;

/**
 * What a trainee thought; it holds until they think otherwise.
 *
 * @param at session second
 * @param state which they marked
 */
public record Guess(double at, RegulationState state) {}
