package org.attune.app;

import java.time.Instant;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.attune.consent.ConsentGrant;
import org.attune.consent.ConsentRecord;
import org.attune.consent.DataCategory;
import org.attune.consent.ExportRequest;
import org.attune.consent.Identifiability;
import org.attune.export.AuditMark;
import org.attune.export.ExportContent;
import org.attune.export.ExportDesk;
import org.attune.export.ExportGate;
import org.attune.export.ExportGrant;
import org.attune.export.ExportOrder;
import org.attune.export.Exporter;
import org.attune.export.KeyedPseudonyms;
import org.attune.export.RecordedLane;
import org.attune.pipeline.Moment;
import org.attune.pipeline.SessionPipeline;
import org.attune.review.Annotations;
import org.attune.review.Marks;
import org.attune.session.ClientCode;
import org.attune.session.LaneId;
import org.attune.session.Marker;
import org.attune.session.Participant;
import org.attune.session.Session;
import org.attune.session.SessionId;
import org.attune.signal.CalmCues;
import org.attune.store.AuditHead;
import org.attune.store.SessionEntry;
import org.attune.store.StoredSession;
import org.attune.store.Vault;
import org.attune.time.WallClock;

/** Joins the vault and the export desk. */
final class ExportOrders {
    private ExportOrders() {}

    /** A desk that answers by this vault's consents. */
    static ExportDesk desk(Vault vault, SessionId session) {
        return desk(vault, session, Wiring.EXPORTERS);
    }

    /** The same for these formats. */
    static ExportDesk desk(Vault vault, SessionId session, List<Exporter> exporters) {
        return desk(vault, Optional.of(session), exporters);
    }

    /** The same of a session that the vault may not hold. */
    static ExportDesk desk(Vault vault, Optional<SessionId> session, List<Exporter> exporters) {
        return new ExportDesk(
                new ExportGate(new VaultRegister(vault, session), WallClock.system()),
                exporters,
                () -> Optional.of(mark(vault.audit().head())),
                grant -> consent(vault, grant),
                WallClock.system());
    }

    /**
     * The order for one lane of a recorded session.
     *
     * @throws UsageException when there is no such session or lane, or it is still being recorded
     */
    static ExportOrder of(Vault vault, SessionId id, LaneId lane, ExportWish wish) {
        return of(vault, id, lane, whoever -> wish);
    }

    /** The same, where what is wished for depends on whose lane it is. */
    static ExportOrder of(
            Vault vault, SessionId id, LaneId lane, Function<ClientCode, ExportWish> wishOf) {
        return of(vault, stored(vault, id), lane, wishOf, false);
    }

    /** The same of a session in the memory, whether the vault holds it or not. */
    static ExportOrder of(Vault vault, StoredSession stored, LaneId lane, ExportWish wish) {
        return of(vault, stored, lane, whoever -> wish, false);
    }

    /** A lane that is to be reviewed elsewhere, with the words that are shared. */
    static ExportOrder toReview(
            Vault vault, SessionId id, LaneId lane, Function<ClientCode, ExportWish> wishOf) {
        return of(vault, stored(vault, id), lane, wishOf, true);
    }

    private static ExportOrder of(
            Vault vault,
            StoredSession stored,
            LaneId lane,
            Function<ClientCode, ExportWish> wishOf,
            boolean reviewed) {
        if (stored.entry().state() == SessionEntry.State.RECORDING) {
            throw new UsageException("the session is still being recorded: end it first");
        }
        Session session = stored.entry().session();
        Participant whose = participant(session, lane);
        ExportWish wish = wishOf.apply(whose.code());
        ExportRequest request =
                new ExportRequest(
                        whose.code(),
                        wish.scope(),
                        wish.categories(),
                        wish.purpose(),
                        wish.recipient(),
                        wish.format(),
                        wish.identified()
                                ? Identifiability.IDENTIFIED
                                : Identifiability.PSEUDONYMISED,
                        session.startedAt(),
                        session.startedAt().plusNanos(stored.entry().last().nanos()));
        byte[] key = vault.pseudonymKey();
        KeyedPseudonyms pseudonyms = new KeyedPseudonyms(key, wish.recipient(), wish.purpose());
        Arrays.fill(key, (byte) 0);
        boolean page = wish.categories().contains(DataCategory.REPORT);
        List<Moment> moments = page || reviewed ? corrected(vault, stored) : stored.moments();
        RecordedLane cutFrom = lane(stored, moments, whose);
        if (reviewed) {
            cutFrom =
                    cutFrom.sharing(
                            Supervision.wordsFor(
                                    wish.recipient(),
                                    vault.annotations().of(session.id(), whose.code())));
        }
        return new ExportOrder(request, cutFrom, pseudonyms);
    }

    /** A page tells of marks where they stand; data are as they were recorded. */
    private static List<Moment> corrected(Vault vault, StoredSession stored) {
        SessionId id = stored.entry().session().id();
        return Annotations.of(vault.annotations().of(id)).over(stored.moments());
    }

    /** How many marks that others may see stand elsewhere than they were set, or were added. */
    static int corrected(Vault vault, SessionId id) {
        Annotations said = Annotations.of(vault.annotations().of(id));
        Set<Marker> marks = new HashSet<>(said.added());
        said.corrections().forEach(each -> marks.add(each.stands()));
        marks.removeIf(Marks::isPrivate);
        return marks.size();
    }

    /** A session as the vault holds it. */
    static StoredSession stored(Vault vault, SessionId id) {
        return vault.archive()
                .read(id)
                .orElseThrow(
                        () ->
                                new UsageException(
                                        "the vault holds no session "
                                                + id
                                                + ": 'attune sessions' lists them"));
    }

    private static Participant participant(Session session, LaneId lane) {
        return session.participants().stream()
                .filter(each -> each.lane().equals(lane))
                .findFirst()
                .orElseThrow(
                        () ->
                                new UsageException(
                                        "nobody was recorded in the lane "
                                                + lane
                                                + " of that session: say --lane"));
    }

    private static RecordedLane lane(
            StoredSession stored, List<Moment> moments, Participant whose) {
        Session session = stored.entry().session();
        boolean ours = session.pipelineVersion().equals(SessionPipeline.VERSION);
        return new RecordedLane(
                session,
                whose.lane(),
                new ExportContent.Identity(
                        whose.code().value(), Optional.empty(), Optional.empty()),
                moments,
                new RecordedLane.Recording(
                        stored.entry().state() == SessionEntry.State.CLOSED,
                        stored.holes().size(),
                        stored.entry().lost()),
                stored.settingsText(),
                ours ? Optional.of(CalmCues.ID) : Optional.empty(),
                Version.TEXT);
    }

    /** When the consent that a grant rests on was given. */
    static Optional<Instant> consentedAt(Vault vault, ExportGrant grant) {
        return consent(vault, grant).map(ConsentGrant::validFrom);
    }

    private static Optional<ConsentGrant> consent(Vault vault, ExportGrant grant) {
        return vault.consents().log(grant.request().client()).entries().stream()
                .filter(ConsentRecord.class::isInstance)
                .flatMap(each -> ((ConsentRecord) each).grants().stream())
                .filter(each -> grant.grantId().equals(Optional.of(each.id())))
                .findFirst();
    }

    private static AuditMark mark(AuditHead head) {
        return new AuditMark(head.seq(), head.hash(), head.signature(), head.publicKey());
    }
}
