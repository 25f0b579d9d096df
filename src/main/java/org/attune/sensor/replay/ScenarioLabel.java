package org.attune.sensor.replay;

import org.attune.time.SessionTime;

/**
 * What a simulated client is meant to live through in a stretch of a scenario.
 *
 * @param from where it begins
 * @param to where it ends
 * @param label one word: {@code baseline}, {@code rising}, {@code overwhelm}, …
 */
public record ScenarioLabel(SessionTime from, SessionTime to, String label) {}
