package org.attune.app;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.attune.consent.ConsentEntry;
import org.attune.consent.ConsentEvent;
import org.attune.consent.ConsentLog;
import org.attune.consent.ConsentScope;
import org.attune.review.Annotations;
import org.attune.session.ClientCode;
import org.attune.session.Participant;
import org.attune.session.Role;
import org.attune.session.Session;
import org.attune.session.SessionId;
import org.attune.store.AuditEvent;
import org.attune.store.StoredSession;
import org.attune.store.Vault;
import org.attune.time.WallClock;
import org.attune.ui.review.ReviewSession;

/**
 * Reads a recorded session for its review: the lanes of those who agreed to that, and no others.
 */
final class ReviewReading {
    private ReviewReading() {}

    /**
     * What was read.
     *
     * @param people who agreed
     * @param annotations what was said of it afterwards, as it stands
     * @param kept when it was agreed that recordings are kept
     */
    record Read(
            ReviewedSession reviewed,
            StoredSession stored,
            Annotations annotations,
            List<Participant> people,
            Optional<LocalDate> kept) {
        Read {
            people = List.copyOf(people);
        }

        ReviewSession forWindow() {
            return ReviewReading.forWindow(reviewed, kept, annotations);
        }

        /** The same after something was said of it. */
        Read with(Annotations now) {
            return new Read(
                    ReviewedSession.ofStored(stored, people, now), stored, now, people, kept);
        }
    }

    /**
     * Reads one session.
     *
     * @param own whether the therapist's own lane is wanted, which is private
     * @param leftOut told who is left out, and what is missing
     * @throws ConsentRefusedException when nobody agreed, with what is missing
     */
    static Read read(Vault vault, SessionId id, boolean own, Consumer<String> leftOut) {
        return read(vault, id, own, "review", leftOut);
    }

    /**
     * @param as how it is looked at, for the audit
     */
    static Read read(Vault vault, SessionId id, boolean own, String as, Consumer<String> leftOut) {
        StoredSession stored = Vaults.session(vault, id);
        Instant now = WallClock.system().now();
        List<Participant> people =
                agreed(vault, stored.entry().session().participants(), own, now, leftOut);
        Annotations annotations = Annotations.of(vault.annotations().of(id));
        ReviewedSession reviewed = ReviewedSession.ofStored(stored, people, annotations);
        people.forEach(each -> viewed(vault, each.code(), id, as));
        Optional<LocalDate> kept =
                people.stream()
                        .filter(each -> each.lane().role() != Role.THERAPIST)
                        .findFirst()
                        .flatMap(each -> keptSince(vault.consents().log(each.code()), now));
        return new Read(reviewed, stored, annotations, people, kept);
    }

    /** Looking at a recording is an access, and is entered before anything is shown. */
    static void viewed(Vault vault, ClientCode who, SessionId id, String as) {
        vault.audit()
                .append(
                        AuditEvent.of(AuditEvent.Kind.VIEWED)
                                .about(who)
                                .with("session", id.value())
                                .with("as", as));
    }

    /** Whoever did not agree is not there; where nobody did, nothing is shown. */
    private static List<Participant> agreed(
            Vault vault,
            List<Participant> people,
            boolean own,
            Instant now,
            Consumer<String> leftOut) {
        List<Participant> agreed = new ArrayList<>();
        List<String> missing = new ArrayList<>();
        for (Participant person : people) {
            if (person.lane().role() == Role.THERAPIST && !own) {
                continue;
            }
            List<String> lacking =
                    vault.consents().log(person.code()).missing(List.of(ConsentScope.REVIEW), now);
            if (lacking.isEmpty()) {
                agreed.add(person);
            } else {
                boolean unused =
                        vault.audit()
                                .note(
                                        AuditEvent.decision(false, "review", "scope", List.of())
                                                .about(person.code()));
                missing.add(person.lane() + ": " + String.join(", ", lacking));
            }
        }
        if (agreed.isEmpty()) {
            ClientCommand.OfOne.refuse("not reviewed", missing);
            throw new UsageException("there is only the therapist's own lane; --own shows it");
        }
        missing.forEach(each -> leftOut.accept("left out, " + each));
        return agreed;
    }

    /** What the window shows. */
    static ReviewSession forWindow(
            ReviewedSession reviewed, Optional<LocalDate> kept, Annotations annotations) {
        return new ReviewSession(
                reviewed.name(),
                reviewed.session()
                        .map(each -> LocalDate.ofInstant(each.startedAt(), ZoneId.systemDefault())),
                reviewed.session().map(Session::participants).orElse(List.of()),
                reviewed.timeline(),
                reviewed.figures(),
                kept,
                annotations);
    }

    /** When it was last agreed that recordings are kept; empty when that holds no longer. */
    private static Optional<LocalDate> keptSince(ConsentLog log, Instant now) {
        if (!log.grants(ConsentScope.STORE, now)) {
            return Optional.empty();
        }
        return log.entries().stream()
                .filter(entry -> entry.type() == ConsentEvent.Type.GIVEN)
                .filter(entry -> entry.scopes().contains(ConsentScope.STORE))
                .map(ConsentEntry::at)
                .reduce((old, late) -> late)
                .map(at -> LocalDate.ofInstant(at, ZoneId.systemDefault()));
    }
}
