package org.attune.consent;

import java.time.Instant;
import java.util.Set;
import org.attune.session.ClientCode;
import org.jspecify.annotations.Nullable;

/**
 * An entry of a person's consent log in short: scopes without categories, purpose or recipients. It
 * can let a person be recorded; nothing can leave by it.
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
        String method)
        implements ConsentEntry {

    /** What can happen to consent. */
    public enum Type {
        /** The form was laid before the person; grants nothing. */
        REQUESTED,
        /** The person agreed. */
        GIVEN,
        /** The person said no. */
        REFUSED,
        /** The grants named are replaced by those that come with it. */
        AMENDED,
        /** The person changed their mind. */
        WITHDRAWN,
        /** What ends the grants named has happened. */
        EXPIRED,
        /** What the grants named were about has been erased. */
        ERASED;

        /** Whether grants come with it. */
        public boolean gives() {
            return this == GIVEN || this == AMENDED;
        }

        /** Whether it takes away the scopes it names. */
        public boolean takes() {
            return this == REFUSED || this == WITHDRAWN || this == EXPIRED || this == ERASED;
        }
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

    @Override
    public Instant enteredAt() {
        return at;
    }
}
