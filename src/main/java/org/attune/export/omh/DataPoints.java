package org.attune.export.omh;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.UUID;
import org.attune.export.Decimals;
import org.attune.export.ExportContent;
import org.attune.export.ExportContent.Interval;
import org.attune.export.ExportContent.Second;

/** Writes the data points of a lane. Their ids are made from the pseudonyms, so they stay. */
final class DataPoints {
    private static final int BPM_PLACES = 3;

    private final ExportContent content;
    private final String source;

    DataPoints(ExportContent content) {
        this.content = content;
        source =
                (content.simulated() ? "SIMULATED heart, by Attune " : "Attune ")
                        + content.provenance().softwareVersion()
                        + (content.sensors().isEmpty()
                                ? ""
                                : ", sensor " + content.sensors().get(0).model());
    }

    void intervals(JsonGenerator out) throws IOException {
        UUID first = firstId("rr-interval");
        out.writeStartArray();
        List<Interval> all = content.intervals();
        for (int i = 0; i < all.size(); i++) {
            Interval each = all.get(i);
            String beat = at(each.beatNanos());
            begin(out, "rr-interval", "1.0", idFrom(first, i), beat);
            quantity(out, "rr_interval", BigDecimal.valueOf(each.durationNanos(), 6), "ms");
            out.writeObjectFieldStart("effective_time_frame");
            out.writeObjectFieldStart("time_interval");
            out.writeStringField("start_date_time", at(each.onsetNanos()));
            out.writeStringField("end_date_time", beat);
            out.writeEndObject();
            out.writeEndObject();
            out.writeNumberField("attune_segment", each.segment());
            if (each.verdict().isPresent()) {
                out.writeStringField("attune_verdict", each.verdict().get().name());
            }
            end(out);
        }
        out.writeEndArray();
    }

    void rates(JsonGenerator out) throws IOException {
        UUID first = firstId("heart-rate");
        out.writeStartArray();
        List<Second> all = content.seconds();
        for (int i = 0; i < all.size(); i++) {
            Second each = all.get(i);
            if (each.bpm().isEmpty()) {
                continue;
            }
            String shown = at(each.atNanos());
            begin(out, "heart-rate", "2.0", idFrom(first, i), shown);
            BigDecimal bpm = Decimals.exact(each.bpm().getAsDouble(), BPM_PLACES);
            quantity(out, "heart_rate", bpm, "beats/min");
            out.writeObjectFieldStart("effective_time_frame");
            out.writeStringField("date_time", shown);
            out.writeEndObject();
            end(out);
        }
        out.writeEndArray();
    }

    /** Header, and the body left open. */
    private void begin(JsonGenerator out, String schema, String version, String id, String at)
            throws IOException {
        out.writeStartObject();
        out.writeObjectFieldStart("header");
        out.writeStringField("id", id);
        out.writeStringField("creation_date_time", at);
        out.writeObjectFieldStart("schema_id");
        out.writeStringField("namespace", "omh");
        out.writeStringField("name", schema);
        out.writeStringField("version", version);
        out.writeEndObject();
        out.writeObjectFieldStart("acquisition_provenance");
        out.writeStringField("source_name", source);
        out.writeStringField("source_creation_date_time", at);
        if (!content.simulated()) {
            out.writeStringField("modality", "sensed");
        }
        out.writeEndObject();
        out.writeStringField("user_id", content.subject().pseudonym());
        out.writeEndObject();
        out.writeObjectFieldStart("body");
    }

    private static void end(JsonGenerator out) throws IOException {
        out.writeEndObject();
        out.writeEndObject();
    }

    private static void quantity(JsonGenerator out, String name, BigDecimal value, String unit)
            throws IOException {
        out.writeObjectFieldStart(name);
        out.writeFieldName("value");
        out.writeNumber(value.stripTrailingZeros());
        out.writeStringField("unit", unit);
        out.writeEndObject();
    }

    private String at(long nanos) {
        return Decimals.utc(content.startedAt().plusNanos(nanos));
    }

    private UUID firstId(String schema) {
        String name = "attune omh " + content.subject().pseudonym() + " " + content.session();
        return UUID.nameUUIDFromBytes((name + " " + schema).getBytes(StandardCharsets.UTF_8));
    }

    /** Those of one list are counted on from the first. */
    private static String idFrom(UUID first, int index) {
        long low = first.getLeastSignificantBits();
        return new UUID(first.getMostSignificantBits(), low ^ index).toString();
    }
}
