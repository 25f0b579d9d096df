package org.attune.store;

import java.time.Instant;
import java.util.Collections;
import java.util.EnumSet;
import java.util.Set;
import org.attune.regulation.PersonalBand;
import org.attune.session.ClientFlag;

/**
 * A version of a person's band as the therapist approved it. Immutable.
 *
 * @param band the version
 * @param approvedAt when
 * @param flags what was known of the person then: with other flags it says nothing
 * @param settingsText the settings it was learned by, as text
 */
public record ApprovedBand(
        PersonalBand band, Instant approvedAt, Set<ClientFlag> flags, String settingsText) {
    public ApprovedBand {
        flags = flags.isEmpty() ? Set.of() : Collections.unmodifiableSet(EnumSet.copyOf(flags));
    }
}
