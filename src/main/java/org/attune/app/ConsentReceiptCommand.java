package org.attune.app;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HexFormat;
import java.util.List;
import org.attune.export.AuditMark;
import org.attune.export.ReceiptJson;
import org.attune.export.ReceiptPdf;
import org.attune.session.ClientCode;
import org.attune.store.AuditHead;
import org.attune.store.StoredConsent;
import org.attune.store.Vault;
import org.attune.store.VerifyReport;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** The client's own copy of what they agreed to. */
@Command(
        name = "receipt",
        description = {
            "Writes the client's copy of what they agreed to: one page, and the same for programs.",
            "It names the client by code and holds nothing that was measured."
        })
final class ConsentReceiptCommand extends Subcommand {
    @Parameters(paramLabel = "CODE", description = "the client's code")
    String code = "";

    @Option(
            names = "--out",
            paramLabel = "DIR|FILE",
            required = true,
            description = "a folder for both, or a file ending in .pdf or .json")
    Path out = Path.of("");

    @Override
    int run() {
        try (Vault vault = Vaults.open(this)) {
            Receipts.write(vault, new ClientCode(code), out).forEach(out()::println);
        }
        return ExitCode.DONE;
    }

    /** Whether a receipt is as it was issued. */
    @Command(
            name = "verify-receipt",
            description = {
                "Checks that a receipt (.pdf or .json) is as it was issued: its hash and signature.",
                "With --vault also that it is this vault's, and of a consent it still holds."
            })
    static final class Verify extends Subcommand {
        private static final int MOST_BYTES = 4 * 1024 * 1024;

        @Parameters(paramLabel = "FILE", description = "the receipt, its page or its data")
        Path file = Path.of("");

        @Override
        int run() {
            byte[] bytes = bytes();
            boolean page = ReceiptPdf.isPdf(bytes);
            ReceiptJson.Checked checked =
                    page
                            ? ReceiptPdf.check(bytes)
                            : ReceiptJson.check(new String(bytes, StandardCharsets.UTF_8));
            String complaint = checked.complaint();
            if (checked.isSound() && common.vault != null) {
                complaint = inTheVault(checked);
            }
            if (!complaint.isEmpty()) {
                out().println("not sound: " + complaint);
                return ExitCode.CHECK_FAILED;
            }
            out().println("sound: receipt " + checked.id() + " of " + checked.client());
            if (page) {
                out().println(
                                "not one byte of this file was changed: page and attached data"
                                        + " were issued together");
            }
            out().println("signed with the key " + checked.publicKey());
            if (common.vault == null) {
                out().println("compare the key with that of another receipt, or give --vault");
            } else {
                out().println("the key is this vault's, and the vault holds the consent");
            }
            return ExitCode.DONE;
        }

        private String inTheVault(ReceiptJson.Checked checked) {
            try (Vault vault = Vaults.open(this)) {
                String own = HexFormat.of().formatHex(vault.signingKey().publicKey());
                if (!own.equals(checked.publicKey())) {
                    return "it was signed by another vault";
                }
                AuditMark mark = checked.audit();
                AuditHead head =
                        new AuditHead(mark.seq(), mark.hash(), mark.signature(), mark.publicKey());
                VerifyReport report = vault.verify(List.of(head));
                if (!report.sound()) {
                    return "the vault is not as it was: run 'attune vault verify'";
                }
                boolean held =
                        vault.consents().stored(new ClientCode(checked.client())).stream()
                                .map(StoredConsent::hash)
                                .anyMatch(checked.recordHash()::equals);
                return held ? "" : "the vault does not hold the consent it is of (erased, or cut)";
            }
        }

        private byte[] bytes() {
            try {
                if (Files.size(file) > MOST_BYTES) {
                    throw new UsageException("that is too large for a receipt: " + file);
                }
                return Files.readAllBytes(file);
            } catch (IOException e) {
                throw new UsageException("the receipt cannot be read: " + file);
            }
        }
    }
}
