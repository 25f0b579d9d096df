package org.attune.ui.trainee;

import org.attune.regulation.RegulationState;

/**
 * What a simulated client was meant to live through in a stretch.
 *
 * @param from session second at which it begins
 * @param to session second at which it ends
 * @param state which state says it best
 */
public record Meant(double from, double to, RegulationState state) {}
