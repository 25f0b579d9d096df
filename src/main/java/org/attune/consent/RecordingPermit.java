package org.attune.consent;

import java.time.Instant;
import java.util.Optional;
import org.attune.session.ClientCode;
import org.jspecify.annotations.Nullable;

/**
 * Proof that a person agreed to be recorded and stored. Only {@link ConsentLog} makes one, so no
 * recorder can be opened for a person without it.
 */
public final class RecordingPermit {
    private final ClientCode client;
    private final @Nullable Instant validUntil;

    RecordingPermit(ClientCode client, @Nullable Instant validUntil) { // package-private on purpose
        this.client = client;
        this.validUntil = validUntil;
    }

    /** Who agreed. */
    public ClientCode client() {
        return client;
    }

    /** Whether the permit has not run out at {@code instant}. */
    public boolean holdsAt(Instant instant) {
        return validUntil == null || !instant.isAfter(validUntil);
    }

    /** The last instant at which it holds; empty when it has no end. */
    public Optional<Instant> validUntil() {
        return Optional.ofNullable(validUntil);
    }
}
