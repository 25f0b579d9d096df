package org.attune.export.fhir;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import org.attune.consent.Purpose;
import org.attune.consent.Recipient;
import org.attune.export.Decimals;
import org.attune.export.ExportContent;
import org.attune.export.ExportGrant;
import org.attune.export.JsonText;

/** By what right the data left, and where they come from. */
final class FhirPapers {
    private final ExportContent content;
    private final Fhir fhir;

    FhirPapers(ExportContent content, Fhir fhir) {
        this.content = content;
        this.fhir = fhir;
    }

    /** The consent that lets exactly these data leave, to whom and to what end. */
    ObjectNode consent(ExportGrant grant, ObjectNode patient, List<ObjectNode> data) {
        ObjectNode consent = fhir.resource("Consent", "consent");
        consent.put("status", "active");
        consent.set("scope", scope(grant.request().purpose()).concept());
        consent.putArray("category").add(FhirCode.CONSENT_DOCUMENT.concept());
        consent.set("patient", Fhir.to(patient));
        consent.set("policyRule", FhirCode.OPT_IN.concept());
        ObjectNode provision = consent.putObject("provision");
        provision.put("type", "permit");
        grant.permit()
                .validUntil()
                .ifPresent(last -> provision.putObject("period").put("end", Decimals.utc(last)));
        ObjectNode actor = provision.putArray("actor").addObject();
        actor.set("role", FhirCode.RECIPIENT.concept());
        actor.set("reference", recipient(grant.request().recipient(), patient));
        provision.putArray("purpose").add(purpose(grant.request().purpose()));
        provision.set("dataPeriod", fhir.period());
        ArrayNode covered = provision.putArray("data");
        for (ObjectNode each : data) {
            covered.addObject().put("meaning", "instance").set("reference", Fhir.to(each));
        }
        return consent;
    }

    /** The person's own copy goes to the patient: what names them would undo the pseudonym. */
    private static ObjectNode recipient(Recipient recipient, ObjectNode patient) {
        return recipient.kind() == Recipient.Kind.SELF
                ? Fhir.to(patient)
                : JsonText.object()
                        .set("identifier", Fhir.identifier("recipient", recipient.code()));
    }

    private static FhirCode scope(Purpose purpose) {
        return switch (purpose) {
            case RESEARCH -> FhirCode.SCOPE_RESEARCH;
            case CARE -> FhirCode.SCOPE_TREATMENT;
            case SUPERVISION, ACCESS -> FhirCode.SCOPE_PRIVACY;
        };
    }

    private static ObjectNode purpose(Purpose purpose) {
        return JsonText.object()
                .put("system", FhirCode.TEST_DATA.system()) // v3-ActReason, as the purposes are
                .put("code", purpose.actReason());
    }

    /** Written by this program from a recording that whoever has the vault can recognise. */
    ObjectNode provenance(ObjectNode software, List<ObjectNode> data) {
        ObjectNode provenance = fhir.resource("Provenance", "provenance");
        ArrayNode targets = provenance.putArray("target");
        data.forEach(each -> targets.add(Fhir.to(each)));
        provenance.set("occurredPeriod", fhir.period());
        provenance.put("recorded", fhir.at(content.durationNanos()));
        ObjectNode agent = provenance.putArray("agent").addObject();
        agent.set("type", FhirCode.ASSEMBLER.concept());
        agent.set("who", Fhir.to(software));
        ObjectNode entity = provenance.putArray("entity").addObject();
        entity.put("role", "source");
        ObjectNode what = entity.putObject("what");
        what.set("identifier", Fhir.identifier("recording", content.provenance().recordingHash()));
        what.put("display", "recording judged by " + content.provenance().pipelineVersion());
        return provenance;
    }
}
