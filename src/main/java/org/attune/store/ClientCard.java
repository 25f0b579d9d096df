package org.attune.store;

import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.attune.session.ClientFlag;

/**
 * What is kept of a person beside consents and recordings. Immutable.
 *
 * @param flags what falsifies which conclusions
 * @param bands the approved versions of the band, oldest first, numbered from 1
 * @param sensor the address of the sensor this person wears, as on the command line; empty where
 *     none is remembered
 */
public record ClientCard(Set<ClientFlag> flags, List<ApprovedBand> bands, Optional<String> sensor) {
    /** Nothing is kept. */
    public static final ClientCard EMPTY = new ClientCard(Set.of(), List.of(), Optional.empty());

    public ClientCard {
        flags = flags.isEmpty() ? Set.of() : Collections.unmodifiableSet(EnumSet.copyOf(flags));
        bands = List.copyOf(bands);
        for (int i = 0; i < bands.size(); i++) {
            if (bands.get(i).band().version() != i + 1) {
                throw new IllegalArgumentException(
                        "versions follow each other: version=" + bands.get(i).band().version());
            }
        }
    }

    ClientCard withFlags(Set<ClientFlag> newFlags) {
        return new ClientCard(newFlags, bands, sensor);
    }

    ClientCard withBands(List<ApprovedBand> newBands) {
        return new ClientCard(flags, newBands, sensor);
    }

    ClientCard withSensor(Optional<String> newSensor) {
        return new ClientCard(flags, bands, newSensor);
    }

    /** The newest approved version. */
    public Optional<ApprovedBand> inForce() {
        return bands.isEmpty() ? Optional.empty() : Optional.of(bands.get(bands.size() - 1));
    }
}
