package org.attune.export.fhir;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import org.attune.export.ExportContent;

/** By what right the data left, and where they come from. */
final class FhirPapers {
    private final ExportContent content;
    private final Fhir fhir;

    FhirPapers(ExportContent content, Fhir fhir) {
        this.content = content;
        this.fhir = fhir;
    }

    /** The consent that lets exactly these data leave; the receipt tells all of it. */
    ObjectNode consent(ObjectNode patient, List<ObjectNode> data) {
        ObjectNode consent = fhir.resource("Consent", "consent");
        consent.put("status", "active");
        consent.set("scope", FhirCode.PRIVACY.concept());
        consent.putArray("category").add(FhirCode.CONSENT_DOCUMENT.concept());
        consent.set("patient", Fhir.to(patient));
        consent.set("policyRule", FhirCode.OPT_IN.concept());
        ObjectNode provision = consent.putObject("provision");
        provision.put("type", "permit");
        provision.set("dataPeriod", fhir.period());
        ArrayNode covered = provision.putArray("data");
        for (ObjectNode each : data) {
            covered.addObject().put("meaning", "instance").set("reference", Fhir.to(each));
        }
        return consent;
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
