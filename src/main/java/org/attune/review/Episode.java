package org.attune.review;

import java.util.Optional;
import org.attune.session.Marker;

/**
 * One stretch above the usual range.
 *
 * @param onsetSecond when the rate left the usual range, session seconds; the state follows later
 * @param from when the state first stood above usual, session seconds
 * @param to when it no longer did, or when signal or session ended
 * @param peakSecond the middle of the 10 s in which the rate was highest, session seconds
 * @param peakBpm median rate of these 10 s, bpm
 * @param peakAboveBpm the same above the middle of the personal range, bpm
 * @param areaBpmMinutes area between the rate and the upper edge of the range, bpm x min
 * @param secondsHigh time in High, s
 * @param longestHighSeconds longest unbroken stay in High, s
 * @param settlingSeconds from the peak until the state was usual again, s
 * @param recovery how fast it went back by half
 * @param nearestMark of the therapist's interventions and observations, within two minutes of the
 *     peak
 * @param afterMovement whether the heart followed the body for a third of it or more: then it says
 *     little of arousal
 */
public record Episode(
        double onsetSecond,
        double from,
        double to,
        Figure peakSecond,
        Figure peakBpm,
        Figure peakAboveBpm,
        double areaBpmMinutes,
        double secondsHigh,
        double longestHighSeconds,
        Figure settlingSeconds,
        Recovery recovery,
        Optional<Marker> nearestMark,
        boolean afterMovement) {}
