package org.attune.export;

import java.time.Instant;
import java.util.List;
import org.attune.consent.ConsentLog;
import org.attune.consent.ExportRequest;
import org.attune.session.ClientCode;

/**
 * What the gate needs of the vault: consents as they stand at the moment of asking, and a place
 * where every decision and every copy is written down. What cannot be written down does not leave:
 * the methods throw, and the export ends. Any thread.
 */
public interface ExportRegister {
    /** When the gate was asked. */
    enum Stage {
        /** Before anything is written. */
        ASKED,
        /** When all is written and about to get its name. */
        NAMED;

        /** The word kept in the audit. */
        public String code() {
            return this == ASKED ? "export" : "export-name";
        }
    }

    /**
     * A decision, be it yes or no.
     *
     * @param request what was asked
     * @param stage when
     * @param allowed the answer
     * @param ruleId the rule that decided
     * @param grantIds the consents it rests on; none for a refusal or a person's own copy
     * @param sha256 of what is about to leave; empty before it is written
     */
    record Decision(
            ExportRequest request,
            Stage stage,
            boolean allowed,
            String ruleId,
            List<String> grantIds,
            String sha256) {
        public Decision {
            grantIds = List.copyOf(grantIds);
        }
    }

    /**
     * A copy that is about to leave.
     *
     * @param grant what it leaves by
     * @param at when
     * @param sha256 of its bytes; of a folder, of the manifest of its manifests
     * @param fileName without its folder
     */
    record Copy(ExportGrant grant, Instant at, String sha256, String fileName) {}

    /** A person's consents, read anew. */
    ConsentLog consents(ClientCode client);

    /** The newest instant the vault knows of: a clock that shows less was turned back. */
    Instant newestKnown(ClientCode client, Instant now);

    /** Writes a decision down. */
    void decided(Decision decision);

    /** Enters a copy, so that its recipient can be told when consent is withdrawn. */
    void leaving(Copy copy);
}
