package org.attune.export;

import java.util.Collections;
import java.util.EnumSet;
import java.util.Set;
import org.attune.consent.DataCategory;

/**
 * Proof that consent to this very export was checked. Only {@link ExportGate} makes one, so no
 * format can be asked to write without it. Immutable; any thread.
 */
public final class ExportGrant {
    private final Set<DataCategory> categories;

    ExportGrant(Set<DataCategory> categories) { // package-private on purpose
        this.categories =
                categories.isEmpty()
                        ? Set.of()
                        : Collections.unmodifiableSet(EnumSet.copyOf(categories));
    }

    /** What may leave. */
    public Set<DataCategory> categories() {
        return categories;
    }
}
