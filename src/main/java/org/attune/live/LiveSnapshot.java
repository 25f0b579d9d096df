package org.attune.live;

import java.util.List;
import java.util.Optional;
import org.attune.session.Marker;
import org.attune.session.Phase;
import org.attune.session.Session;
import org.attune.time.SessionTime;

/**
 * All the screen needs to know at one instant: whole, so that skipping one loses nothing.
 *
 * @param session who met and when
 * @param now session time of the snapshot
 * @param phase the part of the session
 * @param phaseSince when it began
 * @param lanes the people, in the order of the session
 * @param markers marks so far, oldest first, those taken back left out
 * @param recording whether anything is written
 * @param cuesGiven one-time cues given so far
 * @param cueBudget how many there may be
 * @param snoozedUntil when cues speak again; empty when they do now
 * @param fault the failure that ended the conclusions, in words; empty while all is well
 */
public record LiveSnapshot(
        Session session,
        SessionTime now,
        Phase phase,
        SessionTime phaseSince,
        List<LaneSnapshot> lanes,
        List<Marker> markers,
        RecordingStatus recording,
        int cuesGiven,
        int cueBudget,
        Optional<SessionTime> snoozedUntil,
        Optional<String> fault) {
    public LiveSnapshot {
        lanes = List.copyOf(lanes);
        markers = List.copyOf(markers);
    }

    /** Whether any of the hearts is simulated; said wherever the snapshot is shown. */
    public boolean simulated() {
        return lanes.stream().anyMatch(lane -> lane.sensor().simulated());
    }
}
