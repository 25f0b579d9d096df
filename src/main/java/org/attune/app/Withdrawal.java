package org.attune.app;

import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.attune.consent.ConsentEvent;
import org.attune.consent.ConsentForm;
import org.attune.consent.ConsentLog;
import org.attune.consent.ConsentRecord;
import org.attune.consent.ConsentScope;
import org.attune.session.ClientCode;
import org.attune.session.SessionId;
import org.attune.store.ExportCopy;
import org.attune.store.Vault;
import org.attune.time.WallClock;

/** A change of mind, entered; by the command and by the desk. */
final class Withdrawal {
    private final ConsentPaper paper;
    private final CommonOptions common;

    /**
     * @param paper how it was said
     */
    Withdrawal(ConsentPaper paper, CommonOptions common) {
        this.paper = paper;
        this.common = common;
    }

    /**
     * Enters the withdrawal of these scopes and grants.
     *
     * @param expired whether it is not the client's word, but that what was to end them happened
     */
    void enter(
            Vault vault,
            ClientCode client,
            Set<ConsentScope> scopes,
            Set<String> grants,
            boolean expired) {
        ConsentLog log = vault.consents().log(client);
        Set<String> known = ConsentWords.grantIds(log);
        for (String grant : grants) {
            if (!known.contains(grant)) {
                throw new UsageException("there is no grant of that id: " + grant);
            }
        }
        // Also where the clock was turned back, the newest word must be the withdrawal.
        Instant now = WallClock.system().now();
        Instant at = log.newestEntry().filter(now::isBefore).orElse(now);
        ConsentRecord record =
                paper.record(
                        client,
                        form(log),
                        log,
                        new ConsentPaper.What(
                                expired ? ConsentEvent.Type.EXPIRED : ConsentEvent.Type.WITHDRAWN,
                                at,
                                List.of(),
                                scopes,
                                grants));
        vault.consents().append(record);
    }

    /** The form that was agreed to: nobody has to read another to change their mind. */
    private ConsentForm form(ConsentLog log) {
        return ConsentPaper.last(log)
                .map(record -> Receipts.form(record))
                .orElseGet(() -> paper.load(common));
    }

    /** A copy that left, in one line. */
    static String line(ExportCopy copy) {
        return copy.at()
                + "  "
                + copy.recipient()
                + "  "
                + copy.purpose()
                + "  "
                + copy.format()
                + "  "
                + copy.fileName()
                + copy.session().map(SessionId::value).map(id -> "  session " + id).orElse("");
    }
}
