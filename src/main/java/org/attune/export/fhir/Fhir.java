package org.attune.export.fhir;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.UUID;
import org.attune.export.Decimals;
import org.attune.export.ExportContent;
import org.attune.export.JsonText;

/** The small parts that resources are made of, for one lane of one session. */
final class Fhir {
    static final String UCUM = "http://unitsofmeasure.org";

    private final ExportContent content;

    Fhir(ExportContent content) {
        this.content = content;
    }

    /** A resource with an id of its own, the same every time; simulated data are tagged as such. */
    ObjectNode resource(String type, String part) {
        ObjectNode resource = JsonText.object();
        resource.put("resourceType", type);
        resource.put("id", id(part));
        if (content.simulated()) {
            resource.putObject("meta").putArray("tag").add(FhirCode.TEST_DATA.coding());
        }
        return resource;
    }

    private String id(String part) {
        String name =
                "attune fhir " + content.subject().pseudonym() + " " + content.session() + " ";
        return UUID.nameUUIDFromBytes((name + part).getBytes(StandardCharsets.UTF_8)).toString();
    }

    /** A reference to a resource of this bundle. */
    static ObjectNode to(ObjectNode resource) {
        return JsonText.object().put("reference", url(resource));
    }

    /** The address under which the bundle holds a resource. */
    static String url(ObjectNode resource) {
        return "urn:uuid:" + resource.path("id").asText();
    }

    /** Something known by a value in one of our own systems. */
    static ObjectNode identifier(String kind, String value) {
        return JsonText.object().put("system", FhirCode.OWN + kind).put("value", value);
    }

    /** A quantity; {@code code} is its unit in UCUM. */
    static ObjectNode quantity(double value, int places, String unit, String code) {
        ObjectNode quantity = JsonText.object();
        quantity.put("value", decimal(value, places));
        return quantity.put("unit", unit).put("system", UCUM).put("code", code);
    }

    static BigDecimal decimal(double value, int places) {
        return Decimals.exact(value, places);
    }

    /** An instant of the session, in UTC. */
    String at(long nanos) {
        return Decimals.utc(content.startedAt().plusNanos(nanos));
    }

    /** From the start to the end of the recording. */
    ObjectNode period() {
        return JsonText.object().put("start", at(0)).put("end", at(content.durationNanos()));
    }
}
