package org.attune.consent;

import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Proof that exactly this export was agreed to. Only {@link ConsentLog} makes one. It is asked for
 * twice: before anything is written, and again, by the same request, before the file gets its name.
 */
public final class ExportPermit {
    private final ExportRequest request;
    private final @Nullable String grantId;
    private final @Nullable Instant validUntil;
    private final ConsentRule rule;

    ExportPermit( // package-private on purpose
            ExportRequest request,
            @Nullable String grantId,
            @Nullable Instant validUntil,
            ConsentRule rule) {
        this.request = request;
        this.grantId = grantId;
        this.validUntil = validUntil;
        this.rule = rule;
    }

    /** What was asked. */
    public ExportRequest request() {
        return request;
    }

    /** The grant that covers it; empty for a person's own copy, which needs none. */
    public Optional<String> grantId() {
        return Optional.ofNullable(grantId);
    }

    /** The last instant at which it holds; empty when it has no end. */
    public Optional<Instant> validUntil() {
        return Optional.ofNullable(validUntil);
    }

    /** Whether the permit has not run out at {@code instant}. A withdrawal it cannot know of. */
    public boolean holdsAt(Instant instant) {
        return validUntil == null || !instant.isAfter(validUntil);
    }

    /** The rule by which it was given. */
    public ConsentRule rule() {
        return rule;
    }
}
