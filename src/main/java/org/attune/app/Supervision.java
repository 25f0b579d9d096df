package org.attune.app;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.attune.consent.ConsentScope;
import org.attune.consent.ExportFormat;
import org.attune.consent.Purpose;
import org.attune.consent.Recipient;
import org.attune.export.AnswerFile;
import org.attune.export.ExportDesk;
import org.attune.export.ExportOrder;
import org.attune.export.Exporter;
import org.attune.export.KeyedPseudonyms;
import org.attune.export.Pseudonyms;
import org.attune.review.Annotation;
import org.attune.review.Annotations;
import org.attune.review.Said;
import org.attune.session.ClientCode;
import org.attune.session.LaneId;
import org.attune.session.SessionId;
import org.attune.store.AuditEvent;
import org.attune.store.ExportCopy;
import org.attune.store.StoredSession;
import org.attune.store.Vault;
import org.attune.time.SessionTime;

/**
 * A session's way to whoever supervises, and what they say of it on its way back. Any thread.
 *
 * <p>Who answers is known from the list of what has left: only they were given the pseudonym that
 * an answer names. So an answer need not say whose it is, and cannot pretend.
 */
final class Supervision {
    /** Who a therapist is to those who supervise. */
    static final String THERAPIST = "therapist";

    private Supervision() {}

    /** As an author, somebody is called by their id: it is theirs alone. */
    static String author(Recipient recipient) {
        String id = recipient.id().replaceAll("[^\\p{L}\\p{N}._-]", "-");
        String begins = id.replaceFirst("^[^\\p{L}\\p{N}]+", "");
        return begins.substring(0, Math.min(40, begins.length()));
    }

    /** What of the words said of a lane one recipient may see, as they will see it. */
    static List<Annotation> wordsFor(Recipient recipient, List<Annotation> said) {
        return Annotations.of(said).shownTo(author(recipient)).stream()
                .map(
                        each ->
                                new Annotation(
                                        each.id(),
                                        each.isOwn() ? THERAPIST : Annotation.OWN,
                                        each.at(),
                                        each.said()))
                .toList();
    }

    /** A desk that sends sessions to be reviewed. */
    static ExportDesk desk(Vault vault, SessionId id, Optional<String> answerTo) {
        Exporter log = Wiring.sessionLog(answerTo);
        return ExportOrders.desk(vault, id, List.of(log));
    }

    /** What is to be sent of a session, and to whom. */
    static ExportOrder order(
            Vault vault, SessionId id, LaneId lane, Function<ClientCode, Recipient> to) {
        Exporter log = Wiring.sessionLog(Optional.empty());
        return ExportOrders.toReview(
                vault,
                id,
                lane,
                whose ->
                        new ExportWish(
                                ExportFormat.BUNDLE,
                                Purpose.SUPERVISION,
                                to.apply(whose),
                                ConsentScope.SUPERVISION,
                                log.needs(),
                                false));
    }

    /**
     * What came of an answer.
     *
     * @param session of which session
     * @param author whose answer it is
     * @param added what was new
     * @param known how many things were there already
     * @param kept what the therapist says otherwise of the same mark: both are kept
     * @param leftOut how many were passed over, for they pretend to be entries that are there
     */
    record Merged(
            SessionId session,
            String author,
            List<Annotation> added,
            int known,
            int kept,
            int leftOut) {
        Merged {
            added = List.copyOf(added);
        }
    }

    /** A session that was sent, and to whom. */
    private record Sent(ClientCode client, SessionId session, Recipient to) {}

    /**
     * Takes in an answer.
     *
     * @param bytes of the file, opened
     * @throws org.attune.export.ForeignFileException when it is none or was changed
     * @throws UsageException when it answers nothing that left this vault
     * @throws ConsentRefusedException when nothing may be stored
     */
    static Merged merge(Vault vault, byte[] bytes) {
        String pseudonym = AnswerFile.read(bytes, THERAPIST).session();
        Sent sent =
                sent(vault, pseudonym)
                        .orElseThrow(
                                () ->
                                        new UsageException(
                                                "this answers no session that was sent from this"
                                                        + " vault: open it where the session"
                                                        + " came from"));
        List<Annotation> words = AnswerFile.read(bytes, author(sent.to())).words();
        StoredSession stored =
                vault.archive()
                        .read(sent.session())
                        .orElseThrow(
                                () ->
                                        new UsageException(
                                                "the session this answers is not in the vault any"
                                                        + " more: nothing was kept"));
        requireWithin(words, stored.entry().last());
        Merged merged = compare(vault, sent, words);
        int unused = new Annotating(vault, sent.session(), sent.client()).keep(merged.added());
        vault.audit()
                .append(
                        AuditEvent.of(AuditEvent.Kind.ANSWER_MERGED)
                                .about(sent.client())
                                .with("session", sent.session().value())
                                .with("sha256", Sha256.hex(bytes))
                                .with("words", words.size())
                                .with("fresh", merged.added().size()));
        return merged;
    }

    private static void requireWithin(List<Annotation> words, SessionTime end) {
        for (Annotation each : words) {
            if (latest(each.said()).isAfter(end)) {
                throw new UsageException(
                        "the answer speaks of a time after the session's end: nothing was kept");
            }
        }
    }

    private static SessionTime latest(Said said) {
        if (said instanceof Said.Comment comment) {
            return comment.to();
        }
        if (said instanceof Said.Added added) {
            return added.mark().at();
        }
        return said instanceof Said.Moved moved
                ? SessionTime.later(moved.to(), moved.mark().at())
                : SessionTime.ZERO;
    }

    private static Merged compare(Vault vault, Sent sent, List<Annotation> words) {
        List<Annotation> there = vault.annotations().of(sent.session());
        Map<String, Annotation> byId =
                there.stream()
                        .collect(Collectors.toMap(Annotation::id, each -> each, (one, two) -> one));
        List<Annotation> added = new ArrayList<>();
        int known = 0;
        int leftOut = 0;
        for (Annotation each : words) {
            Annotation same = byId.putIfAbsent(each.id(), each);
            if (same == null) {
                added.add(each);
            } else if (same.equals(each)) {
                known++;
            } else {
                leftOut++;
            }
        }
        int kept = (int) added.stream().filter(each -> isMovedElsewhere(there, each)).count();
        return new Merged(sent.session(), author(sent.to()), added, known, kept, leftOut);
    }

    /** Whether somebody says another time of the same mark. */
    private static boolean isMovedElsewhere(List<Annotation> there, Annotation fresh) {
        return fresh.said() instanceof Said.Moved moved
                && Annotations.of(there).corrections().stream()
                        .anyMatch(
                                each ->
                                        Set.of(each.set(), each.stands()).contains(moved.mark())
                                                && !each.stands().at().equals(moved.to()));
    }

    private static Optional<Sent> sent(Vault vault, String pseudonym) {
        byte[] key = vault.pseudonymKey();
        try {
            for (ClientCode client : vault.clients().codes()) {
                for (ExportCopy copy : vault.exports().copies(client)) {
                    Optional<Recipient> to = recipient(copy);
                    if (to.isPresent()
                            && copy.session().isPresent()
                            && new KeyedPseudonyms(key, to.get(), Purpose.SUPERVISION)
                                    .of(Pseudonyms.Kind.SESSION, copy.session().get().value())
                                    .equals(pseudonym)) {
                        return Optional.of(new Sent(client, copy.session().get(), to.get()));
                    }
                }
            }
            return Optional.empty();
        } finally {
            Arrays.fill(key, (byte) 0);
        }
    }

    /**
     * To whom a copy went; the list names them as {@code Dr B. Lindqvist (supervisor:lindqvist)}.
     */
    private static Optional<Recipient> recipient(ExportCopy copy) {
        String text = copy.recipient();
        int open = text.lastIndexOf('(');
        return open < 0 || !text.endsWith(")") || !copy.purpose().equals(Purpose.SUPERVISION.code())
                ? Optional.empty()
                : Recipient.ofCode(text.substring(open + 1, text.length() - 1));
    }

    /** Whether a consent has run out. */
    static boolean isOver(Optional<Instant> holdsUntil, Instant now) {
        return holdsUntil.filter(now::isAfter).isPresent();
    }
}
