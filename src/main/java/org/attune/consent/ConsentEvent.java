package org.attune.consent;

import java.time.Instant;
import java.util.Set;
import org.attune.session.ClientCode;
import org.jspecify.annotations.Nullable;

/**
 * One entry of a person's consent log. Entries are never changed; a change of mind is a new entry.
 *
 * @param client whose consent
 * @param type what happened
 * @param at when it happened
 * @param scopes the scopes it is about, at least one
 * @param validUntil for {@link Type#GIVEN}: the last instant it holds; null when it has no end
 * @param method how it was expressed: {@code paper}, {@code on-screen}, {@code verbal}
 */
public record ConsentEvent(
        ClientCode client,
        Type type,
        Instant at,
        Set<ConsentScope> scopes,
        @Nullable Instant validUntil,
        String method) {

    /** What can happen to consent. */
    public enum Type {
        GIVEN,
        REFUSED,
        WITHDRAWN
    }

    public ConsentEvent {
        scopes = Set.copyOf(scopes);
        if (scopes.isEmpty()) {
            throw new IllegalArgumentException("a consent event must name at least one scope");
        }
        if (validUntil != null && validUntil.isBefore(at)) {
            throw new IllegalArgumentException(
                    "must not end before it begins: at=" + at + " validUntil=" + validUntil);
        }
        if (method.isBlank()) {
            throw new IllegalArgumentException("a consent event must say how it was expressed");
        }
    }
}
