package org.attune.export;

import java.util.Optional;
import java.util.Set;
import org.attune.consent.DataCategory;
import org.attune.consent.ExportPermit;
import org.attune.consent.ExportRequest;

/**
 * Proof that consent to this very export was checked. Only {@link ExportGate} makes one, so no
 * format can be asked to write without it. Immutable; any thread.
 */
public final class ExportGrant {
    private final ExportPermit permit;

    ExportGrant(ExportPermit permit) { // package-private on purpose
        this.permit = permit;
    }

    /** What was asked for, and agreed to. */
    public ExportRequest request() {
        return permit.request();
    }

    /** What may leave. */
    public Set<DataCategory> categories() {
        return permit.request().categories();
    }

    /** The consent it rests on; empty for a person's own copy, which needs none. */
    public Optional<String> grantId() {
        return permit.grantId();
    }

    /** The permit behind it. */
    public ExportPermit permit() {
        return permit;
    }
}
