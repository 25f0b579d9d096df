package org.attune.export.fhir;

import com.fasterxml.jackson.databind.node.ObjectNode;
import org.attune.export.JsonText;

/**
 * Every code that is written. Those of LOINC are held by a test to a table that was checked by
 * hand; where LOINC has none, as for RMSSD, the code is our own and says so by its system. Ours are
 * below {@code urn:x-attune:}, of the experimental kind of RFC 3406, for no registered name is
 * ours.
 */
enum FhirCode {
    HEART_RATE("http://loinc.org", "8867-4", "Heart rate"),
    SDNN("http://loinc.org", "80404-7", "R-R interval.standard deviation (Heart rate variability)"),
    CONSENT_DOCUMENT("http://loinc.org", "59284-0", "Consent Document"),
    RMSSD("urn:x-attune:measure", "rmssd", "Root mean square of successive differences"),
    HEART_RATE_SERIES("urn:x-attune:measure", "heart-rate-shown", "Heart rate as shown"),
    RR_TABLE("urn:x-attune:document", "rr-intervals", "Intervals between heartbeats"),
    EVENT_TABLE("urn:x-attune:document", "events", "Gaps and marks of the session"),
    VITAL_SIGNS(
            "http://terminology.hl7.org/CodeSystem/observation-category",
            "vital-signs",
            "Vital Signs"),
    PROCEDURE(
            "http://terminology.hl7.org/CodeSystem/observation-category", "procedure", "Procedure"),
    NO_VALUE("http://terminology.hl7.org/CodeSystem/data-absent-reason", "unknown", "Unknown"),
    SCOPE_PRIVACY(
            "http://terminology.hl7.org/CodeSystem/consentscope",
            "patient-privacy",
            "Privacy Consent"),
    SCOPE_RESEARCH("http://terminology.hl7.org/CodeSystem/consentscope", "research", "Research"),
    SCOPE_TREATMENT("http://terminology.hl7.org/CodeSystem/consentscope", "treatment", "Treatment"),
    RECIPIENT(
            "http://terminology.hl7.org/CodeSystem/v3-ParticipationType",
            "IRCP",
            "information recipient"),
    OPT_IN("http://terminology.hl7.org/CodeSystem/v3-ActCode", "OPTIN", "opt-in"),
    TEST_DATA("http://terminology.hl7.org/CodeSystem/v3-ActReason", "HTEST", "test health data"),
    ASSEMBLER(
            "http://terminology.hl7.org/CodeSystem/provenance-participant-type",
            "assembler",
            "Assembler");

    /** What systems of our own begin with. */
    static final String OWN = "urn:x-attune:";

    private final String system;
    private final String code;
    private final String display;

    FhirCode(String system, String code, String display) {
        this.system = system;
        this.code = code;
        this.display = display;
    }

    String system() {
        return system;
    }

    String code() {
        return code;
    }

    String display() {
        return display;
    }

    ObjectNode coding() {
        return JsonText.object().put("system", system).put("code", code).put("display", display);
    }

    /** As a concept, its words beside it. */
    ObjectNode concept() {
        return concept(display);
    }

    /** As a concept, in other words. */
    ObjectNode concept(String text) {
        ObjectNode concept = JsonText.object();
        concept.putArray("coding").add(coding());
        return concept.put("text", text);
    }
}
