package org.attune.export.fhir;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Comparator;
import java.util.List;
import org.attune.export.Decimals;
import org.attune.export.ExportContent;
import org.attune.export.ExportContent.Gap;
import org.attune.export.ExportContent.Interval;
import org.attune.export.ExportContent.Mark;
import org.attune.export.JsonText;

/**
 * Tables that FHIR has no resource for: each a {@code Binary}, and the document that tells what it
 * is. Intervals are not sampled at a rate, so {@code SampledData} cannot hold them.
 */
final class FhirTables {
    private static final String CSV = "text/csv";

    private final ExportContent content;
    private final Fhir fhir;
    private final ObjectNode patient;

    FhirTables(ExportContent content, Fhir fhir, ObjectNode patient) {
        this.content = content;
        this.fhir = fhir;
        this.patient = patient;
    }

    /** Every interval as reported: {@code onset_s,rr_ms,segment,verdict}. */
    List<ObjectNode> intervals() {
        StringBuilder csv = new StringBuilder("onset_s,rr_ms,segment,verdict\r\n");
        for (Interval each : content.intervals()) {
            csv.append(Decimals.seconds(each.onsetNanos())).append(',');
            csv.append(Decimals.millis(each.durationNanos())).append(',');
            csv.append(each.segment()).append(',');
            csv.append(each.verdict().map(Enum::name).orElse("")).append("\r\n");
        }
        return document("rr", FhirCode.RR_TABLE, csv);
    }

    private record Event(long atNanos, String row) {}

    /** Gaps and marks: {@code onset_s,duration_s,event,detail}. */
    List<ObjectNode> events() {
        List<Event> events = new ArrayList<>();
        for (Gap each : content.gaps()) {
            long length = each.toNanos() - each.fromNanos();
            String cause = each.cause().name();
            events.add(event(each.fromNanos(), Decimals.seconds(length), "gap", cause));
        }
        for (Mark each : content.marks()) {
            events.add(event(each.atNanos(), "", each.kind().name(), each.detail()));
        }
        events.sort(Comparator.comparingLong(Event::atNanos));
        StringBuilder csv = new StringBuilder("onset_s,duration_s,event,detail\r\n");
        events.forEach(each -> csv.append(each.row()));
        return events.isEmpty() ? List.of() : document("events", FhirCode.EVENT_TABLE, csv);
    }

    private static Event event(long atNanos, String length, String name, String detail) {
        String quoted = "\"" + detail.replace("\"", "\"\"") + "\"";
        String cells = Decimals.seconds(atNanos) + "," + length + "," + name + "," + quoted;
        return new Event(atNanos, cells + "\r\n");
    }

    private List<ObjectNode> document(String part, FhirCode type, CharSequence csv) {
        byte[] bytes = csv.toString().getBytes(StandardCharsets.UTF_8);
        ObjectNode binary = fhir.resource("Binary", "binary " + part);
        binary.put("contentType", CSV);
        binary.put("data", Base64.getEncoder().encodeToString(bytes));
        ObjectNode document = fhir.resource("DocumentReference", "document " + part);
        document.put("status", "current");
        document.set("type", type.concept());
        document.set("subject", Fhir.to(patient));
        document.put("date", fhir.at(content.durationNanos()));
        ObjectNode attachment = JsonText.object();
        attachment.put("contentType", CSV).put("url", Fhir.url(binary)).put("size", bytes.length);
        document.putArray("content").addObject().set("attachment", attachment);
        document.putObject("context").set("period", fhir.period());
        return List.of(document, binary);
    }
}
