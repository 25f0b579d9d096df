package org.attune.regulation;

import org.attune.Limits;

/**
 * What a therapist has approved of a person's band so far.
 *
 * @param first the first version; no later one may rise far above it
 * @param inForce the newest version
 * @param sessionsSince sessions begun since that was approved: the newest of those looked at
 */
public record BandHistory(PersonalBand first, PersonalBand inForce, int sessionsSince) {
    public BandHistory {
        Limits.within("sessionsSince", sessionsSince, 0, 1_000_000);
    }
}
