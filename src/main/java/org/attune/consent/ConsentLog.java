package org.attune.consent;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.attune.session.ClientCode;
import org.jspecify.annotations.Nullable;

/**
 * One person's consent, as the sequence of its events. What holds at an instant is a pure function
 * of the log: deny by default, the newest word on a scope counts, a withdrawal beats a grant of the
 * same instant and a shorter grant a longer one, an expired grant is no grant.
 *
 * <p>Immutable; any thread.
 */
public final class ConsentLog {
    private final ClientCode client;
    private final List<ConsentEvent> events;

    private ConsentLog(ClientCode client, List<ConsentEvent> events) {
        this.client = client;
        this.events = List.copyOf(events);
    }

    /** The log of {@code client}, in the order in which the events were entered. */
    public static ConsentLog of(ClientCode client, List<ConsentEvent> events) {
        for (ConsentEvent event : events) {
            if (!event.client().equals(client)) {
                throw new IllegalArgumentException("all events must be of the log's own client");
            }
        }
        return new ConsentLog(client, events);
    }

    public ClientCode client() {
        return client;
    }

    public List<ConsentEvent> events() {
        return events;
    }

    /** Whether {@code scope} is granted at {@code now}. */
    public boolean grants(ConsentScope scope, Instant now) {
        return governing(scope, now) != null;
    }

    /** Which of the scopes are not granted at {@code now}, each in plain words. */
    public List<String> missing(List<ConsentScope> scopes, Instant now) {
        return scopes.stream()
                .filter(scope -> !grants(scope, now))
                .map(ConsentLog::isMissing)
                .toList();
    }

    private static String isMissing(ConsentScope scope) {
        return "no consent to '" + scope.code() + "' is in force";
    }

    /** A permit to record and store, or what is missing for it. */
    public RecordingAnswer askToRecord(Instant now) {
        List<String> missing = new ArrayList<>();
        Instant until = null;
        for (ConsentScope scope : List.of(ConsentScope.RECORD, ConsentScope.STORE)) {
            ConsentEvent given = governing(scope, now);
            if (given == null) {
                missing.add(isMissing(scope));
            } else if (given.validUntil() != null
                    && (until == null || given.validUntil().isBefore(until))) {
                until = given.validUntil();
            }
        }
        return missing.isEmpty()
                ? new RecordingAnswer.Permitted(new RecordingPermit(client, until))
                : new RecordingAnswer.Refused(missing);
    }

    /** The grant that rules {@code scope} at {@code now}, or null when none does. */
    private @Nullable ConsentEvent governing(ConsentScope scope, Instant now) {
        ConsentEvent newest = null;
        for (ConsentEvent event : events) {
            if (!event.scopes().contains(scope) || event.at().isAfter(now)) {
                continue;
            }
            if (newest == null
                    || event.at().isAfter(newest.at())
                    || (event.at().equals(newest.at()) && narrower(event, newest))) {
                newest = event;
            }
        }
        if (newest == null || newest.type() != ConsentEvent.Type.GIVEN) {
            return null;
        }
        Instant until = newest.validUntil();
        return until == null || !now.isAfter(until) ? newest : null;
    }

    /** Of two words of one instant the one that allows less rules. */
    private static boolean narrower(ConsentEvent event, ConsentEvent other) {
        if (event.type() != ConsentEvent.Type.GIVEN || other.type() != ConsentEvent.Type.GIVEN) {
            return event.type() != ConsentEvent.Type.GIVEN;
        }
        Instant until = event.validUntil();
        Instant otherUntil = other.validUntil();
        return until != null && (otherUntil == null || until.isBefore(otherUntil));
    }
}
