package org.attune.consent;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.attune.session.ClientCode;
import org.jspecify.annotations.Nullable;

/**
 * One person's consent, as the sequence of its entries. What holds at an instant is a pure function
 * of the log: deny by default; an expired grant is no grant; a record that is not whole grants
 * nothing.
 *
 * <p>For what is done inside (recording, looking back), the newest word on a scope counts, a
 * withdrawal beats a grant of the same instant and a shorter grant a longer one. For what leaves,
 * each grant stands by itself until it ends or is taken away, and one alone must match in every
 * element.
 *
 * <p>Immutable; any thread.
 */
public final class ConsentLog {
    private static final String TURNED_BACK =
            "the clock stands before what was already entered: set it right, or confirm it";
    private final ClientCode client;
    private final List<ConsentEntry> entries;

    private ConsentLog(ClientCode client, List<? extends ConsentEntry> entries) {
        this.client = client;
        this.entries = List.copyOf(entries);
    }

    /** The log of {@code client}, in the order in which the entries were made. */
    public static ConsentLog of(ClientCode client, List<? extends ConsentEntry> entries) {
        for (ConsentEntry entry : entries) {
            if (!entry.client().equals(client)) {
                throw new IllegalArgumentException("all entries must be of the log's own client");
            }
        }
        return new ConsentLog(client, entries);
    }

    public ClientCode client() {
        return client;
    }

    public List<ConsentEntry> entries() {
        return entries;
    }

    /** When the newest entry was made; empty for an empty log. */
    public Optional<Instant> newestEntry() {
        return entries.stream().map(ConsentEntry::enteredAt).max(Instant::compareTo);
    }

    /** Whether {@code scope} is granted at {@code now}. */
    public boolean grants(ConsentScope scope, Instant now) {
        return new Standing(entries, now).open(scope).isPresent();
    }

    /** The last instant {@code scope} is granted; empty when it is not, or has no end. */
    public Optional<Instant> until(ConsentScope scope, Instant now) {
        return new Standing(entries, now)
                .open(scope)
                .flatMap(open -> Optional.ofNullable(open.until()));
    }

    /** The grants of whole records that stand at {@code now}, oldest first. */
    public List<ConsentGrant> standing(Instant now) {
        Standing standing = new Standing(entries, now);
        List<ConsentGrant> grants = new ArrayList<>();
        for (ConsentScope scope : ConsentScope.values()) {
            standing.everGiven(scope).stream()
                    .filter(standing::stands)
                    .map(Standing.Given::grant)
                    .forEach(grants::add);
        }
        return grants;
    }

    /**
     * What keeps the scopes from being granted at {@code now}, each in plain words.
     *
     * @param newestKnown as for {@link #askToExport(ExportRequest, Instant, Instant)}
     */
    public List<String> missing(List<ConsentScope> scopes, Instant now, Instant newestKnown) {
        if (now.isBefore(newestKnown)) {
            return List.of(TURNED_BACK);
        }
        return missing(scopes, now);
    }

    /**
     * The latest instant after {@code now} at which anything was taken away that was not given
     * again in a later entry. Before it nothing should be decided: a clock that was put back, even
     * one that a person has confirmed, must revive nothing.
     */
    public Optional<Instant> takenLater(Instant now) {
        Instant latest = null;
        for (int i = 0; i < entries.size(); i++) {
            ConsentEntry taking = entries.get(i);
            boolean stays =
                    taking.type().takes()
                            && taking.at().isAfter(now)
                            && entries.subList(i + 1, entries.size()).stream()
                                    .noneMatch(later -> givesAgain(later, taking));
            if (stays && (latest == null || taking.at().isAfter(latest))) {
                latest = taking.at();
            }
        }
        return Optional.ofNullable(latest);
    }

    private static boolean givesAgain(ConsentEntry later, ConsentEntry taking) {
        return later.type().gives() && later.scopes().containsAll(taking.scopes());
    }

    /** Which of the scopes are not granted at {@code now}, each in plain words. */
    public List<String> missing(List<ConsentScope> scopes, Instant now) {
        return scopes.stream()
                .filter(scope -> !grants(scope, now))
                .map(ConsentLog::isMissing)
                .toList();
    }

    static String isMissing(ConsentScope scope) {
        return "no consent to '" + scope.code() + "' is in force";
    }

    /** A permit to record and store, or what is missing for it. */
    public RecordingAnswer askToRecord(Instant now) {
        List<String> missing = new ArrayList<>();
        Standing standing = new Standing(entries, now);
        Instant until = null;
        for (ConsentScope scope : List.of(ConsentScope.RECORD, ConsentScope.STORE)) {
            Optional<Standing.Open> open = standing.open(scope);
            if (open.isEmpty()) {
                missing.add(isMissing(scope));
            } else {
                until = earlier(until, open.get().until());
            }
        }
        return missing.isEmpty()
                ? new RecordingAnswer.Permitted(new RecordingPermit(client, until))
                : new RecordingAnswer.Refused(missing);
    }

    /**
     * As {@link #askToRecord(Instant)}, by a clock that may have been turned back.
     *
     * @param newestKnown as for {@link #askToExport(ExportRequest, Instant, Instant)}
     */
    public RecordingAnswer askToRecord(Instant now, Instant newestKnown) {
        List<String> missing =
                missing(List.of(ConsentScope.RECORD, ConsentScope.STORE), now, newestKnown);
        return missing.isEmpty() ? askToRecord(now) : new RecordingAnswer.Refused(missing);
    }

    private static @Nullable Instant earlier(@Nullable Instant one, @Nullable Instant other) {
        return one == null || (other != null && other.isBefore(one)) ? other : one;
    }

    /** As {@link #askToExport(ExportRequest, Instant, Instant)}, with the log's newest entry. */
    public ExportAnswer askToExport(ExportRequest request, Instant now) {
        return askToExport(request, now, newestEntry().orElse(now));
    }

    /**
     * A permit for exactly this export, or what is missing for it. Ask twice: before anything is
     * written, and with the same request again before the file gets its name.
     *
     * @param now the instant to decide for
     * @param newestKnown the newest instant known from any entry, of this log or of another: if
     *     {@code now} lies before it, the clock was turned back and nothing may leave. Once a
     *     person has confirmed the clock, the caller gives {@code now} itself
     */
    public ExportAnswer askToExport(ExportRequest request, Instant now, Instant newestKnown) {
        return now.isBefore(newestKnown)
                ? new ExportAnswer.Refused(List.of(TURNED_BACK), ConsentRule.CLOCK)
                : new ExportDecision(this, request, now).answer();
    }
}
