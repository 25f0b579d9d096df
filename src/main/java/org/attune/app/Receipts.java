package org.attune.app;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.ZoneId;
import java.util.List;
import java.util.UUID;
import org.attune.config.ConsentForms;
import org.attune.consent.ConsentForm;
import org.attune.consent.ConsentLog;
import org.attune.consent.ConsentRecord;
import org.attune.export.AuditMark;
import org.attune.export.ConsentReceipt;
import org.attune.export.ReceiptJson;
import org.attune.export.ReceiptPage;
import org.attune.session.ClientCode;
import org.attune.store.AuditEvent;
import org.attune.store.AuditHead;
import org.attune.store.StoredConsent;
import org.attune.store.Vault;
import org.attune.time.WallClock;

/** Writes the copies of a consent that a client takes home. */
final class Receipts {
    private static final String PAGE = ".pdf";
    private static final String DATA = ".json";

    private Receipts() {}

    /** The form a record was made with, from the text that was kept with it. */
    static ConsentForm form(ConsentRecord record) {
        return ConsentForms.ofText(record.header().form().text());
    }

    /**
     * Writes a receipt of what holds now.
     *
     * @param out a folder, for page and data both; or a file ending in .pdf or .json
     * @return what was written, a line each
     */
    static List<String> write(Vault vault, ClientCode client, Path out) {
        String name = out.toString();
        boolean file = name.endsWith(PAGE) || name.endsWith(DATA);
        if (!file && Files.exists(out) && !Files.isDirectory(out)) {
            throw new UsageException("say a folder, or a file ending in .pdf or .json: " + out);
        }
        ConsentReceipt receipt = receipt(vault, client);
        ReceiptJson.Signed signed =
                ReceiptJson.write(
                        receipt, vault.signingKey().publicKey(), vault.signingKey()::sign);
        byte[] page = ReceiptPage.write(receipt, signed, vault.signingKey()::sign);
        byte[] data = signed.text().getBytes(StandardCharsets.UTF_8);
        if (name.endsWith(PAGE)) {
            return List.of(written(out, page));
        }
        if (name.endsWith(DATA)) {
            return List.of(written(out, data));
        }
        String stem = "consent-receipt-" + receipt.id();
        return List.of(
                written(out.resolve(stem + PAGE), page), written(out.resolve(stem + DATA), data));
    }

    private static ConsentReceipt receipt(Vault vault, ClientCode client) {
        List<StoredConsent> stored = vault.consents().stored(client);
        StoredConsent last = null;
        for (StoredConsent each : stored) {
            if (each.entry() instanceof ConsentRecord) {
                last = each;
            }
        }
        if (last == null || !(last.entry() instanceof ConsentRecord record)) {
            throw new UsageException(
                    stored.isEmpty()
                            ? "there is no consent of that client to write a receipt of"
                            : "that client's consent was entered by an earlier version, without its"
                                    + " form: enter it anew with 'attune consent give'");
        }
        String id = UUID.randomUUID().toString();
        // Entered first: what cannot be entered is not handed out, and the head on the receipt
        // stands for this entry, too.
        vault.audit()
                .append(
                        AuditEvent.of(AuditEvent.Kind.RECEIPT_ISSUED)
                                .about(client)
                                .with("receipt", id)
                                .with("record", record.header().recordId()));
        AuditHead head = vault.audit().head();
        return new ConsentReceipt(
                id,
                WallClock.system().now(),
                ZoneId.systemDefault(),
                ConsentLog.of(client, stored.stream().map(StoredConsent::entry).toList()),
                record,
                form(record),
                new ConsentReceipt.Proof(
                        last.seq(),
                        last.previousHash(),
                        last.hash(),
                        last.signature(),
                        new AuditMark(
                                head.seq(), head.hash(), head.signature(), head.publicKey())));
    }

    private static String written(Path file, byte[] bytes) {
        try {
            Path folder = file.toAbsolutePath().getParent();
            if (folder != null) {
                Files.createDirectories(folder);
            }
            Files.write(file, bytes, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
            return "written: " + file;
        } catch (FileAlreadyExistsException e) {
            throw new UsageException(
                    "there is already a file of that name, choose another: " + file);
        } catch (IOException e) {
            throw new UsageException("cannot write there, choose another place: " + file);
        }
    }
}
