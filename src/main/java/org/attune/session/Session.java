package org.attune.session;

import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Who met, when, and under which settings the session was judged.
 *
 * @param id random name
 * @param participants the people, at least one, each in a lane of their own
 * @param startedAt when session time was zero
 * @param settingsFingerprint hash of the effective settings
 * @param pipelineVersion names the code that drew the conclusions
 */
public record Session(
        SessionId id,
        List<Participant> participants,
        Instant startedAt,
        String settingsFingerprint,
        String pipelineVersion) {
    public Session {
        participants = List.copyOf(participants);
        if (participants.isEmpty()) {
            throw new IllegalArgumentException("a session needs at least one participant");
        }
        Set<LaneId> lanes = new HashSet<>();
        for (Participant participant : participants) {
            if (!lanes.add(participant.lane())) {
                throw new IllegalArgumentException("lanes must differ: " + participant.lane());
            }
        }
    }
}
