package org.attune.app;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.attune.store.AuditEntry;
import org.attune.store.AuditHead;
import org.attune.store.AuditLog;
import org.attune.store.Vault;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** What was done with the vault. */
@Command(
        name = "audit",
        description = {
            "Lists what was done with the vault, and with whose leave: TSV.",
            "People and sessions by their random ids. 'vault verify' checks that it is whole."
        })
final class VaultAuditCommand extends Subcommand {
    @Option(
            names = "--json",
            description =
                    "JSON instead, with the signed head; kept elsewhere it serves 'vault verify"
                            + " --against'")
    boolean json;

    @Override
    int run() {
        try (Vault vault = Vaults.open(this)) {
            AuditLog audit = vault.audit();
            List<AuditEntry> entries = audit.entries();
            if (json) {
                Map<String, @Nullable Object> all = new LinkedHashMap<>();
                all.put("auditHead", head(audit.head()));
                all.put("entries", entries.stream().map(VaultAuditCommand::json).toList());
                out().println(Json.text(all));
            } else {
                out().println("seq\tat\twhat\tfacts");
                entries.forEach(entry -> out().println(line(entry)));
            }
            audit.trouble().ifPresent(why -> err().println("attune: the audit has gaps: " + why));
        }
        return ExitCode.DONE;
    }

    private static String line(AuditEntry entry) {
        return String.join(
                "\t",
                String.valueOf(entry.seq()),
                entry.at().toString(),
                Json.lower(entry.kind()),
                entry.factsText());
    }

    private static Map<String, @Nullable Object> json(AuditEntry entry) {
        Map<String, @Nullable Object> json = new LinkedHashMap<>();
        json.put("seq", entry.seq());
        json.put("at", entry.at().toString());
        json.put("what", Json.lower(entry.kind()));
        json.put("facts", entry.facts());
        json.put("hash", entry.hash());
        return json;
    }

    /** The form in which receipts, manifests and this command carry a head. */
    static Map<String, Object> head(AuditHead head) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("seq", head.seq());
        json.put("hash", head.hash());
        json.put("signature", head.signature());
        json.put("publicKey", head.publicKey());
        return json;
    }
}
