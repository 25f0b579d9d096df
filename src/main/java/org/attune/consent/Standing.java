package org.attune.consent;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What a log's entries mean at one instant. */
final class Standing {
    private final List<ConsentEntry> said;
    private final Instant now;

    Standing(List<ConsentEntry> entries, Instant now) {
        this.said = entries.stream().filter(entry -> !entry.at().isAfter(now)).toList();
        this.now = now;
    }

    /** A grant together with the record it came with. */
    record Given(ConsentGrant grant, ConsentRecord by) {
        Optional<Instant> end() {
            return by.endOf(grant);
        }
    }

    /** The last instant of a scope that is granted. */
    record Open(@Nullable Instant until) {}

    /** Every grant of that scope that was ever whole, oldest first. */
    List<Given> everGiven(ConsentScope scope) {
        List<Given> given = new ArrayList<>();
        for (ConsentEntry entry : said) {
            if (entry instanceof ConsentRecord record
                    && record.type().gives()
                    && record.defects().isEmpty()) {
                record.grants().stream()
                        .filter(grant -> grant.scope() == scope)
                        .forEach(grant -> given.add(new Given(grant, record)));
            }
        }
        return given;
    }

    /** What ended a grant before its time; empty when nothing did. */
    Optional<ConsentEntry> endedBy(Given given) {
        return said.stream().filter(entry -> ends(entry, given)).findFirst();
    }

    private static boolean ends(ConsentEntry entry, Given given) {
        if (entry instanceof ConsentRecord record
                && (record.type().takes() || record.type() == ConsentEvent.Type.AMENDED)
                && record.happening().grantIds().contains(given.grant().id())) {
            return true;
        }
        return entry.type().takes()
                && entry.scopes().contains(given.grant().scope())
                && !entry.at().isBefore(given.by().at());
    }

    /** Whether a grant holds: by its dates, and nothing has ended it. */
    boolean stands(Given given) {
        return isInTime(given) && endedBy(given).isEmpty();
    }

    /** Whether a grant holds by its dates. */
    boolean isInTime(Given given) {
        return !now.isBefore(given.grant().validFrom())
                && given.end().map(end -> !now.isAfter(end)).orElse(true);
    }

    /**
     * Whether a scope as such is granted: the newest word on it counts; of several words of one
     * instant each must grant it.
     */
    Optional<Open> open(ConsentScope scope) {
        List<ConsentEntry> words = said.stream().filter(entry -> speaksOf(entry, scope)).toList();
        Optional<Instant> newest = words.stream().map(ConsentEntry::at).max(Instant::compareTo);
        if (newest.isEmpty()) {
            return Optional.empty();
        }
        Open open = new Open(null);
        for (ConsentEntry word : words) {
            if (word.at().equals(newest.get())) {
                Optional<Open> held = word.type().takes() ? Optional.empty() : held(word, scope);
                if (held.isEmpty()) {
                    return held;
                }
                open = earlier(open, held.get());
            }
        }
        return Optional.of(open);
    }

    /** A request says nothing, nor does a record that is not whole, except that it takes away. */
    private static boolean speaksOf(ConsentEntry entry, ConsentScope scope) {
        return entry.scopes().contains(scope)
                && (entry.type().takes()
                        || (entry.type().gives()
                                && !(entry instanceof ConsentRecord record
                                        && !record.defects().isEmpty())));
    }

    /** How long what {@code entry} says of the scope holds: the longest of its grants. */
    private Optional<Open> held(ConsentEntry entry, ConsentScope scope) {
        if (entry instanceof ConsentEvent event) {
            Instant until = event.validUntil();
            return until == null || !now.isAfter(until)
                    ? Optional.of(new Open(until))
                    : Optional.empty();
        }
        ConsentRecord record = (ConsentRecord) entry;
        return record.grants().stream()
                .filter(grant -> grant.scope() == scope)
                .map(grant -> new Given(grant, record))
                .filter(this::stands)
                .map(given -> new Open(given.end().orElse(null)))
                .reduce((one, other) -> one.equals(earlier(one, other)) ? other : one);
    }

    private static Open earlier(Open one, Open other) {
        Instant first = one.until();
        Instant second = other.until();
        return second == null || (first != null && !second.isBefore(first)) ? one : other;
    }
}
