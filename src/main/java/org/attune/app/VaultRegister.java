package org.attune.app;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.attune.consent.ConsentLog;
import org.attune.consent.ExportRequest;
import org.attune.export.ExportRegister;
import org.attune.session.ClientCode;
import org.attune.session.SessionId;
import org.attune.store.AuditEvent;
import org.attune.store.ExportCopy;
import org.attune.store.Vault;

/**
 * The vault as the export gate sees it: consents read anew at each question, answers in the audit,
 * copies in the ledger. What cannot be written there ends the export.
 */
final class VaultRegister implements ExportRegister {
    private final Vault vault;
    private final Optional<SessionId> session;

    /**
     * @param session whose data are exported; none for notes
     */
    VaultRegister(Vault vault, Optional<SessionId> session) {
        this.vault = vault;
        this.session = session;
    }

    @Override
    public ConsentLog consents(ClientCode client) {
        return vault.consents().log(client);
    }

    @Override
    public Instant newestKnown(ClientCode client, Instant now) {
        return vault.consents().newestKnown(client, now);
    }

    @Override
    public void decided(Decision decision) {
        ExportRequest request = decision.request();
        vault.audit()
                .append(
                        AuditEvent.decision(
                                        decision.allowed(),
                                        decision.stage().code(),
                                        decision.ruleId(),
                                        decision.grantIds())
                                .about(request.client())
                                .with("session", session.map(SessionId::value).orElse(""))
                                .with("format", request.format().code())
                                .with("purpose", request.purpose().code())
                                .with("sha256", decision.sha256()));
    }

    @Override
    public void leaving(Copy copy) {
        ExportRequest request = copy.grant().request();
        vault.exports()
                .append(
                        request.client(),
                        new ExportCopy(
                                UUID.randomUUID().toString(),
                                copy.at(),
                                session,
                                request.format().code(),
                                request.purpose().code(),
                                request.recipient().name()
                                        + " ("
                                        + request.recipient().code()
                                        + ")",
                                request.scope().code(),
                                copy.grant().grantId().orElse(""),
                                request.identifiability().code(),
                                copy.sha256(),
                                copy.fileName()));
    }
}
