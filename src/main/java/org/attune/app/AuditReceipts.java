package org.attune.app;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Path;
import org.attune.store.AuditHead;

/** Reads the head of the audit that a receipt, a manifest or an earlier listing carries. */
final class AuditReceipts {
    private AuditReceipts() {}

    /**
     * The head in {@code file}: {@code {"auditHead": {"seq", "hash", "signature", "publicKey"}}}
     * among whatever else.
     *
     * @throws UsageException when there is none
     */
    static AuditHead read(Path file) {
        try {
            JsonNode head = new ObjectMapper().readTree(file.toFile()).path("auditHead");
            if (!head.path("seq").isIntegralNumber()) {
                throw new UsageException("no auditHead in " + file + ": give a receipt of Attune");
            }
            return new AuditHead(
                    head.path("seq").asLong(),
                    head.path("hash").asText(),
                    head.path("signature").asText(),
                    head.path("publicKey").asText());
        } catch (IOException e) {
            throw new UsageException("the receipt cannot be read: " + file);
        } catch (IllegalArgumentException brokenHead) {
            throw new UsageException("the auditHead in " + file + " is damaged");
        }
    }
}
