package org.attune.session;

/**
 * One person in a session: a lane with its own sensor, baseline and consent.
 *
 * @param lane the person's lane
 * @param code the person's pseudonym
 */
public record Participant(LaneId lane, ClientCode code) {}
