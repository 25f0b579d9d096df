package org.attune.consent;

import java.time.Instant;
import java.util.Set;
import org.attune.session.ClientCode;

/**
 * One entry of a person's consent log, in short ({@link ConsentEvent}) or as the whole record
 * ({@link ConsentRecord}). Entries are never changed; a change of mind is a new entry.
 */
public sealed interface ConsentEntry permits ConsentEvent, ConsentRecord {
    /** Whose consent. */
    ClientCode client();

    /** What happened. */
    ConsentEvent.Type type();

    /** When it happened. */
    Instant at();

    /** When it was entered; not known of a short entry, for which it is when it happened. */
    Instant enteredAt();

    /** The scopes it speaks of as a whole. */
    Set<ConsentScope> scopes();

    /** How it was expressed: {@code paper}, {@code on-screen}, {@code verbal}. */
    String method();
}
