package org.attune.export;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.attune.consent.ConsentForm;
import org.attune.consent.ConsentGrant;
import org.attune.consent.ConsentRecord;
import org.attune.consent.ConsentScope;
import org.attune.consent.DataCategory;
import org.attune.consent.ExportFormat;
import org.attune.consent.Recipient;
import org.jspecify.annotations.Nullable;

/**
 * What a receipt says, for other programs: under the names of the Kantara Initiative's Consent
 * Receipt 1.1 where that has one, and beside them the sections of ISO/IEC TS 27560:2023 (header,
 * processing, parties, event), here with the names of {@code consent-record/1}.
 */
final class ReceiptBody {
    private final ConsentReceipt receipt;
    private final ConsentRecord record;

    private ReceiptBody(ConsentReceipt receipt) {
        this.receipt = receipt;
        this.record = receipt.record();
    }

    static Map<String, Object> of(ConsentReceipt receipt, String publicKey) {
        return new ReceiptBody(receipt).all(publicKey);
    }

    private Map<String, Object> all(String publicKey) {
        ConsentRecord.Header header = record.header();
        Map<String, Object> all = new LinkedHashMap<>();
        all.put("schema", "attune-consent-receipt/1");
        all.put("version", "KI-CR-v1.1.0");
        all.put("jurisdiction", header.jurisdiction());
        all.put("consentTimestamp", record.at().getEpochSecond());
        all.put("collectionMethod", record.method());
        all.put("consentReceiptID", receipt.id());
        all.put("publicKey", publicKey);
        all.put("language", header.form().language());
        all.put("piiPrincipalId", record.client().value());
        all.put("piiControllers", List.of(controller()));
        all.put("policyUrl", "");
        all.put("services", List.of(service()));
        all.put("sensitive", true);
        all.put("spiCat", List.of("health"));
        all.put("issuedAt", receipt.issuedAt().toString());
        all.put("header", header());
        all.put("parties", parties());
        all.put("processing", processing());
        all.put("event", event());
        all.put("inForce", inForce());
        all.put("integrity", integrity());
        all.put("howToWithdraw", receipt.form().word("stop-how"));
        return all;
    }

    private Map<String, Object> controller() {
        ConsentRecord.Parties parties = record.parties();
        Map<String, Object> map = new LinkedHashMap<>();
        map.put("piiController", parties.controller());
        map.put("contact", parties.contact());
        map.put("dataProtectionOfficer", parties.dataProtectionOfficer());
        return map;
    }

    private Map<String, Object> service() {
        Map<String, Object> map = new LinkedHashMap<>();
        map.put("service", "Attune");
        map.put("purposes", purposes());
        return map;
    }

    private List<Map<String, Object>> purposes() {
        return receipt.grants().stream().map(this::purpose).toList();
    }

    private Map<String, Object> purpose(ConsentGrant grant) {
        Map<String, Object> purpose = new LinkedHashMap<>();
        purpose.put("purpose", receipt.form().word("scope-" + grant.scope().code()));
        purpose.put("purposeCategory", List.of(grant.purpose().actReason()));
        purpose.put("consentType", "EXPLICIT");
        purpose.put("piiCategory", codes(grant.categories()));
        purpose.put("primaryPurpose", grant.scope() == ConsentScope.LIVE_DISPLAY);
        purpose.put("termination", termination(grant));
        purpose.put("thirdPartyDisclosure", grant.scope().letsOut());
        purpose.put(
                "thirdPartyName",
                String.join("; ", grant.recipients().stream().map(Recipient::name).toList()));
        return purpose;
    }

    private String termination(ConsentGrant grant) {
        Instant end = grant.validUntil();
        if (end != null) {
            return end.toString();
        }
        return grant.expiryEvent().isEmpty() ? receipt.form().word("no-end") : grant.expiryEvent();
    }

    private Map<String, Object> header() {
        ConsentRecord.Header header = record.header();
        ConsentRecord.Form form = header.form();
        Map<String, Object> map = new LinkedHashMap<>();
        map.put("schemaVersion", ConsentRecord.SCHEMA);
        map.put("recordId", header.recordId());
        map.put("createdAt", header.createdAt().toString());
        map.put("previousRecordId", header.previousRecordId());
        map.put("formId", form.id());
        map.put("formVersion", form.version());
        map.put("formTextSha256", form.textSha256());
        map.put("formText", form.text());
        return map;
    }

    private Map<String, Object> parties() {
        ConsentRecord.Parties parties = record.parties();
        Map<String, Object> map = new LinkedHashMap<>();
        map.put("clinician", parties.clinician());
        map.put("grantorRole", lower(parties.grantor().role()));
        map.put("majorityAt", text(parties.grantor().majorityAt()));
        ConsentRecord.Assent assent = parties.assent();
        map.put("assentGiven", assent == null ? null : assent.given());
        map.put("assentAt", assent == null ? null : assent.at().toString());
        return map;
    }

    private Map<String, Object> processing() {
        ConsentRecord.Basis basis = record.basis();
        ConsentRecord.Retention retention = record.retention();
        Map<String, Object> map = new LinkedHashMap<>();
        map.put("legalBasis", basis.legalBasis().name());
        map.put("treatmentConditioned", basis.treatmentConditioned());
        map.put("redisclosureNoticeShown", basis.redisclosureNoticeShown());
        map.put("revocationNoticeShown", basis.revocationNoticeShown());
        map.put("retainUntil", text(retention.retainUntil()));
        map.put("retentionRule", retention.rule());
        map.put("storageLocation", retention.location());
        map.put("grants", receipt.grants().stream().map(ReceiptBody::grant).toList());
        return map;
    }

    private static Map<String, Object> grant(ConsentGrant grant) {
        Map<String, Object> map = new LinkedHashMap<>();
        map.put("grantId", grant.id());
        map.put("scope", grant.scope().code());
        map.put("dataCategories", codes(grant.categories()));
        map.put("purpose", grant.purpose().code());
        map.put("recipients", grant.recipients().stream().map(ReceiptBody::recipient).toList());
        map.put("formats", grant.formats().stream().sorted().map(ExportFormat::code).toList());
        map.put("identifiability", grant.identifiability().code());
        map.put("validFrom", grant.validFrom().toString());
        map.put("validUntil", text(grant.validUntil()));
        map.put("expiryEvent", grant.expiryEvent());
        map.put("dataFrom", text(grant.dataFrom()));
        map.put("dataUntil", text(grant.dataUntil()));
        return map;
    }

    private static Map<String, Object> recipient(Recipient recipient) {
        Map<String, Object> map = new LinkedHashMap<>();
        map.put("id", recipient.id());
        map.put("kind", recipient.kind().code());
        map.put("name", recipient.name());
        return map;
    }

    private Map<String, Object> event() {
        ConsentRecord.Happening event = record.happening();
        Map<String, Object> map = new LinkedHashMap<>();
        map.put("type", event.type().name());
        map.put("at", event.at().toString());
        map.put("timeZone", event.timeZone());
        map.put("method", event.method());
        map.put("signed", event.signed());
        map.put("evidenceSha256", event.evidenceSha256());
        map.put("scopes", new TreeSet<>(event.scopes()).stream().map(ConsentScope::code).toList());
        map.put("grantIds", List.copyOf(new TreeSet<>(event.grantIds())));
        return map;
    }

    private Map<String, Object> inForce() {
        Map<String, Object> map = new LinkedHashMap<>();
        map.put("scopes", receipt.scopes().stream().map(ConsentScope::code).toList());
        map.put("agreed", receipt.agreed().stream().map(ConsentForm.Choice::title).toList());
        map.put("notAgreed", receipt.notAgreed().stream().map(ConsentForm.Choice::title).toList());
        return map;
    }

    private Map<String, Object> integrity() {
        ConsentReceipt.Proof proof = receipt.proof();
        Map<String, Object> map = new LinkedHashMap<>();
        map.put("seq", proof.seq());
        map.put("previousHash", proof.previousHash());
        map.put("hash", proof.hash());
        map.put("signature", proof.signature());
        AuditMark mark = proof.audit();
        Map<String, Object> audit = new LinkedHashMap<>();
        audit.put("seq", mark.seq());
        audit.put("hash", mark.hash());
        audit.put("signature", mark.signature());
        audit.put("publicKey", mark.publicKey());
        map.put("audit", audit);
        return map;
    }

    private static List<String> codes(Set<DataCategory> categories) {
        return categories.stream().sorted().map(DataCategory::code).toList();
    }

    private static String lower(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT);
    }

    private static @Nullable String text(@Nullable Instant instant) {
        return instant == null ? null : instant.toString();
    }
}
